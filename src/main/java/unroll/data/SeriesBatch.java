package unroll.data;

import java.util.Locale;

/**
 * Windows of scaled series with the values that follow each.
 *
 * @param inputs the past, time after time, in each all series   // (B, T, S)
 * @param targets what follows it                                // (B, N, S)
 * @param size number of windows B
 * @param length values of the past T
 */
@SuppressWarnings("ArrayRecordComponent") // the engine copies flat arrays; boxing would cost more
public record SeriesBatch(float[] inputs, float[] targets, int size, int length) implements Batch {

    public SeriesBatch {
        long places = (long) size * length;
        if (places < 1 || inputs.length % places != 0 || targets.length % size != 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d windows of %d values cannot hold %d inputs and %d targets",
                            size,
                            length,
                            inputs.length,
                            targets.length));
        }
    }

    @Override
    public int tokens() {
        return size * length;
    }

    /** Returns how many values are forecast. */
    @Override
    public double answers() {
        return targets.length;
    }
}
