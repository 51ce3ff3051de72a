package unroll.model;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time use a model. The same thread may take it again to read it, as a listener
 * does during a training, but not to change it under the training's feet.
 */
final class ModelLock {
    /** A cell that was interrupted may still be finishing its last step. */
    private static final int PATIENCE_SECONDS = 2;

    private static final Set<String> CHANGES = Set.of("training", "reset", "closing");

    private final ReentrantLock lock = new ReentrantLock();
    private volatile String user = "";
    private volatile boolean closed;

    void take(String purpose) {
        if (!waitForLock()) {
            throw new IllegalStateException(
                    String.format(
                                    Locale.ROOT,
                                    "the model is in use by another thread (%s); wait until it has finished, or interrupt",
                                    user)
                            + " its cell");
        }
        if (closed) {
            lock.unlock();
            throw new IllegalStateException(
                    "the model is closed and its memory freed; build or load it again");
        }
        if (lock.getHoldCount() > 1 && CHANGES.contains(purpose)) {
            lock.unlock();
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%s is not possible while the model is in use (%s), as by a listener; do it after that",
                            purpose,
                            user));
        }
        if (lock.getHoldCount() == 1) {
            user =
                    String.format(
                            Locale.ROOT, "%s in \"%s\"", purpose, Thread.currentThread().getName());
        }
    }

    private boolean waitForLock() {
        try {
            return lock.tryLock() || lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void give() {
        lock.unlock();
    }

    /** Closes for good; a second time does nothing. */
    void close() {
        if (!closed) {
            take("closing");
            closed = true;
            lock.unlock();
        }
    }
}
