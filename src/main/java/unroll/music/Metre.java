package unroll.music;

/**
 * The metre of a tune (M:), such as 6/8.
 *
 * @param text as written: "C|", "6/8", "(2+3)/8", "none"
 * @param length length of a full bar in whole notes; 0 in free metre
 * @param compound true for 6/8, 9/8, 12/8 and their like: three unit notes to the beat
 */
public record Metre(String text, Fraction length, boolean compound) {
    static final Metre FREE = new Metre("none", Fraction.ZERO, false);

    private static final int LARGEST = 128;

    /** True if bars may have any length. */
    public boolean isFree() {
        return length.isZero();
    }

    /** Unit note length where no L: field gives one: a sixteenth below 3/4, else an eighth. */
    Fraction defaultUnit() {
        boolean small = !isFree() && length.compareTo(Fraction.of(3, 4)) < 0;
        return Fraction.of(1, small ? 16 : 8);
    }

    /** Reads the value of an M: field, its outer blanks already cut off. */
    static Metre read(Cursor cursor) {
        String text = cursor.remaining();
        return switch (text) {
            case "", "none" -> FREE;
            case "C", "C|" -> new Metre(text, Fraction.ONE, false);
            default -> fraction(cursor, text);
        };
    }

    private static Metre fraction(Cursor cursor, String text) {
        boolean bracket = cursor.take('(');
        int beats = count(cursor);
        while (cursor.take('+')) {
            beats += count(cursor);
        }
        if ((bracket && !cursor.take(')')) || !cursor.take('/')) {
            throw notAMetre(cursor);
        }
        int unit = count(cursor);
        if (!cursor.done() || beats == 0 || beats > LARGEST || !isNoteValue(unit)) {
            throw notAMetre(cursor);
        }
        return new Metre(text, Fraction.of(beats, unit), unit >= 8 && beats > 3 && beats % 3 == 0);
    }

    private static int count(Cursor cursor) {
        cursor.skipBlanks();
        if (!cursor.atDigit()) {
            throw notAMetre(cursor);
        }
        int count = cursor.number();
        cursor.skipBlanks();
        return count;
    }

    private static boolean isNoteValue(int unit) {
        return unit >= 1 && unit <= LARGEST && Integer.bitCount(unit) == 1;
    }

    private static AbcException notAMetre(Cursor cursor) {
        return cursor.fail(
                "not a metre: expected one such as 4/4, 6/8, C, C| or none, alone after M:");
    }

    @Override
    public String toString() {
        return text;
    }
}
