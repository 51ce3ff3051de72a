package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.Split;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

@Tag("engine")
class GenerationByModelTest {
    private static final Vocabulary LETTERS = Vocabulary.ofCharacters("abcdefgh \n");

    @Test
    void aSeedWritesTheSameTextOnBothEngines() {
        try (var model =
                LanguageModel.over(LETTERS).embedding(8).body(Lstm.of(16)).seed(42).build()) {
            assertThat(Generation.of(model).seed(3).text(40).strip())
                    .isEqualTo("ee\nae\ngchefcbfgb\n dghe ega\negef gcacebb");
        }
    }

    @Test
    void whatWasLearntIsWrittenWithTheNewWeights() {
        String text = "abcd".repeat(100);
        var vocabulary = Vocabulary.ofCharacters(text);
        try (var model = LanguageModel.over(vocabulary).embedding(8).body(Gru.of(16)).build()) {
            var generation = Generation.of(model).temperature(0);
            String untrained = generation.continueText("a", 12);
            var data = Split.at(vocabulary.encode(text), 1).windows(20);
            Training.run(model, data, Plan.ofSteps(80).batch(8).learningRate(0.02));
            assertThat(generation.continueText("a", 12))
                    .isEqualTo("abcdabcdabcda")
                    .isNotEqualTo(untrained);
        }
    }

    @Test
    void aClosedModelDoesNotWrite() {
        var model = LanguageModel.over(LETTERS).embedding(8).body(Lstm.of(16)).build();
        model.close();
        assertThatThrownBy(() -> Generation.of(model).text(9))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    @Tag("long")
    void memoryIsFlatOverAHundredThousandTokens() throws IOException {
        try (var model = LanguageModel.over(LETTERS).embedding(64).body(Lstm.of(256)).build()) {
            write(model, 300, 100); // the JVM takes its share
            long before = residentBytes();
            write(model, 100, 1000);
            assertThat(residentBytes() - before).isLessThan(60_000_000);
        }
    }

    private static void write(LanguageModel model, int texts, int tokens) {
        for (int seed = 0; seed < texts; seed++) {
            Generation.of(model).seed(seed).text(tokens);
        }
    }

    private static long residentBytes() throws IOException {
        System.gc();
        String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
        return Long.parseLong(pages) * 4096;
    }
}
