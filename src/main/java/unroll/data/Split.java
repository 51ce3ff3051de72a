package unroll.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Token ids cut in two: the beginning to learn from, the end to validate on.
 *
 * <pre>
 *   var data = Split.at(vocabulary.encode(corpus.text()), 0.9).windows(100);
 * </pre>
 *
 * <p>The end of a text, not a random choice of places, is kept for validation: otherwise a window
 * of the one part could overlap a window of the other. No sequence contains the cut.
 */
public final class Split {
    /** Below this many tokens a network learns the text by heart long before it learns its rules. */
    private static final int TOO_FEW = 10_000;

    private final int[] training;
    private final int[] validation;

    private Split(int[] training, int[] validation) {
        this.training = training;
        this.validation = validation;
    }

    /**
     * Cuts {@code ids} after the first {@code fraction} of them; 1 keeps nothing for validation.
     *
     * @throws IllegalArgumentException if there are no ids or the fraction is not in (0, 1]
     */
    public static Split at(int[] ids, double fraction) {
        Objects.requireNonNull(ids, "ids are null: a cell above was re-run; run it again");
        if (ids.length == 0) {
            throw new IllegalArgumentException("nothing to split: the text has no tokens");
        }
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the training part must be above 0 and at most 1 of the text, got %s; try 0.9",
                            fraction));
        }
        int cut = (int) (ids.length * fraction);
        return new Split(Arrays.copyOfRange(ids, 0, cut), Arrays.copyOfRange(ids, cut, ids.length));
    }

    /** Returns a copy of the ids to learn from. */
    public int[] training() {
        return training.clone();
    }

    /** Returns a copy of the ids to validate on. */
    public int[] validation() {
        return validation.clone();
    }

    /**
     * Returns the parts as windows of {@code length} tokens that start anywhere.
     *
     * @throws IllegalArgumentException if a part is shorter than a window and its last target
     */
    public Windows windows(int length) {
        requireLength(length, "windows");
        return new Windows(training, validation, length, notes());
    }

    /**
     * Returns the training part as parallel streams that are read {@code length} tokens at a time.
     *
     * @throws IllegalArgumentException if a part is shorter than one such piece and its last target
     */
    public Streams streams(int length) {
        requireLength(length, "streams");
        return new Streams(training, validation, length, notes());
    }

    /** Returns a warning if the text is too short to learn from, else nothing. */
    public List<String> notes() {
        return Optional.of(training.length)
                .filter(tokens -> tokens < TOO_FEW)
                .map(
                        tokens ->
                                String.format(
                                        Locale.ROOT,
                                        "only %,d tokens to learn from: expect the model to learn them by heart;"
                                                + " from about 100,000 on it finds rules",
                                        tokens))
                .stream()
                .toList();
    }

    private void requireLength(int length, String option) {
        if (length < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s must be 1 token long or longer, got %d",
                            option,
                            length));
        }
        requireLong(training, "training", length, option);
        if (validation.length > 0) {
            requireLong(validation, "validation", length, option);
        }
    }

    private void requireLong(int[] part, String name, int length, String option) {
        if (part.length <= length) {
            int total = training.length + validation.length;
            int shorter =
                    validation.length == 0
                            ? part.length
                            : Math.min(training.length, validation.length);
            String fits =
                    shorter < 2
                            ? ""
                            : String.format(Locale.ROOT, ", %s(%d) or less", option, shorter - 1);
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the %s part holds %d of %d tokens, but %s(%d) needs %d (%d inputs and the token"
                                    + " after the last); use a longer text%s",
                            name,
                            part.length,
                            total,
                            option,
                            length,
                            length + 1L,
                            length,
                            fits));
        }
    }

    @Override
    public String toString() {
        String text =
                String.format(
                        Locale.ROOT,
                        "%,d tokens to learn from, %,d to validate on",
                        training.length,
                        validation.length);
        return Batches.withNotes(text, notes());
    }
}
