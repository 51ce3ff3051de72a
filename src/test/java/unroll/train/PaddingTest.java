package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.data.PaddedBatch;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.layer.Activation;
import unroll.layer.Pooling;
import unroll.layer.Tensor;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.model.SequenceClassifier;
import unroll.model.Tagger;
import unroll.model.TaskModel;
import unroll.text.Vocabulary;

/** Holds that a sequence gets in a padded batch what it gets alone: answer, loss and gradient. */
@Tag("engine")
class PaddingTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("abcdef");
    private static final int[] LENGTHS = {3, 7, 1, 5};

    static List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        for (boolean both : new boolean[] {false, true}) {
            for (int layers = 1; layers <= 2; layers++) {
                bodies.add(Rnn.of(4).layers(layers).bidirectional(both));
                Rnn relu = Rnn.of(4).activation(Activation.RELU);
                bodies.add(relu.layers(layers).bidirectional(both));
                bodies.add(Gru.of(4).layers(layers).bidirectional(both));
                bodies.add(Lstm.of(4).layers(layers).bidirectional(both));
            }
        }
        return bodies;
    }

    /** Returns rows of some lengths with padding that is not 0, so that reading it would show. */
    private static PaddedBatch batch(boolean perToken, int classes) {
        Random random = new Random(8);
        int longest = Arrays.stream(LENGTHS).max().getAsInt();
        int[] inputs = random.ints((long) LENGTHS.length * longest, 0, 6).toArray();
        int answers = perToken ? longest : 1;
        int[] targets = random.ints((long) LENGTHS.length * answers, 0, classes).toArray();
        float[] weights = new float[targets.length];
        for (int row = 0; row < LENGTHS.length; row++) {
            int counted = perToken ? LENGTHS[row] : 1;
            Arrays.fill(weights, row * answers, row * answers + counted, 1f + row);
        }
        return new PaddedBatch(inputs, LENGTHS, targets, weights, LENGTHS.length, longest);
    }

    /** Returns one row without its padding. */
    private static PaddedBatch alone(PaddedBatch batch, int row) {
        int length = batch.lengths()[row];
        int from = row * batch.length();
        boolean perToken = batch.targets().length > batch.size();
        int first = perToken ? from : row;
        int last = first + (perToken ? length : 1);
        return new PaddedBatch(
                Arrays.copyOfRange(batch.inputs(), from, from + length),
                new int[] {length},
                Arrays.copyOfRange(batch.targets(), first, last),
                Arrays.copyOfRange(batch.weights(), first, last),
                1,
                length);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aClassifiedSequenceIsTheSameInABatchAndAlone(Body body) {
        for (Pooling pooling : Pooling.values()) {
            var setup = SequenceClassifier.over(VOCABULARY, "x", "y", "z").embedding(3);
            try (var model = setup.body(body).pooling(pooling).seed(5).build()) {
                PaddedBatch batch = batch(false, 3);
                float[] together = outputs(model, batch);
                for (int row = 0; row < batch.size(); row++) {
                    float[] own = Arrays.copyOfRange(together, row * 3, row * 3 + 3);
                    assertThat(own)
                            .as("%s, row %d", pooling, row)
                            .containsExactly(outputs(model, alone(batch, row)), within(1e-5f));
                }
                holdsForLossAndGradients(model, batch);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aTaggedSequenceIsTheSameInABatchAndAlone(Body body) {
        var setup = Tagger.over(VOCABULARY, "x", "y", "z").embedding(3);
        try (var model = setup.body(body).seed(5).build()) {
            PaddedBatch batch = batch(true, 3);
            float[] together = outputs(model, batch);
            for (int row = 0; row < batch.size(); row++) {
                int from = row * batch.length() * 3;
                float[] own = Arrays.copyOfRange(together, from, from + LENGTHS[row] * 3);
                assertThat(own)
                        .as("row %d", row)
                        .containsExactly(outputs(model, alone(batch, row)), within(1e-5f));
            }
            holdsForLossAndGradients(model, batch);
        }
    }

    private static void holdsForLossAndGradients(TaskModel<PaddedBatch> model, PaddedBatch batch) {
        double loss = 0;
        Map<String, float[]> sum = new LinkedHashMap<>();
        for (int row = 0; row < batch.size(); row++) {
            PaddedBatch alone = alone(batch, row);
            double share = alone.answers() / batch.answers();
            try (var use = model.use("test")) {
                loss += share * use.loss(alone);
            }
            gradients(model, alone).forEach((name, slope) -> add(sum, name, slope, share));
        }
        try (var use = model.use("test")) {
            assertThat(use.loss(batch)).isCloseTo(loss, within(1e-5));
        }
        gradients(model, batch)
                .forEach(
                        (name, slope) ->
                                assertThat(slope)
                                        .as("gradient of %s", name)
                                        .containsExactly(sum.get(name), within(1e-5f)));
    }

    private static void add(Map<String, float[]> sum, String name, float[] slope, double share) {
        float[] all = sum.computeIfAbsent(name, key -> new float[slope.length]);
        for (int i = 0; i < slope.length; i++) {
            all[i] += (float) (share * slope[i]);
        }
    }

    private static float[] outputs(TaskModel<PaddedBatch> model, PaddedBatch batch) {
        try (Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            var in = model.objective(batch).inputs(manager);
            var store = new ParameterStore(manager, false);
            return model.block().forward(store, in, false).head().toFloatArray();
        }
    }

    /** Returns how far a step of rate 1 moves each weight, and takes it back. */
    private static Map<String, float[]> gradients(TaskModel<PaddedBatch> model, PaddedBatch batch) {
        Map<String, Tensor> before = model.weights();
        Map<String, float[]> slopes = new LinkedHashMap<>();
        try (var use = model.use("test");
                var descent = new Descent(model.block(), Optimizer.sgd(0))) {
            descent.step(model.objective(batch), batch.size(), false, 1, Double.POSITIVE_INFINITY);
            model.weights()
                    .forEach(
                            (name, after) -> slopes.put(name, difference(before.get(name), after)));
            use.restore(before);
        }
        return slopes;
    }

    private static float[] difference(Tensor before, Tensor after) {
        float[] difference = before.values().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= after.values()[i];
        }
        return difference;
    }
}
