package unroll.generate;

/** A place in a tune that is being written: what may follow, and how near the end is. */
interface AbcState {
    /** The distance where no end can be reached. */
    int FAR = 1 << 20;

    /** The place after one more character, or null if that cannot stand here. */
    AbcState after(int character);

    /** The least number of characters that complete the tune, 0 at its end, {@link #FAR} if none do. */
    int distance();
}
