package unroll.data;

import java.time.Duration;
import java.util.function.Consumer;

/** Prints what happens, and how far a long download is, a line now and then. */
final class PrintedProgress implements Consumer<Download> {
    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();

    private long printed = System.nanoTime();

    @Override
    public void accept(Download download) {
        if (!download.note().isEmpty() || System.nanoTime() - printed >= BETWEEN) {
            System.out.println(download);
            printed = System.nanoTime();
        }
    }
}
