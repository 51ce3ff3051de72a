package unroll.generate;

import java.util.List;
import java.util.Locale;

/**
 * A generated text and how it came about.
 *
 * @param text the given beginning and what was written after it
 * @param choices every token that was chosen, in order
 * @param stopped why no more was written
 */
public record Generated(String text, List<Choice> choices, Stopped stopped) {

    /**
     * One chosen token.
     *
     * @param token the token as text
     * @param probability what the model itself gave it, at temperature 1 and without any filter
     * @param removedMass the probability of all tokens that the grammar forbade at this place
     */
    public record Choice(String token, double probability, double removedMass) {}

    /** Why a text ends. */
    public enum Stopped {
        /** The grammar's text is complete, or the model chose the end. */
        FINISHED,
        /** As many tokens as asked for. */
        LENGTH,
        /** The reader stopped the cell; the text goes on with {@code continueText(text, …)}. */
        INTERRUPTED
    }

    public Generated {
        choices = List.copyOf(choices);
    }

    /** Returns the probability that the model gave to each chosen token. */
    public double[] probabilities() {
        return choices.stream().mapToDouble(Choice::probability).toArray();
    }

    /** Returns the probability that the grammar removed at each chosen token. */
    public double[] removedMass() {
        return choices.stream().mapToDouble(Choice::removedMass).toArray();
    }

    /** Returns the text and one line about it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s%n(%d tokens, %s%s)", text, choices.size(), ending(), mask());
    }

    private String mask() {
        double removed = choices.stream().mapToDouble(Choice::removedMass).average().orElse(0);
        return removed == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; the grammar removed %.2f %% of the probability",
                        100 * removed);
    }

    private String ending() {
        return switch (stopped) {
            case FINISHED -> "finished";
            case LENGTH -> "as many as asked for";
            case INTERRUPTED -> "stopped by you; continueText(text, tokens) goes on";
        };
    }
}
