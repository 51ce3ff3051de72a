package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
