package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.data.TokenData;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.model.Rnn;

/** The same seed gives the same bits, in one go or in pieces. */
@Tag("engine")
class GoingOnTest {
    @TempDir private Path folder;

    /** One kind of training. */
    record Case(Body body, Optimizer optimizer, TokenData data, Plan.Length length) {
        Plan plan(int steps) {
            Plan plan = Tiny.plan(steps).optimizer(optimizer);
            double epochs = steps / (double) data.stepsPerEpoch(plan.batch());
            return length.unit() == Plan.Length.Unit.EPOCHS
                    ? new Plan(
                            new Plan.Length(length.unit(), epochs - 1e-9),
                            plan.batch(),
                            plan.learningRate(),
                            plan.clipNorm(),
                            optimizer,
                            plan.schedule(),
                            0,
                            0,
                            3)
                    : plan.seed(3);
        }

        @Override
        public String toString() {
            return body + " " + optimizer + " " + data.getClass().getSimpleName() + " " + length;
        }
    }

    static List<Case> cases() {
        Plan.Length steps = Plan.ofSteps(1).length();
        Plan.Length epochs = Plan.ofEpochs(1).length();
        return List.of(
                new Case(Lstm.of(8), Optimizer.adam(), Tiny.windows(), steps),
                new Case(Gru.of(8), Optimizer.adamW(0.1), Tiny.windows(), epochs),
                new Case(Rnn.of(8), Optimizer.sgd(0.9), Tiny.windows(), steps),
                new Case(Rnn.of(8), Optimizer.sgd(0), Tiny.streams(), steps),
                new Case(Lstm.of(8), Optimizer.adam(), Tiny.streams(), epochs),
                new Case(
                        Lstm.of(8).layers(2).dropout(0.4),
                        Optimizer.adam(),
                        Tiny.windows(),
                        steps));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void savedAndLoadedItGoesOnBitForBit(Case c) {
        try (var whole = Tiny.model(c.body());
                var first = Tiny.model(c.body())) {
            List<Double> expected = Tiny.losses(Training.run(whole, c.data(), c.plan(30)));
            Training.run(first, c.data(), c.plan(13));
            Path file = folder.resolve("model.safetensors");
            first.save(file);
            try (var second = LanguageModel.load(file)) {
                var history = Training.run(second, c.data(), c.plan(17));
                assertThat(Tiny.losses(history)).isEqualTo(expected);
                assertThat(second.weights()).isEqualTo(whole.weights());
                assertThat(second.steps()).isEqualTo(30);
                assertThat(history.stop().message()).endsWith("(went on from step 13)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameSeedGivesTheSameBits(Case c) {
        try (var one = Tiny.model(c.body());
                var two = Tiny.model(c.body())) {
            List<Double> losses = Tiny.losses(Training.run(one, c.data(), c.plan(30)));
            assertThat(Tiny.losses(Training.run(two, c.data(), c.plan(30)))).isEqualTo(losses);
            assertThat(two.weights()).isEqualTo(one.weights());
            one.reset();
            assertThat(Tiny.losses(Training.run(one, c.data(), c.plan(30)))).isEqualTo(losses);
            two.reset();
            assertThat(Tiny.losses(Training.run(two, c.data(), c.plan(30).seed(4))))
                    .isNotEqualTo(losses);
        }
    }

    @Test
    void runningAgainGoesOnAndSaysSo() {
        try (var model = Tiny.model(Lstm.of(8))) {
            long began = System.nanoTime();
            var first = Training.run(model, Tiny.windows(), Tiny.plan(10).validateEvery(5));
            var second = Training.run(model, Tiny.windows(), Tiny.plan(10).validateEvery(5));
            assertThat(second.steps()).hasSize(20).startsWith(first.steps().get(0));
            double passed = (System.nanoTime() - began) / 1e9;
            assertThat(second.last().seconds()).isBetween(first.last().seconds(), passed);
            assertThat(second.validations()).hasSize(4);
            assertThat(second.stop().message())
                    .isEqualTo("all planned 10 steps taken (went on from step 10)");
        }
    }

    @Test
    void anotherOptimizerStartsAfreshAndSaysSo() {
        try (var model = Tiny.model(Lstm.of(8))) {
            Training.run(model, Tiny.windows(), Tiny.plan(10));
            var plan = Tiny.plan(10).optimizer(Optimizer.sgd(0.9));
            assertThat(Training.run(model, Tiny.windows(), plan).stop().message())
                    .isEqualTo(
                            "all planned 10 steps taken (went on from step 10; SGD, momentum 0.9"
                                    + " started afresh after ADAM)");
            assertThat(model.steps()).isEqualTo(20);
        }
    }

    @Test
    void streamsOfAnotherNumberStartWithoutMemory() {
        try (var model = Tiny.model(Lstm.of(8))) {
            Training.run(model, Tiny.streams(), Tiny.plan(10));
            var history = Training.run(model, Tiny.streams(), Tiny.plan(10).batch(5));
            assertThat(history.steps()).hasSize(20);
            assertThat(Training.run(model, Tiny.windows(), Tiny.plan(10)).steps()).hasSize(30);
        }
    }

    @Test
    void memoryIsCarriedBetweenThePiecesOfAStream() {
        try (var carried = Tiny.model(Lstm.of(8));
                var cut = Tiny.model(Lstm.of(8))) {
            var streams = Tiny.streams();
            var plan = Tiny.plan(5);
            var batches = new Feed<>(streams, plan);
            Training.run(carried, streams, plan);
            var windows = new GradientTest.Fixed(batches.batch(2));
            assertThat(carried.history().steps().get(1).loss()).isNotNaN();
            Training.run(cut, new GradientTest.Fixed(batches.batch(1)), Tiny.plan(1));
            Training.run(cut, windows, Tiny.plan(1));
            // the same batches and weights, but the second piece was read from zero memory
            assertThat(cut.history().steps().get(0).loss())
                    .isEqualTo(carried.history().steps().get(0).loss());
            assertThat(cut.history().steps().get(1).loss())
                    .isNotEqualTo(carried.history().steps().get(1).loss());
        }
    }
}
