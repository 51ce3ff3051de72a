package unroll.music;

import java.util.Collection;

/**
 * A bar line with its dots.
 *
 * @param repeats how many times more the section before it is played; 0 for none
 * @param start true if a repeated section begins after it
 * @param strong true for a double or thick line
 */
record BarLine(int repeats, boolean start, boolean strong) {
    /** What an ending that begins inside a bar stands for. */
    static final BarLine NONE = new BarLine(0, false, false);

    private static final int MOST = 99;

    boolean isPlain() {
        return repeats == 0 && !start && !strong;
    }

    static boolean startsAt(Cursor cursor) {
        char c = cursor.peek();
        return c == '|' || c == ':' || ((c == '[' || c == '.') && cursor.peek(1) == '|');
    }

    /** Reads {@code | || |] [| |: :| :: .|} and their mixtures. */
    static BarLine read(Cursor cursor) {
        int place = cursor.index();
        cursor.take('.');
        int before = cursor.takeAll(':');
        int lines = 0;
        boolean thick = false;
        while (cursor.peek() == '|'
                || (cursor.peek() == '[' && cursor.peek(1) == '|')
                || (cursor.peek() == ']' && lines > 0)) {
            thick |= cursor.peek() != '|';
            lines += cursor.next() == '|' ? 1 : 0;
        }
        if (lines == 0 && before % 2 == 1) {
            throw cursor.failAt(place, "':' alone is no bar line: expected |: or :| or ::");
        }
        int after = lines == 0 ? before / 2 : cursor.takeAll(':');
        int repeats = lines == 0 ? before / 2 : before;
        if (repeats > MOST) {
            throw cursor.failAt(place, "a section is repeated at most " + MOST + " times");
        }
        return new BarLine(repeats, after > 0, thick || lines > 1);
    }

    /**
     * Reads the numbers of an ending, such as {@code 1}, {@code 1,3} or {@code 1-3}, into a set.
     */
    static void readEnding(Cursor cursor, Collection<Integer> numbers) {
        do {
            int place = cursor.index();
            int first = endingNumber(cursor);
            int last = cursor.take('-') ? endingNumber(cursor) : first;
            if (first < 1 || last > MOST || last < first) {
                throw cursor.failAt(
                        place, "endings are numbered from 1 to " + MOST + ", as in 1-3");
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        } while (cursor.take(','));
    }

    private static int endingNumber(Cursor cursor) {
        if (!cursor.atDigit()) {
            throw cursor.fail("the ending needs a number here, as in [1,3 or [1-3");
        }
        return cursor.number();
    }
}
