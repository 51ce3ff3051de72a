package unroll.model;

import java.util.Arrays;

/**
 * Steps through any model by reading the whole text again for each token: slow, but right for every
 * body that does not look ahead.
 */
final class RereadingStepper implements Stepper {
    private final LanguageModel model;

    RereadingStepper(LanguageModel model) {
        this.model = model;
    }

    /** The text so far. */
    private static final class Text implements State {
        private int[] ids = {};

        @Override
        public State copy() {
            Text copy = new Text();
            copy.ids = ids;
            return copy;
        }
    }

    @Override
    public State start() {
        return new Text();
    }

    @Override
    public float[] step(State state, int token) {
        if (!(state instanceof Text text)) {
            throw new IllegalArgumentException(
                    "the state belongs to another stepper; begin with start() of this one");
        }
        int[] ids = Arrays.copyOf(text.ids, text.ids.length + 1);
        ids[text.ids.length] = token;
        float[] logits = model.lastLogits(ids); // refuses a token outside the vocabulary
        text.ids = ids;
        return logits;
    }
}
