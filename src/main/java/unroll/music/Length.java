package unroll.music;

/** The length written after a note: {@code 2}, {@code 3/2}, {@code /}, {@code //}, {@code /4}. */
final class Length {
    private static final int MOST_SLASHES = 8;

    private Length() {}

    /** Reads a multiple of the unit note length; 1 where nothing is written. */
    static Fraction read(Cursor cursor) {
        int start = cursor.index();
        int count = cursor.atDigit() ? cursor.number() : 1;
        int slashes = cursor.takeAll('/');
        long part = 1L << Math.min(slashes, MOST_SLASHES); // each slash halves
        if (slashes == 1 && cursor.atDigit()) {
            part = cursor.number();
        }
        if (slashes > MOST_SLASHES || count == 0 || part == 0) {
            throw cursor.failAt(
                    start, "not a length: expected one such as 2, 3/2, / or /4 after the note");
        }
        return Fraction.of(count, part);
    }
}
