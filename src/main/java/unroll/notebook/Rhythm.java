package unroll.notebook;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * When to draw: at most so often, and for about an eightieth of the time, so that with the slow last
 * picture, which is interactive, a minute's training gives less than a fiftieth away.
 *
 * <p>After each picture comes a rest of eighty times the work that it was; of twice that while the
 * pictures so far were more than their share. The first pictures are slow, before the JVM has compiled
 * their code, so that a rest after them has an end. Work is what the thread itself did: while other
 * programs have the processor, a picture costs the training nothing.
 */
final class Rhythm {
    private static final int SHARE = 80;
    private static final int WARM_AFTER = 3;
    private static final long LONGEST_COLD_REST = 2_000_000_000;

    private final LongSupplier clock;
    private final LongSupplier work;
    private final long pause;
    private final long start;
    private long began;
    private long workBefore;
    private long spent;
    private long notBefore;
    private int pictures;

    /**
     * Begins now.
     *
     * @param clock a time in nanoseconds
     * @param work how long this thread has worked, in nanoseconds
     * @param pause shortest time between the beginnings of two pictures, in nanoseconds
     */
    Rhythm(LongSupplier clock, LongSupplier work, long pause) {
        this.clock = clock;
        this.work = work;
        this.pause = pause;
        this.start = clock.getAsLong();
        this.notBefore = start;
    }

    /** Returns a rhythm by the clock of this machine, for the thread that it is used on. */
    static Rhythm of(long pause) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean known = threads.isCurrentThreadCpuTimeSupported();
        LongSupplier work = known ? threads::getCurrentThreadCpuTime : System::nanoTime;
        return new Rhythm(System::nanoTime, work, pause);
    }

    /** Returns whether it is time for the next picture. */
    boolean isDue() {
        return clock.getAsLong() - notBefore >= 0;
    }

    /** Notes that a picture is being drawn. */
    void begin() {
        began = clock.getAsLong();
        workBefore = work.getAsLong();
    }

    /** Notes that the picture is there. */
    void end() {
        long now = clock.getAsLong();
        long took = work.getAsLong() - workBefore;
        spent += took;
        pictures++;
        boolean overdrawn = spent > (now - start) / SHARE;
        long rest = (overdrawn ? 2 * SHARE : SHARE) * took;
        if (pictures <= WARM_AFTER) {
            rest = Math.min(rest, LONGEST_COLD_REST);
        }
        notBefore = Math.max(began + pause, now + rest);
    }
}
