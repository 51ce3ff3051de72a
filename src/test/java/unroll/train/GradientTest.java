package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.data.TokenBatch;
import unroll.data.TokenData;
import unroll.layer.Tensor;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.text.Vocabulary;

/** Holds one step of plain descent against differences of the loss itself. */
@Tag("engine")
class GradientTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("abcdefg");

    /** The same sequences to learn from and to validate on. */
    record Fixed(TokenBatch batch) implements TokenData {
        @Override
        public TokenBatch draw(int size, RandomGenerator random) {
            return batch;
        }

        @Override
        public int stepsPerEpoch(int size) {
            return 1;
        }

        @Override
        public List<TokenBatch> epoch(int size, RandomGenerator random) {
            return List.of(batch);
        }

        @Override
        public List<TokenBatch> validation(int size) {
            return List.of(batch);
        }

        @Override
        public boolean carriesState() {
            return false;
        }

        @Override
        public double letterGuess() {
            return 0;
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    }

    static List<Body> bodies() {
        return List.of(Rnn.of(5), Gru.of(5).layers(2), Lstm.of(5), Lstm.of(4).layers(2));
    }

    private static Fixed data() {
        Random random = new Random(5);
        int[] inputs = random.ints(3 * 6, 0, VOCABULARY.size()).toArray();
        int[] targets = random.ints(3 * 6, 0, VOCABULARY.size()).toArray();
        return new Fixed(new TokenBatch(inputs, targets, 3, 6));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aStepOfPlainDescentFollowsTheSlopeOfTheLoss(Body body) {
        Fixed data = data();
        try (var model = LanguageModel.over(VOCABULARY).embedding(3).body(body).seed(2).build()) {
            Map<String, Tensor> before = model.weights();
            double rate = 0.5;
            var plan =
                    Plan.ofSteps(1)
                            .optimizer(Optimizer.sgd(0))
                            .learningRate(rate)
                            .clipNorm(Double.POSITIVE_INFINITY);
            var step = Training.run(model, data, plan).last();
            Map<String, Tensor> after = model.weights();
            double squares = 0;
            for (String name : before.keySet()) {
                float[] old = before.get(name).values();
                for (int i = 0; i < old.length; i++) {
                    double gradient = (old[i] - after.get(name).values()[i]) / rate;
                    squares += gradient * gradient;
                    if (i % 7 == 0) {
                        assertThat(gradient)
                                .as("%s[%d]", name, i)
                                .isCloseTo(slope(model, data, before, name, i), within(3e-4));
                    }
                }
            }
            assertThat(step.gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-4));
        }
    }

    /** Returns (L(w + d) - L(w - d)) / 2 d for one weight. */
    private static double slope(
            LanguageModel model, Fixed data, Map<String, Tensor> weights, String name, int index) {
        float distance = 0.01f;
        double above = loss(model, data, weights, name, index, distance);
        double below = loss(model, data, weights, name, index, -distance);
        return (above - below) / (2 * distance);
    }

    private static double loss(
            LanguageModel model,
            Fixed data,
            Map<String, Tensor> weights,
            String name,
            int index,
            float distance) {
        Map<String, Tensor> moved = new LinkedHashMap<>(weights);
        float[] values = weights.get(name).values().clone();
        values[index] += distance;
        moved.put(name, new Tensor(values, weights.get(name).shape()));
        try (var use = model.use("test")) {
            use.restore(moved);
            return use.loss(data, 3, () -> false);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void clippingShortensTheStepToTheNorm(Body body) {
        try (var model = LanguageModel.over(VOCABULARY).embedding(3).body(body).seed(2).build()) {
            Map<String, Tensor> before = model.weights();
            var plan = Plan.ofSteps(1).optimizer(Optimizer.sgd(0)).learningRate(1).clipNorm(0.01);
            Training.run(model, data(), plan);
            double squares = 0;
            for (String name : before.keySet()) {
                float[] now = model.weights().get(name).values();
                float[] old = before.get(name).values();
                for (int i = 0; i < old.length; i++) {
                    squares += (old[i] - now[i]) * (double) (old[i] - now[i]);
                }
            }
            assertThat(Math.sqrt(squares)).isCloseTo(0.01, within(1e-5));
        }
    }
}
