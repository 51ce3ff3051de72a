package unroll.music;

/**
 * Notes played faster or slower than written: p notes in the time of q.
 *
 * @param factor q / p, by which each length is multiplied
 * @param count how many notes it holds for
 */
record Tuplet(Fraction factor, int count) {
    private static final int MOST = 99;

    /**
     * Reads {@code 3}, {@code 3:2} or {@code 3:2:4} after the bracket at {@code start}; what is
     * left out is usual (ABC 2.1, section 4.13).
     */
    static Tuplet read(Cursor cursor, int start, boolean compound) {
        int notes = cursor.number();
        int time = 0;
        int count = 0;
        if (cursor.take(':')) {
            time = cursor.atDigit() ? cursor.number() : 0;
            if (cursor.take(':')) {
                count = cursor.atDigit() ? cursor.number() : 0;
            }
        }
        time = time == 0 ? usualTime(notes, compound) : time;
        count = count == 0 ? notes : count;
        if (notes < 2 || Math.max(notes, Math.max(time, count)) > MOST) {
            throw cursor.failAt(start, "not a tuplet: expected one such as (3 or (5:4:5");
        }
        return new Tuplet(Fraction.of(time, notes), count);
    }

    private static int usualTime(int notes, boolean compound) {
        return switch (notes) {
            case 2, 4, 8 -> 3;
            case 3, 6 -> 2;
            default -> compound ? 3 : 2;
        };
    }
}
