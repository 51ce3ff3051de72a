package unroll.generate;

/**
 * The length written after a note, as far as it is written: {@code 3/2} is number 3, part 2.
 *
 * <p>Lengths are counted in quarters of the unit note length, so all are whole numbers. Fractions are
 * in lowest terms: {@code 2/4} does not occur.
 *
 * @param number multiple of the unit, 0 if none is written
 * @param part 1, 2 or 4
 * @param open whether a single slash stands last, which a 2, a 4 or another slash may follow
 */
record AbcLength(int number, int part, boolean open) {
    /** No sign of length: one unit. */
    static final AbcLength NONE = new AbcLength(0, 1, false);

    /** Longest bar, 3/2 in sixteenths, and so the longest note: 24 units. */
    static final int LONGEST = 24 * 4;

    /** The length with one more character, or null if that is no part of it. */
    AbcLength after(int character) {
        boolean digit = character >= '0' && character <= '9';
        if (part == 1 && digit) {
            int longer = number * 10 + character - '0';
            return longer == 0 || longer * 4 > LONGEST ? null : new AbcLength(longer, 1, false);
        } else if (part == 1 && character == '/' && (number == 0 || number % 2 == 1)) {
            return new AbcLength(number, 2, true);
        } else if (open && character == '2') {
            return new AbcLength(number, 2, false);
        } else if (open && (character == '4' || character == '/')) {
            return new AbcLength(number, 4, false);
        }
        return null;
    }

    /** Quarters of the unit note length. */
    int ticks() {
        return Math.max(number, 1) * 4 / part;
    }
}
