package unroll.data;

import java.util.Locale;

/**
 * Some sequences of equal length and, for each of their tokens, the token that follows it.
 *
 * @param inputs token ids, row after row                 // (B, T)
 * @param targets the id that follows each input          // (B, T)
 * @param size number of sequences B
 * @param length tokens per sequence T
 */
@SuppressWarnings("ArrayRecordComponent") // the engine copies flat arrays; boxing would cost more
public record TokenBatch(int[] inputs, int[] targets, int size, int length) implements Batch {

    public TokenBatch {
        if (size < 1 || length < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a batch needs at least one sequence of at least one token, got size %d, length %d",
                            size,
                            length));
        }
        long expected = (long) size * length;
        if (inputs.length != expected || targets.length != expected) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d sequences of length %d need %d inputs and targets, got %d and %d",
                            size,
                            length,
                            expected,
                            inputs.length,
                            targets.length));
        }
    }

    /** Returns how many tokens are predicted: B T. */
    @Override
    public int tokens() {
        return inputs.length;
    }
}
