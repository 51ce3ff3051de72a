package unroll.model;

import ai.djl.nn.Block;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands between the embedding and the head of a model: a configuration that can make its
 * block.
 *
 * <p>Unroll's own bodies are {@link Rnn}, {@link Gru} and {@link Lstm}. A body of your own is a
 * record with the first two methods; see there what its block takes and returns.
 */
public interface Body {

    /** Returns how many numbers per token leave it. */
    int width();

    /**
     * Makes a new block with weights that are not yet drawn.
     *
     * <p>It takes {@code [x (B, T, inputs)]}, or {@code x} followed by the states it returned for
     * the text before, and returns {@code [y (B, T, width), states…]}; a body without memory returns
     * y alone. In a language model, y at time t may depend on x up to t only. Rows that end early
     * come with {@link unroll.layer.Lengths} as an option: then it returns y alone, which may not
     * depend on the padding.
     *
     * @param inputs how many numbers per token come in
     * @param seed decides the initial weights
     */
    Block block(int inputs, long seed);

    /** Returns whether the second half of its numbers comes from a pass that read from the end. */
    default boolean bidirectional() {
        return false;
    }

    /** Returns why it cannot predict what comes next, if it looks ahead. */
    default Optional<String> looksAhead() {
        return Optional.empty();
    }

    /** Returns how large it will be, as far as that is known before it is built. */
    default BodySize size(int inputs) {
        return new BodySize(0, 16L * width(), "");
    }

    /**
     * Returns a quick way to step through a whole model with this body, if there is one.
     *
     * @param weight gives the values of a weight by its name, such as {@code body.weight_ih_l0}
     */
    default Optional<Stepper> stepper(Function<String, float[]> weight) {
        return Optional.empty();
    }
}
