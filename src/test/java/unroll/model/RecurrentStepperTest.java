package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentStepperTest {
    private static final int VOCABULARY = 11;
    private static final List<StepRule> RULES = List.of(StepRule.values());

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itComputesWhatTheEquationsSay(int seed) {
        var random = new Random(seed);
        StepRule rule = RULES.get(seed % 4);
        int layers = 1 + seed % 3;
        int hidden = 1 + random.nextInt(40);
        Map<String, float[]> weights = weights(rule, hidden, layers, random);
        var stepper = new RecurrentStepper(rule, hidden, layers, weights::get);
        var reference = new TextbookStep(rule, hidden, layers, weights);
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
                    .hasMessage("token id " + token + "; the vocabulary has 11 entries (0..10)");
        }
    }

    @Test
    void laterChangesOfTheWeightsDoNotReachIt() {
        var weights = weights(StepRule.LSTM, 4, 1, new Random(1));
        var stepper = new RecurrentStepper(StepRule.LSTM, 4, 1, weights::get);
        float[] before = stepper.step(stepper.start(), 2);
        weights.values().forEach(values -> Arrays.fill(values, 9));
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
}
