package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.UnrollException;
import unroll.data.LabelledText;
import unroll.data.PaddedData;
import unroll.layer.Pooling;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.model.Rnn;
import unroll.model.SequenceClassifier;
import unroll.text.Vocabulary;
import unroll.trace.History;
import unroll.trace.History.Stop.Reason;

/** The loop that trains language models trains a classifier of texts. */
@Tag("engine")
class ClassifierTrainingTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("abcd");
    private static final List<LabelledText> EXAMPLES = examples(600);

    @TempDir private Path folder;

    /** Returns texts of 2 to 9 letters that belong to the class of their first letter, a or b. */
    private static List<LabelledText> examples(int count) {
        Random random = new Random(3);
        List<LabelledText> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean a = random.nextBoolean();
            StringBuilder text = new StringBuilder(a ? "a" : "b");
            random.ints(1 + random.nextInt(8), 0, 4).forEach(c -> text.append("abcd".charAt(c)));
            examples.add(LabelledText.of(text.toString(), a ? "first" : "second"));
        }
        return examples;
    }

    private static SequenceClassifier model() {
        return SequenceClassifier.over(VOCABULARY, EXAMPLES)
                .embedding(6)
                .body(Lstm.of(12))
                .seed(2)
                .build();
    }

    private static PaddedData data(SequenceClassifier model) {
        return model.data(EXAMPLES.subList(0, 500), EXAMPLES.subList(500, 600));
    }

    private static Plan plan(int steps) {
        return Plan.ofSteps(steps).batch(16).learningRate(0.02).validateEvery(0);
    }

    @Test
    void itLearnsWhatStandsFarBack() {
        try (var model = model()) {
            var data = data(model);
            assertThat(model.loss(data)).isCloseTo(Math.log(2), within(0.1));
            History history = Training.run(model, data, plan(150));
            assertThat(history.stop().reason()).isEqualTo(Reason.FINISHED);
            assertThat(history.blindGuess()).isCloseTo(Math.log(2), within(1e-12));
            assertThat(history.letterGuess()).isBetween(0.68, Math.log(2));
            assertThat(history.loss()).isLessThan(0.1);
            assertThat(model.predict("acdbcdb").label()).isEqualTo("first");
            assertThat(model.predict("bcdacda").label()).isEqualTo("second");
            assertThat(model.predict("bcda").probability()).isGreaterThan(0.9);
        }
    }

    @Test
    void anEpochPlanTakesEveryExampleOnce() {
        try (var model = model()) {
            Plan plan = Plan.ofEpochs(2).batch(16);
            History history = Training.run(model, data(model), plan);
            assertThat(history.steps()).hasSize(2 * 32);
        }
    }

    @Test
    void aSavedModelGoesOnAsIfNothingHadHappened() {
        Path file = folder.resolve("classifier.safetensors");
        try (var whole = model();
                var half = model()) {
            Training.run(whole, data(whole), plan(8));
            Training.run(whole, data(whole), plan(8));
            Training.run(half, data(half), plan(8));
            half.save(file);
            try (var loaded = SequenceClassifier.load(file)) {
                assertThat(loaded.setup()).isEqualTo(half.setup());
                assertThat(loaded.steps()).isEqualTo(8);
                assertThat(loaded.predict("abc")).isEqualTo(half.predict("abc"));
                var history = Training.run(loaded, data(loaded), plan(8));
                assertThat(history.stop().message()).contains("went on from step 8");
                assertThat(Tiny.losses(history)).isEqualTo(Tiny.losses(whole.history()));
                assertThat(loaded.weights()).isEqualTo(whole.weights());
            }
        }
    }

    @Test
    void anInterruptEndsTheTrainingAndKeepsTheModel() {
        try (var model = model()) {
            Progress stop =
                    event -> {
                        if (event.kind() == Event.Kind.STEPPED && event.step() == 3) {
                            Thread.currentThread().interrupt();
                        }
                    };
            History history = Training.run(model, data(model), plan(50), stop);
            assertThat(history.stop().reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(model.steps()).isEqualTo(3);
            assertThat(Thread.interrupted()).isFalse();
            model.reset();
            assertThat(model.steps()).isZero();
        }
    }

    @Test
    void predictionsAreProbabilitiesAndDoNotDependOnTheirNeighbours() {
        var setup = SequenceClassifier.over(VOCABULARY, "x", "y", "z").embedding(4);
        for (Pooling pooling : Pooling.values()) {
            try (var model =
                    setup.body(Gru.of(5).bidirectional(true)).pooling(pooling).seed(1).build()) {
                var texts = LabelledText.texts(EXAMPLES.subList(0, 130));
                var together = model.predict(texts);
                for (int i = 0; i < texts.size(); i += 13) {
                    var alone = model.predict(texts.get(i)).probabilities();
                    var all = together.get(i).probabilities();
                    assertThat(alone.keySet()).containsExactly("x", "y", "z");
                    assertThat(alone.values().stream().mapToDouble(p -> p).sum())
                            .isCloseTo(1, within(1e-6));
                    alone.forEach(
                            (label, p) -> assertThat(all.get(label)).isCloseTo(p, within(1e-5)));
                }
            }
        }
    }

    @Test
    void theSummaryShowsOneAnswerPerText() {
        try (var model = model()) {
            assertThat(model.summary().toString()).contains("(B, T, 12)", "(B, 2)", "12·2 + 2");
            assertThat(model.parameters())
                    .isEqualTo(4 * 6 + 4 * (6 * 12 + 12 * 12 + 2 * 12) + 12 * 2 + 2);
            assertThat(model.toString()).startsWith("2 classes of texts, 4 tokens, embedding 6");
        }
    }

    @Test
    void whatTheModelDoesNotKnowIsNamedWithItsPlace() {
        try (var model = model()) {
            var good = LabelledText.of("ab", "first");
            assertThatThrownBy(
                            () ->
                                    model.data(
                                            List.of(good, LabelledText.of("ab", "third")),
                                            List.of()))
                    .hasMessageContaining("training example 2 has the label \"third\"");
            assertThatThrownBy(
                            () ->
                                    model.data(
                                            List.of(good), List.of(LabelledText.of("ax", "first"))))
                    .hasMessageContaining("validation example 1")
                    .hasMessageContaining("\"x\"");
            assertThatThrownBy(() -> model.data(List.of(), List.of(good)))
                    .hasMessageContaining("nothing to learn from");
            assertThatThrownBy(() -> model.predict("")).hasMessageContaining("is empty");
        }
        assertThatThrownBy(() -> SequenceClassifier.over(VOCABULARY, "only"))
                .hasMessageContaining("two or more different labels");
    }

    @Test
    void dataOfAnotherModelAreRefused() {
        try (var model = model();
                var larger = SequenceClassifier.over(VOCABULARY, "a", "b", "c").build()) {
            var foreign = larger.data(List.of(LabelledText.of("ab", "c")), List.of());
            assertThatThrownBy(() -> Training.run(model, foreign, plan(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("made for another model");
        }
    }

    @Test
    void theFileOfAnotherKindIsRefused() {
        Path file = folder.resolve("language.safetensors");
        try (var language = LanguageModel.over(VOCABULARY).body(Rnn.of(3)).build()) {
            language.save(file);
        }
        assertThatThrownBy(() -> SequenceClassifier.load(file))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("is no sequence classifier of Unroll")
                .hasMessageContaining("SequenceClassifier.save");
    }

    @Test
    void aRowOfAFileIsReadByItsTextOrItsOnlyString() {
        try (var model = model()) {
            var alone = model.predict("acd");
            assertThat(model.predict(Map.of("text", "acd", "name", "x"))).isEqualTo(alone);
            assertThat(model.predict(Map.of("words", "acd", "number", 7))).isEqualTo(alone);
            assertThatThrownBy(() -> model.predict(Map.of("text", 7)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the row has 0 strings and none of them is called \"text\"; it has [text]:"
                                    + " name the one to read \"text\", or leave the others out");
        }
    }

    @Test
    void theLongestTextThereCanBeDecidesTheMemory() {
        try (var model = model()) {
            var longText = LabelledText.of("ab".repeat(5000), "first");
            MemoryNeed usual = MemoryNeed.of(model, data(model), plan(1));
            MemoryNeed learnt =
                    MemoryNeed.of(
                            model,
                            model.data(List.of(EXAMPLES.get(0), longText), EXAMPLES),
                            plan(1));
            MemoryNeed held =
                    MemoryNeed.of(model, model.data(EXAMPLES, List.of(longText)), plan(1));
            assertThat(usual.longest()).isEqualTo(9);
            assertThat(learnt).isEqualTo(held);
            assertThat(held.perSequence()).isEqualTo(usual.perSequence() / 9 * 10_000);
        }
    }
}
