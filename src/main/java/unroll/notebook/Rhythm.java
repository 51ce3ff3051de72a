package unroll.notebook;

import java.util.function.LongSupplier;

/**
 * When to draw: at most so often, and for at most a fiftieth of the time.
 *
 * <p>After each picture comes a rest of fifty times what it took; of a hundred times while the pictures
 * so far have taken more than their share. The first pictures are slow, before the JVM has compiled
 * their code, so that a rest after them has an end.
 */
final class Rhythm {
    private static final int SHARE = 50;
    private static final int WARM_AFTER = 3;
    private static final long LONGEST_COLD_REST = 2_000_000_000;

    private final LongSupplier clock;
    private final long pause;
    private final long start;
    private long drawing;
    private long spent;
    private long notBefore;
    private int pictures;

    /**
     * Begins now.
     *
     * @param clock a time in nanoseconds
     * @param pause shortest time between the beginnings of two pictures, in nanoseconds
     */
    Rhythm(LongSupplier clock, long pause) {
        this.clock = clock;
        this.pause = pause;
        this.start = clock.getAsLong();
        this.notBefore = start;
    }

    /** Returns whether it is time for the next picture. */
    boolean isDue() {
        return clock.getAsLong() - notBefore >= 0;
    }

    /** Notes that a picture is being drawn. */
    void begin() {
        drawing = clock.getAsLong();
    }

    /** Notes that the picture is there. */
    void end() {
        long now = clock.getAsLong();
        long took = now - drawing;
        spent += took;
        pictures++;
        boolean overdrawn = spent > (now - start) / SHARE;
        long rest = (overdrawn ? 2 * SHARE : SHARE) * took;
        if (pictures <= WARM_AFTER) {
            rest = Math.min(rest, LONGEST_COLD_REST);
        }
        notBefore = Math.max(drawing + pause, now + rest);
    }
}
