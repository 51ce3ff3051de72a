package unroll.data;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Windows of equal length cut from a text, each read from zero state.
 *
 * <p>{@link #draw} takes windows that begin at any token. An epoch takes consecutive windows in
 * random order, so that every token is learnt from once, but for a rest shorter than a window.
 */
public final class Windows implements TokenData {
    private final int[] training;
    private final int[] validation;
    private final int length;
    private final List<String> notes;

    Windows(int[] training, int[] validation, int length, List<String> notes) {
        this.training = training;
        this.validation = validation;
        this.length = length;
        this.notes = notes;
    }

    /** Returns the number of tokens T in a window. */
    public int length() {
        return length;
    }

    @Override
    public TokenBatch draw(int batch, RandomGenerator random) {
        return Batches.draw(training, length, batch, random);
    }

    @Override
    public int stepsPerEpoch(int batch) {
        return Batches.count((training.length - 1) / length, batch);
    }

    @Override
    public List<TokenBatch> epoch(int batch, RandomGenerator random) {
        int rest = (training.length - 1) % length;
        int[] starts = Batches.consecutive(training, random.nextInt(rest + 1), length);
        for (int i = starts.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = starts[i];
            starts[i] = starts[j];
            starts[j] = swapped;
        }
        return Batches.inTurn(training, starts, length, batch);
    }

    @Override
    public List<TokenBatch> validation(int batch) {
        return Batches.inTurn(
                validation, Batches.consecutive(validation, 0, length), length, batch);
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
                        "windows of %d in %,d tokens, validated on %,d",
                        length,
                        training.length,
                        validation.length);
        return Batches.withNotes(text, notes);
    }
}
