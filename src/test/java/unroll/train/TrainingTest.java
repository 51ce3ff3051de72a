package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.Split;
import unroll.data.TokenData;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.text.Vocabulary;
import unroll.trace.History;

@Tag("engine")
class TrainingTest {
    static final String TEXT = "abcabdabcabe".repeat(50);
    static final Vocabulary VOCABULARY = Vocabulary.ofCharacters(TEXT);

    static TokenData data() {
        return Split.at(VOCABULARY.encode(TEXT), 0.9).windows(12);
    }

    static LanguageModel model() {
        return LanguageModel.over(VOCABULARY).embedding(8).body(Lstm.of(16)).seed(1).build();
    }

    @Test
    void aPatternIsLearnt() {
        String text = "ab".repeat(200);
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        var data = Split.at(vocabulary.encode(text), 0.8).windows(16);
        try (var model = LanguageModel.over(vocabulary).embedding(4).body(Lstm.of(8)).build()) {
            History history = Training.run(model, data, Plan.ofSteps(150).learningRate(0.02));
            assertThat(history.loss()).isLessThan(0.05);
            assertThat(history.steps()).hasSize(150);
            assertThat(history.stop().reason()).isEqualTo(History.Stop.Reason.FINISHED);
        }
    }
}
