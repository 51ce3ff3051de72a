package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.data.SeriesSplit;
import unroll.evaluate.Report.Outcome;
import unroll.text.Vocabulary;

/** What a verdict says where a model loses, and what it asks for where nothing is decided. */
class VerdictTest {
    private static final Scored ERROR = new Scored("error", true);
    private static final Pattern ADVICE = Pattern.compile("with about ([\\d,]+) seeds");

    private final Random random = new Random(17);

    /** Draws errors of this size on average. */
    private ItemScores errors(double mean, int items) {
        double[] errors = new double[items];
        Arrays.setAll(errors, i -> mean * (1 + 0.5 * random.nextGaussian()));
        return ItemScores.of(errors);
    }

    private List<ItemScores> trained(double mean, double deviation, int seeds, int items) {
        return IntStream.range(0, seeds)
                .mapToObj(s -> errors(mean + deviation * random.nextGaussian(), items))
                .toList();
    }

    private Map<String, ItemScores> baselines(int count, int items) {
        Map<String, ItemScores> baselines = new TreeMap<>();
        IntStream.range(0, count).forEach(b -> baselines.put("b" + b, errors(1, items)));
        return baselines;
    }

    /** With three seeds, Student's t is 8.9 at a level for four baselines and 4.3 at that for one. */
    @Test
    void aModelOfThreeTimesTheErrorLosesHoweverManyBaselinesThereAre() {
        for (int trial = 0; trial < 100; trial++) {
            var models = Map.of("m", trained(3, 0.15, 3, 30));
            Report report = Report.compare(models, baselines(4, 30), ERROR);
            assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.BASELINE);
            assertThat(report.verdict()).startsWith("No model wins: b");
        }
    }

    @Test
    void whereNoModelWinsEachLosesToABaselineOfItsOwn() {
        var hard = new double[40];
        var easy = new double[40];
        for (int i = 0; i < 40; i++) {
            hard[i] = i < 20 ? 1 : 9;
            easy[i] = i < 20 ? 9 : 1;
        }
        var models = Map.of("m", List.of(worse(hard, 2)), "n", List.of(worse(easy, 1)));
        var baselines = Map.of("b", ItemScores.of(hard), "c", ItemScores.of(easy));
        Report report = Report.compare(models, baselines, ERROR);
        assertThat(report.verdict()).startsWith("No model wins: c, a baseline, has error 5.000");
    }

    private ItemScores worse(double[] errors, double by) {
        return ItemScores.of(
                Arrays.stream(errors).map(e -> e + by + 0.1 * random.nextGaussian()).toArray());
    }

    /** An interval that decides nothing holds 0, and it is the one that is printed. */
    @Test
    void anOpenVerdictIsNeverOneSided() {
        int open = 0;
        for (int trial = 0; trial < 200; trial++) {
            var models = Map.of("m", trained(1.35, 0.1, 3, 30), "n", trained(1.4, 0.1, 3, 30));
            Report report = Report.compare(models, baselines(4, 30), ERROR);
            if (report.outcome() == Outcome.TOO_FEW_DATA) {
                open++;
                assertThat(report.verdict())
                        .containsPattern("may be between [\\d.]+ worse and [\\d.]+ better");
            }
        }
        assertThat(open).isBetween(20, 180);
    }

    /** Where all are alike, neither side may win more often than 1 in 40, with room for chance. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"3, 0.15, 4, 1", "3, 0.02, 4, 1", "1, 0, 4, 1", "5, 0.05, 2, 3", "3, 0.1, 6, 2"})
    void alikeContendersAreSeldomCalledBetter(
            int seeds, double deviation, int baselines, int models) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            Map<String, List<ItemScores>> trained = new TreeMap<>();
            IntStream.range(0, models)
                    .forEach(m -> trained.put("m" + m, trained(1, deviation, seeds, 30)));
            Report report = Report.compare(trained, baselines(baselines, 30), ERROR);
            outcomes.merge(report.outcome(), 1, Integer::sum);
        }
        assertThat(outcomes.getOrDefault(Outcome.MODEL, 0)).isLessThanOrEqualTo(trials / 40 + 10);
        assertThat(outcomes.getOrDefault(Outcome.BASELINE, 0))
                .isLessThanOrEqualTo(trials / 40 + 10);
    }

    /** The number of seeds that is asked for does decide, most of the time. */
    @Test
    void missingTrainingsAreCountedNotCalledData() {
        int asked = 0;
        int decided = 0;
        for (int trial = 0; trial < 40; trial++) {
            Report few =
                    Report.compare(
                            Map.of("m", trained(1.3, 0.15, 3, 3000)), baselines(1, 3000), ERROR);
            Matcher seeds = ADVICE.matcher(few.verdict());
            if (few.outcome() == Outcome.TOO_FEW_DATA) {
                assertThat(few.verdict()).startsWith("Too few trainings for a verdict: m has");
                assertThat(seeds.find()).as(few.verdict()).isTrue();
                asked++;
                int enough = Integer.parseInt(seeds.group(1).replace(",", ""));
                var models = Map.of("m", trained(1.3, 0.15, Math.min(100, enough), 3000));
                Report more = Report.compare(models, baselines(1, 3000), ERROR);
                decided += more.outcome() == Outcome.TOO_FEW_DATA ? 0 : 1;
            }
        }
        assertThat(asked).isGreaterThan(10);
        assertThat(decided).isGreaterThan(asked * 2 / 3);
    }

    @Test
    void bothNeedsAreNamedAtOnce() {
        var wide = Map.of("m", List.of(alternating(1.3), alternating(0.7), alternating(1)));
        Report report = Report.compare(wide, Map.of("b", errors(1, 20)), ERROR);
        assertThat(report.verdict())
                .startsWith("Too few data and trainings for a verdict: m has error ")
                .containsPattern(
                        "; test on about [\\d,]+ items and train with about [\\d,]+ seeds\\.");
    }

    /** Returns 20 errors with a large difference between neighbours. */
    private static ItemScores alternating(double mean) {
        double[] errors = new double[20];
        Arrays.setAll(errors, i -> mean + (i % 2 == 0 ? 0.9 : -0.9));
        return ItemScores.of(errors);
    }

    @Test
    void itemsOfASeriesAreSaidInValues() {
        double[] walk = new double[1000];
        for (int t = 1; t < walk.length; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
        }
        var trial = Trial.ofSeries(SeriesSplit.at(0.8, walk), 1);
        ItemScores persistence = trial.baseline(SeriesBaseline.persistence());
        ItemScores drift = trial.baseline(SeriesBaseline.autoregression(walk, 3));
        var data = Scored.by(trial);
        Report report = Report.compare(Map.of("m", List.of(drift)), Map.of("b", persistence), data);
        assertThat(report.verdict()).contains(", over 34 items of 6 values each");
        var end = Trial.ofSeries(SeriesSplit.at(0.98, walk), 1);
        var few = Map.of("b", end.baseline(SeriesBaseline.persistence()));
        var none = Map.of("m", List.of(end.baseline(SeriesBaseline.persistence())));
        assertThat(Report.compare(none, few, data).verdict())
                .startsWith(
                        "Too few data for a verdict: 7 independent test items of 3 values each;");
    }

    @Test
    void aTextOfOneItemIsToldWhereItemsEnd() {
        Vocabulary letters = Vocabulary.ofCharacters("ab\n");
        var trial = Trial.ofText(letters, "abba\nbaab\n".repeat(30));
        var most = KneserNey.fit(letters.encode("abba\nbaab\n"), letters.size(), 1);
        assertThat(trial.baseline(most).totals()).hasSize(1);
        assertThat(trial.moreItems())
                .isEqualTo(
                        "an item ends at a blank line; if yours end elsewhere, give them as a list to"
                                + " Trial.ofItems(vocabulary, items)");
        assertThat(Trial.ofItems(letters, List.of("ab\n", "ba\n")).moreItems()).isEmpty();
    }
}
