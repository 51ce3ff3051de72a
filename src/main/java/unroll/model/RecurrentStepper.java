package unroll.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * Steps through an embedding, some recurrent layers and a linear head in plain Java.
 *
 * <p>For one token an engine spends more time on calling its operators than on arithmetic. Here a
 * token costs one look into the gate table, which holds {@code W_ih e + b_ih} for the embedding e of
 * every token, and one pass over the other weights. The numbers equal the engine's to 1e-5.
 *
 * <p>It may be used by several threads, each with a state of its own.
 */
final class RecurrentStepper implements Stepper {
    private final StepRule rule;
    private final int hidden;
    private final float[][] gateTable; // (V)(gates H)
    private final Affine[] inputs; // the layers above the first
    private final Affine[] recurrent;
    private final Affine head;

    /**
     * Copies the weights of a model.
     *
     * @param hidden width H of every layer
     * @param layers number of layers, of one direction
     * @param weight gives the values of a weight by its name in a model, such as {@code
     *     body.weight_ih_l0}
     */
    RecurrentStepper(StepRule rule, int hidden, int layers, Function<String, float[]> weight) {
        this.rule = rule;
        this.hidden = hidden;
        this.inputs = new Affine[layers];
        this.recurrent = new Affine[layers];
        for (int layer = 0; layer < layers; layer++) {
            inputs[layer] = affine(weight, "ih_l" + layer);
            recurrent[layer] = affine(weight, "hh_l" + layer);
        }
        this.gateTable = inputs[0].table(weight.apply("embedding.weight"));
        this.head = new Affine(weight.apply("head.weight"), weight.apply("head.bias"));
    }

    private static Affine affine(Function<String, float[]> weight, String name) {
        return new Affine(weight.apply("body.weight_" + name), weight.apply("body.bias_" + name));
    }

    /** The memory of every layer, and room to compute in. */
    private final class Memory implements State {
        private final float[][] h; // (layers)(H)
        private final float[][] c; // (layers)(H)
        private final float[] x = new float[rule.gates() * hidden];
        private final float[] u = new float[rule.gates() * hidden];

        Memory(float[][] h, float[][] c) {
            this.h = h;
            this.c = c;
        }

        @Override
        public State copy() {
            return new Memory(deepCopy(h), deepCopy(c));
        }

        private RecurrentStepper owner() {
            return RecurrentStepper.this;
        }
    }

    private static float[][] deepCopy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    @Override
    public State start() {
        int layers = recurrent.length;
        return new Memory(new float[layers][hidden], new float[layers][hidden]);
    }

    @Override
    public float[] step(State state, int token) {
        if (!(state instanceof Memory memory) || memory.owner() != this) {
            throw new IllegalArgumentException(
                    "the state belongs to another stepper; begin with start() of this one");
        }
        if (token < 0 || token >= gateTable.length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "token id %d; the vocabulary has %d entries (0..%d)",
                            token,
                            gateTable.length,
                            gateTable.length - 1));
        }
        float[] x = memory.x;
        System.arraycopy(gateTable[token], 0, x, 0, x.length);
        for (int layer = 0; layer < recurrent.length; layer++) {
            if (layer > 0) {
                inputs[layer].apply(memory.h[layer - 1], x);
            }
            recurrent[layer].apply(memory.h[layer], memory.u);
            rule.step(x, memory.u, memory.h[layer], memory.c[layer]);
        }
        float[] logits = new float[head.outputs()]; // (V)
        head.apply(memory.h[recurrent.length - 1], logits);
        return logits;
    }
}
