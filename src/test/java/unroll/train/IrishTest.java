package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import unroll.data.Corpus;
import unroll.data.Split;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.text.Vocabulary;
import unroll.trace.History;

/** Real tunes are learnt as well as PyTorch in Python learns them: it reaches 1.437. */
@Tag("engine")
@Tag("long")
@EnabledIfEnvironmentVariable(named = "UNROLL_IRISH_ABC", matches = ".+")
class IrishTest {

    private static History train(Body body, int steps) {
        Corpus corpus = Corpus.read(Path.of(System.getenv("UNROLL_IRISH_ABC")));
        Vocabulary vocabulary = Vocabulary.ofCharacters(corpus.text());
        var data = Split.at(vocabulary.encode(corpus.text()), 0.9).windows(100);
        var plan = Plan.ofSteps(steps).batch(32).learningRate(5e-3).clipNorm(5).validateEvery(50);
        try (var model = LanguageModel.over(vocabulary).embedding(64).body(body).seed(42).build()) {
            History history = Training.run(model, data, plan);
            System.out.println(body + ": " + history);
            return history;
        }
    }

    @Test
    void anLstmReachesPyTorchsLossWithinSixHundredSteps() {
        assertThat(train(Lstm.of(256), 600).best().loss()).isLessThanOrEqualTo(1.46);
    }

    @Test
    void aGruIsBelowOneAndAHalfAfterTwoHundred() {
        assertThat(train(Gru.of(256), 200).loss()).isLessThanOrEqualTo(1.50);
    }
}
