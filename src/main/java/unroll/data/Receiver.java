package unroll.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Writes the body of an answer to a file as it comes, and not a byte more than is expected. */
final class Receiver implements Flow.Subscriber<List<ByteBuffer>> {
    private final FileChannel file;
    private final long most;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile long received;
    private volatile Flow.Subscription subscription;

    /** Appends to {@code file}, which then holds {@code received} bytes and may get {@code most}. */
    Receiver(FileChannel file, long received, long most) {
        this.file = file;
        this.received = received;
        this.most = most;
    }

    /** The file could not be written, which no other try mends. */
    static final class DiskFault extends IOException {
        private static final long serialVersionUID = 1L;

        DiskFault(IOException cause) {
            super(cause);
        }
    }

    /** More came than the file has. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Returns what completes when all has come, or fails. */
    CompletableFuture<Void> end() {
        return end;
    }

    /** Returns how many bytes the file holds. */
    long received() {
        return received;
    }

    /** Wants no more; what has come stays. */
    void cancel() {
        Flow.Subscription open = subscription;
        if (open != null && !end.isDone()) {
            open.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription = opened;
        opened.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
            subscription.request(1);
        } catch (TooLong e) {
            give(e);
        } catch (IOException e) {
            give(new DiskFault(e));
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        if (buffer.remaining() > most - received) {
            throw new TooLong();
        }
        long now = received;
        while (buffer.hasRemaining()) {
            now += file.write(buffer);
            received = now;
        }
    }

    private void give(IOException fault) {
        subscription.cancel();
        end.completeExceptionally(fault);
    }

    @Override
    public void onError(Throwable fault) {
        end.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
