package unroll.model;

/**
 * A language model that reads one token at a time and says what may follow.
 *
 * <pre>
 *   var state = stepper.start();
 *   float[] logits = stepper.step(state, vocabulary.id("X"));      // (V)
 * </pre>
 *
 * <p>It computes with the weights the model had when the stepper was made. Several threads may use it,
 * each with a state of its own.
 */
public interface Stepper {

    /** The memory of one text. */
    interface State {
        /** Returns the same memory once more, so that a text can go on in two ways. */
        State copy();
    }

    /** Returns the memory before the first token. */
    State start();

    /**
     * Reads a token into the memory.
     *
     * @return unnormalised log-probabilities of the next token, one per entry of the vocabulary; a
     *     new array // (V)
     * @throws IllegalArgumentException if the token is not in 0 .. V-1 or the state is another
     *     stepper's
     */
    float[] step(State state, int token);
}
