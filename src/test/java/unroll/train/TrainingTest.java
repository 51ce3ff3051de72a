package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.UnrollException;
import unroll.data.Split;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.text.Vocabulary;
import unroll.trace.History;
import unroll.trace.History.Stop.Reason;

@Tag("engine")
class TrainingTest {

    static List<Body> bodies() {
        return List.of(Rnn.of(8), Gru.of(8), Lstm.of(8), Lstm.of(8).layers(2).dropout(0.1));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aPatternIsLearnt(Body body) {
        String text = "ab".repeat(200);
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        var data = Split.at(vocabulary.encode(text), 0.8).windows(16);
        try (var model = LanguageModel.over(vocabulary).embedding(4).body(body).build()) {
            History history = Training.run(model, data, Plan.ofSteps(150).learningRate(0.02));
            assertThat(history.loss()).isLessThan(0.05);
            assertThat(history.steps()).hasSize(150);
            assertThat(history.stop().reason()).isEqualTo(Reason.FINISHED);
            assertThat(history.stop().message())
                    .isEqualTo(
                            "all planned 150 steps taken (only 320 tokens to learn from: expect the"
                                    + " model to learn them by heart; from about 100,000 on it finds"
                                    + " rules)");
            assertThat(model.history()).isEqualTo(history);
        }
    }

    @Test
    void theHistoryTellsLossNormRateAndPaceOfEveryStep() {
        try (var model = Tiny.model(Lstm.of(8))) {
            var plan = Tiny.plan(20).schedule(Schedule.linear()).validateEvery(8);
            History history = Training.run(model, Tiny.windows(), plan);
            assertThat(history.steps()).extracting(History.Step::step).containsExactly(numbers(20));
            assertThat(history.steps().get(0).learningRate()).isEqualTo(0.01);
            assertThat(history.steps().get(10).learningRate()).isCloseTo(0.005, within(1e-9));
            assertThat(history.steps())
                    .allSatisfy(
                            step -> {
                                assertThat(step.gradientNorm()).isPositive();
                                assertThat(step.tokensPerSecond()).isPositive();
                            });
            assertThat(history.validations())
                    .extracting(History.Validation::step)
                    .containsExactly(8, 16, 20);
            assertThat(history.blindGuess()).isEqualTo(Math.log(6));
            assertThat(history.loss()).isCloseTo(model.loss(Tiny.windows()), within(1e-6));
        }
    }

    private static Integer[] numbers(int last) {
        Integer[] numbers = new Integer[last];
        java.util.Arrays.setAll(numbers, i -> i + 1);
        return numbers;
    }

    @Test
    void listenersHearTheStartEveryStepAndTheStop() {
        try (var model = Tiny.model(Gru.of(8))) {
            List<Event> events = new ArrayList<>();
            History history = Training.run(model, Tiny.windows(), Tiny.plan(12), events::add);
            assertThat(events).hasSize(14);
            assertThat(events.get(0).kind()).isEqualTo(Event.Kind.STARTED);
            assertThat(events.get(0).history().steps()).isEmpty();
            assertThat(events.get(0).expectedSteps()).isEqualTo(12);
            Event third = events.get(3);
            assertThat(third.kind()).isEqualTo(Event.Kind.STEPPED);
            assertThat(third.history().last()).isEqualTo(history.steps().get(2));
            assertThat(third.history().stop().reason()).isEqualTo(Reason.RUNNING);
            assertThat(third.secondsLeft()).isNaN();
            assertThat(events.get(11).secondsLeft()).isPositive();
            assertThat(events.get(13).kind()).isEqualTo(Event.Kind.STOPPED);
            assertThat(events.get(13).history()).isEqualTo(history);
            assertThat(events.get(13).message()).isEqualTo("all planned 12 steps taken");
        }
    }

    @Test
    void epochsTakeTheWholeTextThatOften() {
        try (var model = Tiny.model(Rnn.of(8))) {
            var data = Split.at(Tiny.ids(1000), 0.9).windows(10);
            History history = Training.run(model, data, Plan.ofEpochs(2).batch(16));
            assertThat(history.steps()).hasSize(2 * data.stepsPerEpoch(16));
            assertThat(history.stop().message()).startsWith("all planned 2 epochs taken");
        }
    }

    @Test
    void aPlanWithTimeForFewStepsSaysWhatToDo() {
        try (var model = Tiny.model(Rnn.of(4))) {
            var plan = Plan.ofMinutes(1e-6).batch(4).validateEvery(0);
            assertThat(Training.run(model, Tiny.windows(), plan).stop().message())
                    .contains("steps, which are few", "OMP_NUM_THREADS=1");
        }
    }

    @Test
    void minutesAreKeptAndStepsEstimated() {
        try (var model = Tiny.model(Rnn.of(8))) {
            List<Event> events = new ArrayList<>();
            var plan = Plan.ofMinutes(0.01).batch(4).validateEvery(0);
            History history = Training.run(model, Tiny.windows(), plan, events::add);
            assertThat(history.stop().reason()).isEqualTo(Reason.TIME);
            assertThat(history.last().seconds()).isBetween(0.3, 2.0);
            assertThat(history.stop().message())
                    .startsWith("the planned 0.01 minutes are over after ");
            int middle = events.size() / 2;
            assertThat(events.get(middle).expectedSteps()).isGreaterThan(middle);
            assertThat(events.get(middle).secondsLeft()).isBetween(0.0, 0.6);
        }
    }

    @Test
    void aListenerThatFailsEndsTheTrainingButLosesNothing() {
        try (var model = Tiny.model(Lstm.of(8))) {
            var count = new AtomicInteger();
            Progress failing =
                    event -> {
                        if (count.incrementAndGet() == 6) {
                            throw new IllegalStateException("no display");
                        }
                    };
            assertThatThrownBy(() -> Training.run(model, Tiny.windows(), Tiny.plan(50), failing))
                    .hasMessage("no display");
            assertThat(model.steps()).isEqualTo(5);
            assertThat(model.history().stop().message())
                    .isEqualTo("broken off by an error after step 5");
            assertThat(Training.run(model, Tiny.windows(), Tiny.plan(5)).steps()).hasSize(10);
        }
    }

    @Test
    void tokensOutsideTheVocabularyAreRefusedBeforeTheEngineSeesThem() {
        try (var model = Tiny.model(Lstm.of(8))) {
            var data = Split.at(new int[] {0, 1, 2, 3, 4, 9, 5, 0, 1, 2}, 1).windows(8);
            assertThatThrownBy(() -> Training.run(model, data, Tiny.plan(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("token id 9 at batch 0")
                    .hasMessageContaining("the vocabulary has 6 entries (0..5)");
            assertThat(model.steps()).isZero();
            assertThat(Training.run(model, Tiny.windows(), Tiny.plan(3)).steps()).hasSize(3);
        }
    }

    @Test
    void aVariableThatWasResetIsNamed() {
        try (var model = Tiny.model(Lstm.of(8))) {
            assertThatThrownBy(() -> Training.run(null, Tiny.windows(), Tiny.plan(1)))
                    .hasMessage(
                            "model is null: a cell above was re-run; run the cells below it again");
            assertThatThrownBy(() -> Training.run(model, null, Tiny.plan(1)))
                    .hasMessageStartingWith("data is null");
            assertThatThrownBy(() -> Training.run(model, Tiny.windows(), null))
                    .hasMessageStartingWith("plan is null");
            assertThatThrownBy(
                            () ->
                                    Training.run(
                                            model, Tiny.windows(), Tiny.plan(1), (Progress) null))
                    .hasMessageStartingWith("listener is null");
        }
    }

    @Test
    void aClosedModelIsNotTrained() {
        var model = Tiny.model(Lstm.of(8));
        model.close();
        assertThatThrownBy(() -> Training.run(model, Tiny.windows(), Tiny.plan(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the model is closed");
    }

    @Test
    void whatOutgrowsTheMemoryIsRefusedWithTheBatchThatWouldFit() {
        try (var model = Tiny.model(Lstm.of(8))) {
            MemoryNeed need = MemoryNeed.of(model, Tiny.windows(), Tiny.plan(1).batch(64));
            assertThat(need.bytes()).isLessThan(10_000_000);
            assertThatThrownBy(() -> need.require(need.bytes()))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageMatching(
                            "this training needs about .* GB for sequences of up to .* places, .* GB are"
                                    + " free; batch\\(4.\\) instead of batch\\(64\\) would fit");
            assertThatThrownBy(() -> need.require(1))
                    .hasMessageEndingWith("use a smaller body, embedding or window");
            assertThatThrownBy(
                            () ->
                                    Training.run(
                                            model, Tiny.windows(), Tiny.plan(1).batch(500_000_000)))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageContaining("instead of batch(500000000) would fit");
        }
    }

    @Test
    void twoModelsCanBeTrainedAtTheSameTime() throws InterruptedException {
        Supplier<List<Double>> training =
                () -> {
                    try (var model = Tiny.model(Lstm.of(8))) {
                        return Tiny.losses(Training.run(model, Tiny.windows(), Tiny.plan(60)));
                    }
                };
        List<Double> alone = training.get();
        List<List<Double>> together = new java.util.concurrent.CopyOnWriteArrayList<>();
        Thread one = new Thread(() -> together.add(training.get()));
        Thread two = new Thread(() -> together.add(training.get()));
        one.start();
        two.start();
        one.join();
        two.join();
        assertThat(together).containsExactly(alone, alone);
    }

    @Test
    void aListenerMayReadTheModelButNotChangeIt() {
        List<String> refused = new ArrayList<>();
        try (var model = Tiny.model(Rnn.of(4))) {
            Progress listener =
                    event -> {
                        assertThat(model.probabilities("a")).hasSize(6);
                        List<Runnable> changes =
                                List.of(
                                        model::reset,
                                        model::close,
                                        () -> Training.run(model, Tiny.windows(), Tiny.plan(1)));
                        for (Runnable change : changes) {
                            try {
                                change.run();
                            } catch (IllegalStateException e) {
                                refused.add(e.getMessage());
                            }
                        }
                    };
            assertThat(Training.run(model, Tiny.windows(), Tiny.plan(2), listener).steps())
                    .hasSize(2);
        }
        assertThat(refused)
                .hasSize(12) // at the start, in two steps, and at the stop
                .allMatch(text -> text.contains(" is not possible while the model is in use"));
    }
}
