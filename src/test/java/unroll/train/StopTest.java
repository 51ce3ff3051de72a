package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.data.Split;
import unroll.data.TokenData;
import unroll.layer.Tensor;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.trace.History;
import unroll.trace.History.Stop.Reason;

/** The ways a training ends before its plan does. */
@Tag("engine")
class StopTest {

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    @Test
    void anInterruptReturnsTheHistoryAndTheNextRunGoesOn() throws InterruptedException {
        try (var model = Tiny.model(Lstm.of(32))) {
            var result = new AtomicReference<History>();
            var flag = new AtomicReference<Boolean>();
            var steps = new AtomicInteger();
            var cell =
                    new Thread(
                            () -> {
                                var plan = Tiny.plan(1_000_000);
                                result.set(
                                        Training.run(
                                                model,
                                                Tiny.windows(),
                                                plan,
                                                event -> steps.incrementAndGet()));
                                flag.set(Thread.interrupted());
                            });
            cell.start();
            await(() -> steps.get() > 20);
            long stopped = System.nanoTime();
            cell.interrupt();
            cell.join(2000);
            assertThat(cell.isAlive()).isFalse();
            assertThat(System.nanoTime() - stopped).isLessThan(2_000_000_000L);
            History history = result.get();
            int last = history.last().step();
            assertThat(history.stop().reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(history.stop().message())
                    .isEqualTo(
                            "stopped by you at step %,d of 1,000,000; run the cell again to go on"
                                    .formatted(last));
            assertThat(flag.get()).as("the flag is cleared").isFalse();
            assertThat(model.steps()).isEqualTo(last);
            Map<String, Tensor> weights = model.weights();
            int heard = steps.get();
            Thread.sleep(300);
            assertThat(steps.get()).as("no code of the stopped run").isEqualTo(heard);
            assertThat(model.weights()).isEqualTo(weights);
            History more = Training.run(model, Tiny.windows(), Tiny.plan(5));
            assertThat(more.steps()).hasSize(last + 5);
        }
    }

    @Test
    void anInterruptDuringValidationStopsTooAndIsNotAnEarlyStop() throws InterruptedException {
        try (var model = Tiny.model(Lstm.of(32))) {
            var result = new AtomicReference<History>();
            var begun = new CountDownLatch(1);
            var data = Split.at(Tiny.ids(400_000), 0.02).windows(10); // mostly validation
            var plan = Tiny.plan(1000).batch(1).validateEvery(1).patience(1);
            var cell =
                    new Thread(
                            () ->
                                    result.set(
                                            Training.run(
                                                    model,
                                                    data,
                                                    plan,
                                                    event -> begun.countDown())));
            cell.start();
            begun.await();
            Thread.sleep(200); // the first validation reads 39,000 windows one by one
            cell.interrupt();
            cell.join(2000);
            assertThat(cell.isAlive()).isFalse();
            assertThat(result.get().stop().reason()).isEqualTo(Reason.INTERRUPTED);
        }
    }

    @Test
    void anInterruptBeforeTheFirstStepReturnsAnEmptyHistory() {
        try (var model = Tiny.model(Lstm.of(8))) {
            Thread.currentThread().interrupt();
            History history = Training.run(model, Tiny.windows(), Tiny.plan(10));
            assertThat(history.steps()).isEmpty();
            assertThat(history.stop().message())
                    .isEqualTo("stopped by you at step 0 of 10; run the cell again to go on");
        }
    }

    @Test
    void anotherThreadIsToldWhoTrains() throws InterruptedException {
        try (var model = Tiny.model(Lstm.of(8))) {
            var begun = new CountDownLatch(1);
            var cell =
                    new Thread(
                            () ->
                                    Training.run(
                                            model,
                                            Tiny.windows(),
                                            Tiny.plan(1_000_000),
                                            event -> begun.countDown()),
                            "first cell");
            cell.start();
            begun.await();
            assertThatThrownBy(() -> Training.run(model, Tiny.windows(), Tiny.plan(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another thread (training in \"first cell\")");
            assertThatThrownBy(model::close).hasMessageContaining("in use by another thread");
            cell.interrupt();
            cell.join();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e30})
    void aLearningRateThatExplodesIsStoppedAndTheGoodWeightsComeBack(double rate) {
        try (var model = Tiny.model(Lstm.of(8))) {
            Map<String, Tensor> before = model.weights();
            var plan = Tiny.plan(300).learningRate(rate);
            History history = Training.run(model, Tiny.windows(), plan);
            assertThat(history.stop().reason()).isEqualTo(Reason.NOT_A_NUMBER);
            assertThat(history.stop().message())
                    .contains(
                            "the weights of step 0 are back; lower learningRate (now "
                                    + rate
                                    + ")");
            assertThat(model.weights()).isEqualTo(before);
            History mended = Training.run(model, Tiny.windows(), Tiny.plan(50));
            assertThat(mended.last().loss()).isLessThan(1.5);
        }
    }

    @Test
    void weightsThatAreNotNumbersStopAtTheFirstStepAndLeaveNothingBehind() {
        try (var model = Tiny.model(Lstm.of(8))) {
            Map<String, Tensor> good = model.weights();
            Map<String, Tensor> bad = new LinkedHashMap<>(good);
            bad.put("head.bias", new Tensor(filled(6, Float.NaN), new long[] {6}));
            restore(model, bad);
            History history = Training.run(model, Tiny.windows(), Tiny.plan(50));
            assertThat(history.stop().message())
                    .startsWith("the loss became NaN and the gradient norm NaN in step 1");
            restore(model, good);
            assertThat(Training.run(model, Tiny.windows(), Tiny.plan(50)).last().loss())
                    .isLessThan(1.5);
        }
    }

    private static void restore(LanguageModel model, Map<String, Tensor> weights) {
        try (var use = model.use("test")) {
            use.restore(weights);
        }
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, value);
        return values;
    }

    @Test
    void validationThatNoLongerFallsStopsEarlyAndGivesBackTheBestWeights() {
        int[] noise = new java.util.Random(1).ints(1500, 0, 6).toArray();
        TokenData data = Split.at(noise, 0.3).windows(10);
        try (var model = Tiny.model(Lstm.of(32))) {
            var plan = Tiny.plan(5000).learningRate(0.02).validateEvery(10).patience(3);
            History history = Training.run(model, data, plan);
            assertThat(history.stop().reason()).isEqualTo(Reason.EARLY);
            assertThat(history.last().step()).isLessThan(2000);
            assertThat(history.stop().message())
                    .contains("3 looks without a validation loss below")
                    .contains("the weights of step " + history.best().step() + ", which had it");
            assertThat(model.loss(data)).isCloseTo(history.best().loss(), within(1e-5));
            assertThat(history.loss()).isEqualTo(history.best().loss());
            assertThat(List.of(history.best().step())).doesNotContain(history.last().step());
        }
    }
}
