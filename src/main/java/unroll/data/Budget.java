package unroll.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;

/**
 * How many bytes may come out of an archive's decompressors: names, padding and what is passed over
 * count as the content does.
 */
final class Budget {
    private static final int STEP = 1 << 16;

    private long left;
    private long leftHere = Long.MAX_VALUE;

    Budget(long bytes) {
        left = bytes;
    }

    /** More came out than may. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Allows more in all. */
    void add(long bytes) {
        left += bytes;
    }

    /** Allows no more than this until it is called again. */
    void limit(long bytes) {
        leftHere = bytes;
    }

    private int take(int count) throws IOException {
        left -= Math.max(0, count);
        leftHere -= Math.max(0, count);
        if (left < 0 || leftHere < 0) {
            throw new Exceeded();
        }
        return count;
    }

    /** Returns the same bytes, counted; a stop is heeded between two steps. */
    InputStream counting(InputStream decompressor) {
        return new FilterInputStream(decompressor) {
            private final byte[] passedOver = new byte[STEP];

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new ClosedByInterruptException();
                }
                return take(super.read(bytes, offset, Math.min(length, STEP)));
            }

            @Override
            public long skip(long count) throws IOException {
                return Math.max(0, read(passedOver, 0, (int) Math.min(count, STEP)));
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }
}
