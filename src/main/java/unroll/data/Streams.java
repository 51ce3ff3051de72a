package unroll.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A text read as B parallel streams, a piece at a time, with memory kept between the pieces.
 *
 * <pre>
 *   row 0   |--- T ---|--- T ---| …      the first B-th of the text
 *   row 1   |--- T ---|--- T ---| …      the second
 *            batch 0   batch 1
 * </pre>
 *
 * <p>This is truncated backpropagation through time (Williams and Peng 1990): gradients flow through
 * T tokens, memory through the whole stream.
 */
public final class Streams implements TokenData {
    private final int[] training;
    private final int[] validation;
    private final int length;
    private final List<String> notes;

    Streams(int[] training, int[] validation, int length, List<String> notes) {
        this.training = training;
        this.validation = validation;
        this.length = length;
        this.notes = notes;
    }

    /** Returns the number of tokens T in a piece. */
    public int length() {
        return length;
    }

    /** Returns pieces from anywhere, which do not continue each other, for a look at single ones. */
    @Override
    public TokenBatch draw(int batch, RandomGenerator random) {
        return Batches.draw(training, length, batch, random);
    }

    @Override
    public int stepsPerEpoch(int batch) {
        Batches.requireBatch(batch);
        int steps = (training.length / batch - 1) / length;
        if (steps < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%,d tokens in %d streams leave %d for each, but streams(%d) needs %d; use a"
                                    + " smaller batch, shorter pieces or a longer text",
                            training.length,
                            batch,
                            training.length / batch,
                            length,
                            length + 1));
        }
        return steps;
    }

    @Override
    public List<TokenBatch> epoch(int batch, RandomGenerator random) {
        int steps = stepsPerEpoch(batch);
        int stream = training.length / batch;
        int offset =
                random.nextInt(stream - steps * length); // 0 .. what the last piece leaves over
        return Batches.lazy(
                steps,
                step -> {
                    int[] starts = new int[batch];
                    Arrays.setAll(starts, row -> row * stream + offset + step * length);
                    return Batches.at(training, starts, length);
                });
    }

    @Override
    public List<TokenBatch> validation(int batch) {
        return Batches.inTurn(
                validation, Batches.consecutive(validation, 0, length), length, batch);
    }

    @Override
    public boolean carriesState() {
        return true;
    }

    @Override
    public double letterGuess() {
        return Batches.entropy(training);
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public String toString() {
        String text =
                String.format(
                        Locale.ROOT,
                        "streams read %d at a time in %,d tokens, validated on %,d",
                        length,
                        training.length,
                        validation.length);
        return Batches.withNotes(text, notes);
    }
}
