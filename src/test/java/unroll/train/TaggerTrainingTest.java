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
import unroll.data.TaggedTokens;
import unroll.model.Gru;
import unroll.model.Prediction;
import unroll.model.Tagger;
import unroll.text.Vocabulary;
import unroll.trace.History;

/** The loop that trains language models trains a tagger of tokens. */
@Tag("engine")
class TaggerTrainingTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("01<>");
    private static final List<TaggedTokens> EXAMPLES = examples(400);

    @TempDir private Path folder;

    /** Returns sequences in which what stands between the brackets is inside; one sees both ends. */
    private static List<TaggedTokens> examples(int count) {
        Random random = new Random(5);
        List<TaggedTokens> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = 4 + random.nextInt(8);
            int open = random.nextInt(length - 2);
            int close = open + 1 + random.nextInt(length - open - 1);
            List<String> tokens = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            for (int t = 0; t < length; t++) {
                String digit = random.nextBoolean() ? "1" : "0";
                tokens.add(t == open ? "<" : t == close ? ">" : digit);
                tags.add(t > open && t < close ? "inside" : "outside");
            }
            examples.add(TaggedTokens.of(tokens, tags));
        }
        return examples;
    }

    private static Tagger model() {
        return Tagger.over(VOCABULARY, EXAMPLES)
                .embedding(4)
                .body(Gru.of(8).bidirectional(true))
                .seed(3)
                .build();
    }

    private static Plan plan(int steps) {
        return Plan.ofSteps(steps).batch(16).learningRate(0.02).validateEvery(0);
    }

    private static List<String> labels(List<Prediction> predictions) {
        return predictions.stream().map(Prediction::label).toList();
    }

    @Test
    void itLearnsATagForEveryToken() {
        try (var model = model()) {
            var data = model.data(EXAMPLES.subList(0, 350), EXAMPLES.subList(350, 400));
            History history = Training.run(model, data, plan(120));
            assertThat(history.blindGuess()).isCloseTo(Math.log(2), within(1e-12));
            assertThat(history.loss()).isLessThan(0.1);
            assertThat(labels(model.predict("0<10>1")))
                    .containsExactly(
                            "outside", "outside", "inside", "inside", "outside", "outside");
            assertThat(model.predict(List.of("<", "1", ">"))).hasSize(3);
            assertThat(model.predict(Map.of("text", "<1>"))).isEqualTo(model.predict("<1>"));
        }
    }

    @Test
    void aSavedTaggerPredictsAndGoesOn() {
        Path file = folder.resolve("tagger.safetensors");
        try (var model = model()) {
            var data = model.data(EXAMPLES, List.of());
            Training.run(model, data, plan(3));
            model.save(file);
            try (var loaded = Tagger.load(file)) {
                assertThat(loaded.setup()).isEqualTo(model.setup());
                assertThat(loaded.predict("0<1>")).isEqualTo(model.predict("0<1>"));
                Training.run(model, data, plan(3));
                Training.run(loaded, data, plan(3));
                assertThat(loaded.weights()).isEqualTo(model.weights());
            }
        }
    }

    @Test
    void theSummaryShowsOneAnswerPerToken() {
        try (var model = model()) {
            assertThat(model.summary().toString()).contains("(B, T, 16)", "(B, T, 2)");
            assertThat(model.toString()).startsWith("2 tags of tokens, 4 tokens, embedding 4");
        }
    }

    @Test
    void whatTheTaggerDoesNotKnowIsNamedWithItsPlace() {
        try (var model = model()) {
            var strange = TaggedTokens.of(List.of("0", "x"), List.of("inside", "outside"));
            assertThatThrownBy(() -> model.data(List.of(EXAMPLES.get(0), strange), List.of()))
                    .hasMessageContaining("training example 2, token 2")
                    .hasMessageContaining("\"x\"");
            var tagged = TaggedTokens.of(List.of("0"), List.of("above"));
            assertThatThrownBy(() -> model.data(List.of(tagged), List.of()))
                    .hasMessageContaining("has the label \"above\"");
            assertThatThrownBy(() -> model.predict(List.of())).hasMessageContaining("is empty");
        }
        assertThatThrownBy(() -> TaggedTokens.of(List.of("0", "1"), List.of("inside")))
                .hasMessageContaining("2 tokens and 1 tags");
    }
}
