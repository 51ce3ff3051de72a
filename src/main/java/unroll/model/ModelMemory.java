package unroll.model;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.lang.ref.Cleaner;
import unroll.engine.HostMemory;

/**
 * The memory outside Java's heap that models hold: freed when nothing refers to a model any more, and
 * early enough that a cell that builds again and again does not pile it up.
 *
 * <p>The collector sees only the small Java side of a model, so that by itself it comes late; and what
 * it frees piece by piece would stay with the C library as holes.
 */
final class ModelMemory {
    /** As much may be built before anybody waits for the collector. */
    private static final long FREE_BYTES = 8_000_000;

    /** The cleaner is done when it freed nothing for so long. */
    private static final long QUIET_MILLIS = 50;

    private static final Cleaner CLEANER = Cleaner.create();

    private static long held;
    private static long built; // since room was last made
    private static long limit = FREE_BYTES;

    private ModelMemory() {}

    /** Frees what nothing refers to, once as much was built as models held at the last time. */
    static synchronized void makeRoom() {
        if (built <= limit) {
            return;
        }
        System.gc();
        try {
            long before;
            do {
                before = held;
                ModelMemory.class.wait(QUIET_MILLIS);
            } while (held < before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return; // whoever builds next makes room
        }
        HostMemory.giveBack();
        built = 0;
        limit = Math.max(FREE_BYTES, held);
    }

    /** Returns what closes the manager, which happens by itself once nothing refers to the block. */
    static synchronized Cleaner.Cleanable own(Block block, NDManager manager) {
        long bytes =
                block.getParameters().values().stream()
                        .mapToLong(weights -> weights.getShape().size())
                        .map(numbers -> 2 * Float.BYTES * numbers) // the gradients too
                        .sum();
        held += bytes;
        built += bytes;
        return CLEANER.register(block, () -> release(manager, bytes));
    }

    /** Returns how many bytes models hold at this moment. */
    static synchronized long held() {
        return held;
    }

    private static void release(NDManager manager, long bytes) {
        manager.close();
        synchronized (ModelMemory.class) {
            held -= bytes;
        }
    }
}
