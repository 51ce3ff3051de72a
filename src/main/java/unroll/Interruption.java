package unroll;

/** The stop button of a notebook, which interrupts the thread of the cell. */
public final class Interruption {
    private Interruption() {}

    /**
     * Ends what is under way if the reader has stopped it; the next cell runs as usual.
     *
     * @param work what is under way, such as {@code predicting}
     * @throws UnrollException if this thread was interrupted
     */
    public static void check(String work) {
        if (Thread.interrupted()) {
            throw new UnrollException(work + " was stopped; run the cell again");
        }
    }
}
