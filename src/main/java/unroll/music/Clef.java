package unroll.music;

import java.util.Set;

/** The words after a key or a voice's name: clef, transposition and what only concerns print. */
final class Clef {
    private static final Set<String> NAMES =
            Set.of("treble", "alto", "tenor", "bass", "perc", "none", "auto");
    private static final int LARGEST_SHIFT = 48;

    private Clef() {}

    /** True for a clef's name, with octave mark or not, or a setting such as {@code clef=bass}. */
    static boolean isWord(String word) {
        boolean setting = word.indexOf('=') > 0 && Character.isLowerCase(word.charAt(0));
        return setting || NAMES.contains(stem(word));
    }

    /**
     * Semitones by which the words shift every note: {@code transpose=2}, {@code octave=-1}, {@code
     * treble-8}; {@code otherwise} where none does. Words that only concern print are passed over;
     * in a key other words are refused.
     */
    static int shift(Cursor cursor, boolean inKey, int otherwise) {
        int shift = 0;
        boolean given = false;
        cursor.skipBlanks();
        while (!cursor.done()) {
            int start = cursor.index();
            String word = word(cursor);
            int equals = word.indexOf('=');
            String name = equals < 0 ? "clef" : word.substring(0, equals);
            String value = word.substring(equals + 1);
            if (inKey && !isWord(word)) {
                throw cursor.failAt(
                        start, "'" + word + "' does not belong in a key; start comments with %");
            }
            Integer own =
                    switch (name) {
                        case "clef" -> octaveMark(value);
                        case "octave" -> 12 * whole(cursor, start, value);
                        case "transpose" -> whole(cursor, start, value);
                        default -> null;
                    };
            given |= own != null;
            shift += own == null ? 0 : own;
            cursor.skipBlanks();
        }
        if (Math.abs(shift) > LARGEST_SHIFT) {
            throw cursor.fail("transposed by " + shift + " semitones; at most " + LARGEST_SHIFT);
        }
        return given ? shift : otherwise;
    }

    /** One word; text in quotes after an equals sign belongs to it. */
    private static String word(Cursor cursor) {
        int start = cursor.index();
        while (!cursor.done() && !Cursor.isBlank(cursor.peek())) {
            if (cursor.next() == '"') {
                cursor.until('"', cursor.index() - 1, "the text");
            }
        }
        return cursor.part(start, cursor.index()).remaining();
    }

    private static String stem(String clef) {
        int end = 0;
        while (end < clef.length() && Character.isLetter(clef.charAt(end))) {
            end++;
        }
        return clef.substring(0, end);
    }

    private static Integer octaveMark(String clef) {
        return clef.endsWith("-8") ? Integer.valueOf(-12) : clef.endsWith("+8") ? 12 : null;
    }

    private static int whole(Cursor cursor, int place, String value) {
        if (!value.matches("[+-]?[0-9]{1,2}")) {
            throw cursor.failAt(place, "expected a whole number of at most two digits after '='");
        }
        return Integer.parseInt(value);
    }
}
