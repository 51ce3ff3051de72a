package unroll.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * Sequences of different lengths in one rectangle, each with one right answer or one for every place.
 *
 * <p>What is behind the end of a sequence is padding: some valid number, with weight 0 where it has an
 * answer of its own.
 *
 * @param inputs token ids, row after row                 // (B, T)
 * @param lengths how many places of each row are filled   // (B)
 * @param targets the right answers                        // (B) or (B, T)
 * @param weights how much each answer counts in the loss  // as the targets
 * @param size number of sequences B
 * @param length places per row T
 */
@SuppressWarnings("ArrayRecordComponent") // the engine copies flat arrays; boxing would cost more
public record PaddedBatch(
        int[] inputs, int[] lengths, int[] targets, float[] weights, int size, int length)
        implements Batch {

    public PaddedBatch {
        if (size < 1 || length < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a batch needs at least one sequence of at least one token, got size %d, length %d",
                            size,
                            length));
        }
        long places = (long) size * length;
        if (inputs.length != places || lengths.length != size) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d rows of %d places need %d inputs and %d lengths, got %d and %d",
                            size,
                            length,
                            places,
                            size,
                            inputs.length,
                            lengths.length));
        }
        if (targets.length != size && targets.length != places) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d rows of %d places need %d or %d targets, got %d",
                            size,
                            length,
                            size,
                            places,
                            targets.length));
        }
        if (weights.length != targets.length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d targets need as many weights, got %d",
                            targets.length,
                            weights.length));
        }
    }

    /** Returns how many places are filled. */
    @Override
    public int tokens() {
        return Arrays.stream(lengths).sum();
    }

    /** Returns the sum of the weights. */
    @Override
    public double answers() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
