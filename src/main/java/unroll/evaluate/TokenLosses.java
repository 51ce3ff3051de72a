package unroll.evaluate;

import java.util.Arrays;
import java.util.Locale;

/**
 * How well each token of a text was foreseen.
 *
 * <p>Equal numbers are comparable only over the same text; over another vocabulary of the same text
 * compare {@link #bitsPerCharacter}.
 */
public final class TokenLosses {
    private final double[] losses;

    private TokenLosses(double[] losses) {
        this.losses = losses;
    }

    /**
     * Takes -ln p of each token, in nats.
     *
     * @throws IllegalArgumentException if there is none, or one is below 0 or not a number
     */
    public static TokenLosses of(double... losses) {
        Given.value("losses", losses);
        if (losses.length == 0) {
            throw new IllegalArgumentException("no losses: there are no tokens to score");
        }
        for (int i = 0; i < losses.length; i++) {
            if (!(losses[i] >= -1e-9)) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "the loss of token %d (counted from 0) must be 0 or more, got %s",
                                i,
                                losses[i]));
            }
        }
        return new TokenLosses(losses.clone());
    }

    /** Returns a copy of -ln p of each token, in nats: what a bootstrap draws from. */
    public double[] losses() {
        return losses.clone();
    }

    /** Returns the mean loss in nats per token. */
    public double loss() {
        return Arrays.stream(losses).average().orElseThrow();
    }

    /** Returns the mean loss in bits per token: loss / ln 2. */
    public double bits() {
        return loss() / Math.log(2);
    }

    /** Returns exp(loss): among how many equally likely tokens the model hesitates. */
    public double perplexity() {
        return Math.exp(loss());
    }

    /** Returns the bits of the whole text, shared among its characters. */
    public double bitsPerCharacter(int characters) {
        return bits() * losses.length / Given.atLeast("characters", characters, 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.3f nats or %.3f bits per token, perplexity %.2f, on %,d tokens",
                loss(),
                bits(),
                perplexity(),
                losses.length);
    }
}
