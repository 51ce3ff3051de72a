package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.data.Split;
import unroll.engine.Engines;
import unroll.layer.Activation;
import unroll.layer.CrossEntropy;
import unroll.layer.LinearBlock;
import unroll.layer.Tensor;
import unroll.text.Vocabulary;

@Tag("engine")
class LanguageModelTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("abcde");

    /** A reader's own body: one matrix, no memory. */
    record Flat(int width) implements Body {
        @Override
        public Block block(int inputs, long seed) {
            return new LinearBlock(inputs, width, seed);
        }
    }

    static List<Body> bodies() {
        return List.of(
                Rnn.of(6),
                Rnn.of(6).layers(2).activation(Activation.RELU),
                Gru.of(6),
                Gru.of(5).layers(3),
                Lstm.of(6),
                Lstm.of(5).layers(2).dropout(0.5),
                new Flat(9));
    }

    private static LanguageModel model(Body body) {
        return LanguageModel.over(VOCABULARY).embedding(4).body(body).seed(3).build();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void probabilitiesSumToOneAndTheStepperAgrees(Body body) {
        try (var model = model(body)) {
            float[] all = model.probabilities("abcab");
            double sum = 0;
            for (float p : all) {
                sum += p;
            }
            assertThat(all).hasSize(5);
            assertThat(sum).isCloseTo(1, within(1e-6));
            Stepper stepper = model.stepper();
            Stepper.State state = stepper.start();
            float[] logits = {};
            for (int id : VOCABULARY.encode("abcab")) {
                logits = stepper.step(state, id);
            }
            assertThat(Softmax.of(logits)).containsExactly(all, within(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theSizeToldBeforeBuildingIsTheSizeBuilt(Body body) {
        try (var model = model(body)) {
            long built = model.summary().rows().get(1).parameters();
            assertThat(body.size(4).parameters()).isIn(0L, built);
            assertThat(model.weights().values().stream().mapToLong(t -> t.values().length).sum())
                    .isEqualTo(model.parameters());
        }
    }

    @Test
    void theSummaryShowsShapesAndHowTheNumbersComeAbout() {
        try (var model = model(Lstm.of(6))) {
            assertThat(model.summary())
                    .hasToString(
                            """
                            layer      input      output     parameters  formula
                            embedding  (B, T)     (B, T, 4)          20  5·4
                            body Lstm  (B, T, 4)  (B, T, 6)         288  4 (4·6 + 6·6 + 2·6)
                            head       (B, T, 6)  (B, T, 5)          35  6·5 + 5
                            all                                     343  1.4 kB as float32""");
            assertThat(model.summary().table().rowCount()).isEqualTo(3);
        }
    }

    @Test
    void weightsBearPyTorchsNamesAndTheSeedDecidesThem() {
        try (var one = model(Gru.of(6));
                var two = model(Gru.of(6))) {
            assertThat(one.weights().keySet())
                    .containsExactly(
                            "embedding.weight",
                            "body.weight_ih_l0",
                            "body.weight_hh_l0",
                            "body.bias_ih_l0",
                            "body.bias_hh_l0",
                            "head.weight",
                            "head.bias");
            assertThat(one.weights()).isEqualTo(two.weights());
            assertThat(one.weights().get("body.weight_ih_l0").shape()).containsExactly(18, 4);
        }
    }

    @Test
    void resetGivesBackTheUntrainedWeights() {
        try (var model = model(Lstm.of(6))) {
            var untrained = model.weights();
            try (var use = model.use("test")) {
                var changed = new LinkedHashMap<>(untrained);
                changed.put("head.bias", new Tensor(new float[] {1, 2, 3, 4, 5}, new long[] {5}));
                use.restore(changed);
                use.keep(7, new OptimizerState("ADAM", 7, Map.of()), model.history());
            }
            assertThat(model.steps()).isEqualTo(7);
            assertThat(model.weights()).isNotEqualTo(untrained);
            model.reset();
            assertThat(model.weights()).isEqualTo(untrained);
            assertThat(model.steps()).isZero();
            assertThat(model.history().steps()).isEmpty();
        }
    }

    @Test
    void theUntrainedLossIsNearTheBlindGuessAndWeightedByTokens() {
        try (var model = model(Lstm.of(6))) {
            var data = Split.at(VOCABULARY.encode("abcdeabcde".repeat(20)), 0.5).windows(9);
            double loss = model.loss(data);
            assertThat(loss).isBetween(1.2, 2.0);
            try (var use = model.use("test")) {
                assertThat(use.loss(data, 3, () -> false)).isCloseTo(loss, within(1e-6));
                assertThat(use.loss(data, 3, () -> true)).isNaN();
            }
        }
    }

    @Test
    void anEmptyTextBeforeIsRefused() {
        try (var model = model(Lstm.of(6))) {
            assertThatThrownBy(() -> model.probabilities(""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the text before is empty; give at least one token for the model to read");
        }
    }

    @Test
    void aClosedModelSaysSo() {
        var model = model(Lstm.of(6));
        model.close();
        model.close();
        assertThatThrownBy(model::weights)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the model is closed and its memory freed; build or load it again");
        assertThatThrownBy(() -> model.probabilities("a")).hasMessageContaining("closed");
        assertThatThrownBy(model::stepper).hasMessageContaining("closed");
    }

    @Test
    void aModelInUseByAnotherThreadSaysByWhich() throws InterruptedException {
        try (var model = model(Lstm.of(6))) {
            var failure = new AtomicReference<Throwable>();
            var done = new CountDownLatch(1);
            try (var use = model.use("training")) {
                var other =
                        new Thread(
                                () -> {
                                    try {
                                        model.probabilities("a");
                                    } catch (IllegalStateException e) {
                                        failure.set(e);
                                    }
                                    done.countDown();
                                });
                other.start();
                done.await();
                assertThat(model.probabilities("a")).hasSize(5); // the same thread may
            }
            assertThat(failure.get())
                    .hasMessage(
                            "the model is in use by another thread (training in \"%s\"); wait until it"
                                            .formatted(Thread.currentThread().getName())
                                    + " has finished, or interrupt its cell");
        }
    }

    @Test
    void theBlockTrainsInDjlsOwnTrainer() throws TranslateException {
        int[] ids = VOCABULARY.encode("abcdeabcdeabcde");
        Loss loss =
                new Loss("cross entropy") {
                    @Override
                    public NDArray evaluate(NDList targets, NDList out) {
                        return CrossEntropy.mean(out.head(), targets.head());
                    }
                };
        try (var model = model(Gru.of(6));
                Model shell = Model.newInstance("shell", Engines.device())) {
            float before = model.probabilities("abcd")[4];
            shell.setBlock(model.block());
            var config =
                    new DefaultTrainingConfig(loss)
                            .optOptimizer(
                                    Optimizer.adam()
                                            .optLearningRateTracker(Tracker.fixed(0.05f))
                                            .build());
            try (Trainer trainer = shell.newTrainer(config)) {
                NDManager manager = trainer.getManager();
                Shape shape = new Shape(1, 14);
                var data =
                        new ArrayDataset.Builder()
                                .setData(manager.create(Arrays.copyOf(ids, 14), shape))
                                .optLabels(manager.create(Arrays.copyOfRange(ids, 1, 15), shape))
                                .setSampling(1, false)
                                .build();
                EasyTrain.fit(trainer, 40, data, null);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertThat(model.probabilities("abcd")[4]).isGreaterThan(Math.max(0.8f, before));
        }
    }

    @Test
    void theMemoryOfModelsThatNobodyRefersToIsFreed() throws InterruptedException {
        List<NDArray> arrays = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            arrays.add(model(Lstm.of(64)).block().getParameters().get(0).getValue().getArray());
        }
        for (int tries = 0;
                tries < 100 && !arrays.stream().allMatch(NDArray::isReleased);
                tries++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(arrays).allMatch(NDArray::isReleased);
    }

    @Test
    void theBlockCanBeUsedAfterTheModelIsForgotten() throws InterruptedException {
        Block block = model(Lstm.of(6)).block();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(block.getParameters().get(0).getValue().getArray().isReleased()).isFalse();
    }
}
