package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.LabelledText;
import unroll.data.SeriesSplit;
import unroll.data.TaggedTokens;
import unroll.evaluate.Report.Outcome;
import unroll.model.Forecaster;
import unroll.model.Gru;
import unroll.model.LanguageModel;
import unroll.model.SequenceClassifier;
import unroll.model.Tagger;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/** Real models beside baselines, on tasks whose winner is known. */
@Tag("engine")
class TrialTest {
    private static final Vocabulary LETTERS = Vocabulary.ofWords("a b");

    private static Plan plan(int steps) {
        return Plan.ofSteps(steps).batch(32).learningRate(0.02).validateEvery(0);
    }

    /** Texts of seven words a or b; the label is the first word. */
    private static List<LabelledText> texts(int count, int seed) {
        Random random = new Random(seed);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text =
                    random.ints(7, 0, 2)
                            .mapToObj(bit -> bit == 0 ? "a" : "b")
                            .collect(Collectors.joining(" "));
            texts.add(LabelledText.of(text, text.substring(0, 1)));
        }
        return texts;
    }

    @Test
    void aClassifierThatReadsOrderBeatsTheBagOfWordsButNotPairsOfWords() {
        List<LabelledText> training = texts(300, 1);
        List<SequenceClassifier> grus = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            var model =
                    SequenceClassifier.over(LETTERS, training)
                            .embedding(4)
                            .body(Gru.of(16))
                            .seed(seed)
                            .build();
            Training.run(model, model.data(training, List.of()), plan(120).seed(seed));
            grus.add(model);
        }
        var models = Map.of("GRU", grus);
        var majority = TextClassifier.majority(training);
        var bag = NgramClassifier.fit(training, 1, 1);
        var trial = Trial.ofTexts(texts(200, 2));
        var baselines = Map.of("majority", majority, "bag of words", bag);
        Report report = Report.compare(models, baselines, trial);
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.MODEL);
        assertThat(report.rows().get(0).score()).isEqualTo(1);
        var pairs = NgramClassifier.fit(training, 2, 1);
        Report other = Report.compare(models, Map.of("pairs of words", pairs), trial);
        assertThat(other.outcome()).as(other.toString()).isEqualTo(Outcome.NONE);
    }

    @Test
    void textsOfOneGroupAreOneItem() {
        List<LabelledText> pairs =
                List.of(
                        new LabelledText("a b", "a", "1"),
                        new LabelledText("b a", "b", "1"),
                        new LabelledText("a a", "a", "2"));
        ItemScores scores =
                Trial.ofTexts(pairs).baseline(text -> Map.of(text.substring(0, 1), 1.0));
        assertThat(scores).isEqualTo(new ItemScores(new double[] {2, 1}, new double[] {2, 1}));
    }

    /** Sequences of bits; the tag is the token before, or no at the first place. */
    private static List<TaggedTokens> echoes(int count, int seed) {
        Random random = new Random(seed);
        List<TaggedTokens> echoes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> tokens =
                    random.ints(12, 0, 2).mapToObj(bit -> bit == 0 ? "a" : "b").toList();
            List<String> tags =
                    IntStream.range(0, 12)
                            .mapToObj(t -> t > 0 && tokens.get(t - 1).equals("a") ? "yes" : "no")
                            .toList();
            echoes.add(TaggedTokens.of(tokens, tags));
        }
        return echoes;
    }

    @Test
    void aTaggerThatRemembersBeatsARandomFieldThatSeesTheTokenAlone() {
        List<TaggedTokens> training = echoes(200, 1);
        try (var model =
                Tagger.over(LETTERS, training).embedding(4).body(Gru.of(8)).seed(1).build()) {
            Training.run(model, model.data(training, List.of()), plan(120));
            var models = Map.of("GRU", List.of(model));
            var trial = Trial.ofTags(echoes(50, 2));
            var alone = CrfTagger.fit(training, 0, 1);
            var most = TokenTagger.majority(training);
            Report report = Report.compare(models, Map.of("CRF", alone, "most", most), trial);
            assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.MODEL);
            assertThat(report.rows().get(0).items()).isEqualTo(50);
            var near = CrfTagger.fit(training, 1, 1);
            Report other = Report.compare(models, Map.of("CRF", near), trial);
            assertThat(other.outcome()).as(other.toString()).isEqualTo(Outcome.NONE);
        }
    }

    @Test
    void aForecasterBeatsPersistenceButNotTheModelThatMadeTheSeries() {
        Random random = new Random(4);
        double[] series = new double[1500];
        for (int t = 1; t < series.length; t++) {
            series[t] = -0.8 * series[t - 1] + random.nextGaussian();
        }
        var split = SeriesSplit.at(0.8, series);
        try (var model = Forecaster.over(split.scaling()).past(4).body(Gru.of(8)).seed(1).build()) {
            Training.run(model, model.data(split), plan(150));
            var models = Map.of("GRU", List.of(model));
            var trial = Trial.ofSeries(split, 1);
            var persistence = SeriesBaseline.persistence();
            Report report = Report.compare(models, Map.of("persistence", persistence), trial);
            assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.MODEL);
            assertThat(report.rows().get(0).score()).isBetween(0.8, 1.3);
            assertThat(report.rows().get(0).items()).isEqualTo(43); // 300 forecasts, 7 to an item
            var maker = SeriesBaseline.autoregression(split.training().get(0), 1);
            Report other =
                    Report.compare(models, Map.of("a", maker, "persistence", persistence), trial);
            assertThat(other.outcome()).as(other.toString()).isNotEqualTo(Outcome.MODEL);
            assertThatThrownBy(() -> Trial.ofSeries(split, 2).model(model))
                    .hasMessage(
                            "the trial looks 2 ahead, the model was built for 1; build it with"
                                    + " .steps(2), or try it 1 ahead");
        }
    }

    @Test
    void forecastsOfSeveralStepsAreScoredWithoutOverlap() {
        var split = SeriesSplit.at(0.5, new double[] {1, 1, 1, 1, 2, 3, 5, 7});
        ItemScores scores = Trial.ofSeries(split, 2).baseline(SeriesBaseline.persistence());
        assertThat(scores).isEqualTo(new ItemScores(new double[] {5, 20}, new double[] {2, 2}));
        assertThatThrownBy(() -> Trial.ofSeries(split, 5))
                .hasMessage("a forecast of 5 values needs as many after the cut, there are 4");
        var two = SeriesSplit.at(0.5, new double[4], new double[4]);
        assertThatThrownBy(() -> Trial.ofSeries(two, 1))
                .hasMessage(
                        "the baselines forecast one series, this split has 2; try each by itself");
    }

    @Test
    void quantilesAreTriedByPinballLoss() {
        double[] past = {0, 1, 3, 6, 10}; // rises by 1 to 4: the errors of persistence
        var split = SeriesSplit.at(0.5, new double[] {0, 1, 3, 6, 10, 12, 12, 15, 15, 20});
        assertThat(split.training().get(0)).isEqualTo(past);
        var trial = Trial.ofQuantiles(split, 1, 0.25, 0.75);
        ItemScores scores = trial.baseline(SeriesBaseline.persistence());
        double[] truth = {12, 12, 15, 15, 20};
        double[] low = {12, 14, 14, 17, 17}; // the value before + 2
        double[] high = {14, 16, 16, 19, 19}; // + 4
        double loss = NumberScores.pinball(truth, low, 0.25);
        loss += NumberScores.pinball(truth, high, 0.75);
        assertThat(scores.mean()).isCloseTo(loss / 2, within(1e-12));
        assertThat(trial.quantity()).isEqualTo("pinball loss");
        assertThatThrownBy(() -> Trial.ofQuantiles(split, 1, 5))
                .hasMessage("a quantile lies between 0 and 1, got 5.0; try 0.9");
        assertThatThrownBy(() -> trial.baseline(SeriesBaseline.seasonal(7)))
                .hasMessage(
                        "seasonal naive, period 7 looks 7 values back and 1 ahead, the training part"
                                + " has 5");
    }

    @Test
    void aForecasterOfQuantilesBeatsPersistenceWithItsErrors() {
        Random random = new Random(4);
        double[] series = new double[1500];
        for (int t = 1; t < series.length; t++) {
            series[t] = -0.8 * series[t - 1] + random.nextGaussian();
        }
        var split = SeriesSplit.at(0.8, series);
        var trial = Trial.ofQuantiles(split, 1, 0.1, 0.9);
        var setup = Forecaster.over(split.scaling()).past(4).body(Gru.of(8)).seed(1);
        try (var model = setup.quantiles(0.1, 0.5, 0.9).build();
                var point = setup.build()) {
            Training.run(model, model.data(split), plan(150));
            var past = split.training().get(0);
            Report report =
                    Report.compare(
                            Map.of("GRU", List.of(model)),
                            Map.of(
                                    "persistence",
                                    SeriesBaseline.persistence(),
                                    "mean",
                                    SeriesBaseline.mean(past)),
                            trial);
            assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.MODEL);
            assertThatThrownBy(() -> trial.model(point))
                    .hasMessage(
                            "the trial is of the quantiles [0.1, 0.9], the model tells []; build it"
                                    + " with quantiles(…)");
        }
    }

    @Test
    void languageModelsAreScoredInBitsPerCharacterItemByItem() {
        String text = "abcab\n\ncabba\nab\n\nbacab";
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        var trial = Trial.ofText(vocabulary, text);
        try (var model = LanguageModel.over(vocabulary).embedding(4).body(Gru.of(6)).build()) {
            ItemScores scores = trial.model(model);
            assertThat(scores.weights()).containsExactly(6, 10, 5);
            double bits = 0;
            for (int t = 1; t < text.length(); t++) {
                int next = vocabulary.id(text.substring(t, t + 1));
                bits -= Math.log(model.probabilities(text.substring(0, t))[next]) / Math.log(2);
            }
            assertThat(Arrays.stream(scores.totals()).sum()).isCloseTo(bits, within(1e-4));
            var ngrams = KneserNey.fit(vocabulary.encode(text.repeat(20)), vocabulary.size(), 4);
            var trained = Trial.ofText(vocabulary, text.repeat(20));
            Report report =
                    Report.compare(
                            Map.of("untrained", List.of(model)),
                            Map.of("4-grams", ngrams),
                            trained);
            assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.BASELINE);
        }
        try (var other = LanguageModel.over(LETTERS).embedding(4).body(Gru.of(6)).build()) {
            assertThatThrownBy(() -> trial.model(other))
                    .hasMessage(
                            "the trial is over 4 tokens, the model knows 2 others; build both over"
                                    + " one vocabulary");
        }
        assertThatThrownBy(() -> Trial.ofItems(vocabulary, List.of("ab", "")))
                .hasMessage("item 1 (counted from 0) has no tokens; leave it out");
    }
}
