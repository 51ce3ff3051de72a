package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentStepperTest {
    private static final int VOCABULARY = 11;

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itComputesWhatTheEquationsSay(int seed) {
        var random = new Random(seed);
        StepRule rule = StepRule.values()[seed % 4];
        int layers = 1 + seed % 3;
        int hidden = 1 + random.nextInt(40);
        Map<String, float[]> weights = weights(rule, hidden, layers, random);
        var stepper = new RecurrentStepper(rule, hidden, layers, weights::get);
        var reference = new Reference(rule, hidden, layers, weights);
        var state = stepper.start();
        for (int t = 0; t < 30; t++) {
            int token = random.nextInt(VOCABULARY);
            double[] expected = reference.step(token);
            float[] logits = stepper.step(state, token);
            for (int v = 0; v < VOCABULARY; v++) {
                assertThat((double) logits[v]).isCloseTo(expected[v], within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StepRule.class)
    void aCopiedStateGoesOnAloneAndAlike(StepRule rule) {
        var stepper = stepper(rule, 7, 2);
        var state = stepper.start();
        stepper.step(state, 3);
        var copy = state.copy();
        float[] logits = stepper.step(state, 5);
        assertThat(stepper.step(copy, 5)).isEqualTo(logits);
        assertThat(stepper.step(state, 1)).isEqualTo(stepper.step(copy, 1));
    }

    @Test
    void aForeignStateIsRefused() {
        var one = stepper(StepRule.GRU, 4, 1);
        var other = stepper(StepRule.GRU, 4, 1);
        assertThatThrownBy(() -> one.step(other.start(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the state belongs to another stepper; begin with start() of this one");
        assertThatThrownBy(() -> one.step(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTokenOutsideTheVocabularyIsRefused() {
        var stepper = stepper(StepRule.LSTM, 4, 1);
        for (int token : new int[] {-1, VOCABULARY, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> stepper.step(stepper.start(), token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "token id " + token + "; the vocabulary has 11 entries (0..10)");
        }
    }

    @Test
    void laterChangesOfTheWeightsDoNotReachIt() {
        var weights = weights(StepRule.LSTM, 4, 1, new Random(1));
        var stepper = new RecurrentStepper(StepRule.LSTM, 4, 1, weights::get);
        float[] before = stepper.step(stepper.start(), 2);
        weights.values().forEach(values -> java.util.Arrays.fill(values, 9));
        assertThat(stepper.step(stepper.start(), 2)).isEqualTo(before);
    }

    @Test
    void aBrokenWeightShowsAsNaN() {
        var weights = weights(StepRule.LSTM, 4, 1, new Random(1));
        weights.get("body.weight_hh_l0")[3] = Float.NaN;
        var stepper = new RecurrentStepper(StepRule.LSTM, 4, 1, weights::get);
        assertThat(stepper.step(stepper.start(), 2)).contains(Float.NaN);
    }

    @Test
    void tanhAndSigmoidAreExactToTwoInTenMillion() {
        for (float x = -20; x < 20; x += 1e-3f) {
            float[] pair = {x, x};
            Squash.tanh(pair, 0, 1);
            Squash.sigmoid(pair, 1, 2);
            assertThat((double) pair[0]).isCloseTo(Math.tanh(x), within(2e-7));
            assertThat((double) pair[1]).isCloseTo(1 / (1 + Math.exp(-x)), within(2e-7));
        }
        assertThat(Squash.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Squash.tanh(Float.NaN)).isNaN();
    }

    private static RecurrentStepper stepper(StepRule rule, int hidden, int layers) {
        return new RecurrentStepper(
                rule, hidden, layers, weights(rule, hidden, layers, new Random(1))::get);
    }

    private static Map<String, float[]> weights(
            StepRule rule, int hidden, int layers, Random random) {
        int embedding = 1 + random.nextInt(9);
        int gates = rule.gates() * hidden;
        Map<String, float[]> weights = new HashMap<>();
        weights.put("embedding.weight", draw(random, VOCABULARY * embedding, 1));
        for (int layer = 0; layer < layers; layer++) {
            int in = layer == 0 ? embedding : hidden;
            float scale = (float) (1 / Math.sqrt(hidden));
            weights.put("body.weight_ih_l" + layer, draw(random, gates * in, scale));
            weights.put("body.weight_hh_l" + layer, draw(random, gates * hidden, scale));
            weights.put("body.bias_ih_l" + layer, draw(random, gates, scale));
            weights.put("body.bias_hh_l" + layer, draw(random, gates, scale));
        }
        weights.put("head.weight", draw(random, VOCABULARY * hidden, 1));
        weights.put("head.bias", draw(random, VOCABULARY, 1));
        return weights;
    }

    private static float[] draw(Random random, int size, float scale) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = scale * (2 * random.nextFloat() - 1);
        }
        return values;
    }

    /** The textbook equations in double arithmetic, row by row. */
    private record Reference(
            StepRule rule, int hidden, Map<String, float[]> weights, double[][] h, double[][] c) {

        Reference(StepRule rule, int hidden, int layers, Map<String, float[]> weights) {
            this(rule, hidden, weights, new double[layers][hidden], new double[layers][hidden]);
        }

        double[] step(int token) {
            float[] table = weights.get("embedding.weight");
            int width = table.length / VOCABULARY;
            double[] x =
                    IntStream.range(0, width).mapToDouble(e -> table[token * width + e]).toArray();
            for (int layer = 0; layer < h.length; layer++) {
                layer(layer, x);
                x = h[layer].clone();
            }
            return affine("head.weight", "head.bias", x);
        }

        private void layer(int layer, double[] input) {
            double[] x = affine("body.weight_ih_l" + layer, "body.bias_ih_l" + layer, input);
            double[] u = affine("body.weight_hh_l" + layer, "body.bias_hh_l" + layer, h[layer]);
            for (int k = 0; k < hidden; k++) {
                double a = x[k] + u[k];
                switch (rule) {
                    case TANH -> h[layer][k] = Math.tanh(a);
                    case RELU -> h[layer][k] = Math.max(0, a);
                    case LSTM -> {
                        double forget = sigmoid(x[hidden + k] + u[hidden + k]);
                        double candidate = Math.tanh(x[2 * hidden + k] + u[2 * hidden + k]);
                        c[layer][k] = forget * c[layer][k] + sigmoid(a) * candidate;
                        double out = sigmoid(x[3 * hidden + k] + u[3 * hidden + k]);
                        h[layer][k] = out * Math.tanh(c[layer][k]);
                    }
                    case GRU -> {
                        double update = sigmoid(x[hidden + k] + u[hidden + k]);
                        double candidate =
                                Math.tanh(x[2 * hidden + k] + sigmoid(a) * u[2 * hidden + k]);
                        h[layer][k] = (1 - update) * candidate + update * h[layer][k];
                    }
                }
            }
        }

        private double[] affine(String weight, String bias, double[] x) {
            float[] w = weights.get(weight);
            float[] b = weights.get(bias);
            double[] y = new double[b.length];
            for (int row = 0; row < y.length; row++) {
                y[row] = b[row];
                for (int column = 0; column < x.length; column++) {
                    y[row] += w[row * x.length + column] * x[column];
                }
            }
            return y;
        }

        private static double sigmoid(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    }
}
