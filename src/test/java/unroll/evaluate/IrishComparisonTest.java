package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import unroll.data.Corpus;
import unroll.data.Split;
import unroll.evaluate.Report.Outcome;
import unroll.evaluate.Report.Row;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/** Real tunes: n-gram models of order 1 to 6 and an LSTM in one table, bits per character. */
@Tag("engine")
@Tag("long")
@EnabledIfEnvironmentVariable(named = "UNROLL_IRISH_ABC", matches = ".+")
class IrishComparisonTest {
    private static final int SEEDS = 3;

    @Test
    void anLstmForetellsTunesBetterThanEveryNgramModel() {
        Corpus corpus = Corpus.read(Path.of(System.getenv("UNROLL_IRISH_ABC")));
        Vocabulary vocabulary = Vocabulary.ofCharacters(corpus.text());
        Split split = Split.at(vocabulary.encode(corpus.text()), 0.9);
        Map<String, KneserNey> ngrams = new LinkedHashMap<>();
        for (int order = 1; order <= 6; order++) {
            String name = "%d-grams".formatted(order);
            ngrams.put(name, KneserNey.fit(split.training(), vocabulary.size(), order));
        }
        var trial = Trial.ofText(vocabulary, vocabulary.decode(split.validation()));
        Report report = Report.compare(Map.of("LSTM", lstms(vocabulary, split)), ngrams, trial);
        System.out.println(report);
        List<Row> rows = report.rows();
        assertThat(report.outcome()).isEqualTo(Outcome.MODEL);
        assertThat(rows.get(0).name()).isEqualTo("LSTM");
        assertThat(rows.get(0).score()).isBetween(1.9, 2.15);
        assertThat(rows.get(0).high()).isLessThan(rows.get(1).score());
        assertThat(rows).allSatisfy(row -> assertThat(row.items()).isGreaterThan(70));
        assertThat(rows.get(6).name()).isEqualTo("1-grams");
        assertThat(rows.get(6).score()).isBetween(4.0, 5.0);
    }

    private static List<LanguageModel> lstms(Vocabulary vocabulary, Split split) {
        List<LanguageModel> models = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            var plan = Plan.ofSteps(400).batch(32).learningRate(5e-3).clipNorm(5).seed(seed);
            var model =
                    LanguageModel.over(vocabulary)
                            .embedding(64)
                            .body(Lstm.of(256))
                            .seed(seed)
                            .build();
            System.out.println(Training.run(model, split.windows(100), plan));
            models.add(model);
        }
        return models;
    }
}
