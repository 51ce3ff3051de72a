package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.evaluate.Report.Outcome;

/** Verdicts on scores whose truth is planted: who is better, and how much chance there is. */
class ReportTest {
    private static final Scored ACCURACY = new Scored("accuracy", false);
    private static final Scored ERROR = new Scored("error", true);

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    /** Draws whether each item is answered rightly. */
    private ItemScores answers(double chance, int items) {
        double[] right = new double[items];
        Arrays.setAll(right, i -> random.nextDouble() < chance ? 1 : 0);
        return ItemScores.of(right);
    }

    /** Draws trainings whose chance of a right answer differs from seed to seed. */
    private List<ItemScores> trained(double chance, double deviation, int seeds, int items) {
        return IntStream.range(0, seeds)
                .mapToObj(s -> answers(chance + deviation * random.nextGaussian(), items))
                .toList();
    }

    private Report report(double model, double deviation, int seeds, double baseline, int items) {
        return Report.compare(
                Map.of("LSTM", trained(model, deviation, seeds, items)),
                Map.of("bag of words", answers(baseline, items)),
                ACCURACY);
    }

    @Test
    void aPlantedWinIsSaidWithItsSize() {
        Report report = report(0.9, 0.01, 5, 0.6, 500);
        assertThat(report.outcome()).isEqualTo(Outcome.MODEL);
        assertThat(report.verdict())
                .matches(
                        "LSTM wins: accuracy 0\\.[89]\\d+ against 0\\.[56]\\d+ of bag of words, the"
                                + " baseline; it is better by 0\\.[23]\\d+ \\(95 % interval 0\\.2\\d+ to"
                                + " 0\\.3\\d+, over 500 items and 5 seeds\\)\\.");
    }

    @Test
    void aPlantedLossIsSaidToo() {
        Report report = report(0.6, 0.01, 5, 0.9, 500);
        assertThat(report.outcome()).isEqualTo(Outcome.BASELINE);
        assertThat(report.verdict())
                .startsWith("No model wins: bag of words, a baseline, has accuracy 0.")
                .matches(".*it is better by 0\\.[23]\\d+ \\(95 % interval 0\\.2\\d+ to 0\\.3.*");
    }

    @Test
    void aPlantedTieOnManyItemsIsNobodysWin() {
        Report report = report(0.8, 0.005, 5, 0.8, 5000);
        assertThat(report.outcome()).isEqualTo(Outcome.NONE);
        assertThat(report.verdict()).startsWith("Nobody wins: LSTM has accuracy 0.");
        assertThat(report.verdict()).contains("the difference is below 0.0500 either way");
    }

    @Test
    void aSmallDifferenceOnFewItemsIsNoVerdictAndTheReportAsksForMore() {
        Report report =
                Report.compare(
                        Map.of("LSTM", List.of(rightBut(0, 4))),
                        Map.of("bag of words", rightBut(2, 9)),
                        ACCURACY);
        assertThat(report.outcome()).isEqualTo(Outcome.TOO_FEW_DATA);
        assertThat(report.verdict())
                .matches(
                        "Too few data for a verdict: LSTM has accuracy 0.8000, bag of words, the best"
                                + " baseline, 0.6500; the model may be between 0\\.[01]\\d+ worse and"
                                + " 0\\.[34]\\d+ better \\(95 % interval, over 20 items\\); it was trained"
                                + " once, and what another seed would change is not known; test on about"
                                + " \\d+ items\\.");
    }

    /** Returns 20 answers, those from one number to another wrong. */
    private static ItemScores rightBut(int from, int to) {
        double[] right = new double[20];
        Arrays.setAll(right, i -> i >= from && i < to ? 0 : 1);
        return ItemScores.of(right);
    }

    @Test
    void seedsThatDisagreeAreNoVerdictHoweverManyItemsThereAre() {
        Report report = report(0.8, 0.15, 3, 0.75, 5000);
        assertThat(report.outcome()).isEqualTo(Outcome.TOO_FEW_DATA);
        assertThat(report.verdict())
                .startsWith("Too few trainings for a verdict: ")
                .matches(".*; train with about \\d+ seeds\\.");
        assertThat(report.rows().get(0).deviation()).isGreaterThan(0.03);
    }

    @Test
    void nineItemsAreTooFewEvenForAPerfectModel() {
        Report report = report(1, 0, 5, 0, 9);
        assertThat(report.outcome()).isEqualTo(Outcome.TOO_FEW_DATA);
        assertThat(report.verdict())
                .isEqualTo(
                        "Too few data for a verdict: 9 independent test items; from 10 on there can"
                                + " be a verdict.");
        assertThat(report(1, 0, 5, 0, 10).outcome()).isEqualTo(Outcome.MODEL);
    }

    @Test
    void ofErrorsTheLowerOneWins() {
        List<ItemScores> good = List.of(noisy(1.0), noisy(1.01));
        Report report = Report.compare(Map.of("GRU", good), Map.of("persistence", noisy(2)), ERROR);
        assertThat(report.outcome()).isEqualTo(Outcome.MODEL);
        assertThat(report.rows().get(0).name()).isEqualTo("GRU");
        Report turned =
                Report.compare(
                        Map.of("GRU", List.of(noisy(2))), Map.of("persistence", noisy(1)), ERROR);
        assertThat(turned.outcome()).isEqualTo(Outcome.BASELINE);
        assertThat(turned.verdict()).contains("it was trained once");
    }

    private ItemScores noisy(double mean) {
        double[] errors = new double[300];
        Arrays.setAll(errors, i -> mean + 0.1 * random.nextGaussian());
        return ItemScores.of(errors);
    }

    /** Of ties no more than 1 in 40 may be called a win, for either side, with room for chance. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1, 0, 100, 1", "5, 0.03, 100, 1", "3, 0.05, 200, 1", "5, 0.03, 60, 4"})
    void tiesAreSeldomCalledWins(int seeds, double deviation, int items, int models) {
        int won = 0;
        int lost = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            Map<String, List<ItemScores>> trained = new LinkedHashMap<>();
            for (int m = 0; m < models; m++) {
                trained.put("model " + m, trained(0.7, deviation, seeds, items));
            }
            var baseline = Map.of("baseline", answers(0.7, items));
            Outcome outcome = Report.compare(trained, baseline, ACCURACY).outcome();
            won += outcome == Outcome.MODEL ? 1 : 0;
            lost += outcome == Outcome.BASELINE ? 1 : 0;
        }
        assertThat(won).isLessThanOrEqualTo(trials / 40 + 7);
        assertThat(lost).isLessThanOrEqualTo(trials / 40 + 7);
    }

    @Test
    void theTableKeepsSeedsAndItemsApart() {
        List<ItemScores> runs = List.of(ItemScores.of(1, 1, 1, 0), ItemScores.of(1, 0, 0, 0));
        Report report =
                Report.compare(
                        Map.of("LSTM", runs),
                        Map.of("majority", ItemScores.of(0, 0, 0, 0)),
                        ACCURACY);
        assertThat(report.table().columnNames())
                .containsExactly(
                        "name",
                        "kind",
                        "accuracy",
                        "seeds",
                        "deviation over seeds",
                        "items",
                        "low over items",
                        "high over items");
        Report.Row row = report.rows().get(0);
        assertThat(row.score()).isEqualTo(0.5);
        assertThat(row.deviation()).isCloseTo(Math.sqrt(0.125), within(1e-12));
        assertThat(row.low()).isBetween(0.0, 0.25);
        assertThat(row.high()).isBetween(0.75, 1.0);
        assertThat(report.rows().get(1).deviation()).isNaN();
        assertThat(report.toString())
                .contains("LSTM       0.5000  ± 0.3536 (2)     0.2152 to 0.7848 (4)")
                .contains("majority   0.0000                   0.0000 to 0.4899 (4)  baseline")
                .endsWith(report.verdict());
    }

    @Test
    void refusesWhatCannotBeCompared() {
        var trial = ACCURACY;
        var four = ItemScores.of(1, 0, 1, 0);
        var models = Map.of("LSTM", List.of(four));
        assertThatThrownBy(() -> Report.compare(models, Map.of(), trial))
                .hasMessage("no baseline to compare; a comparison needs a model and a baseline");
        assertThatThrownBy(() -> Report.compare(models, Map.of("LSTM", four), trial))
                .hasMessage("a model and a baseline are both called \"LSTM\"");
        assertThatThrownBy(() -> Report.compare(models, Map.of("b", ItemScores.of(1)), trial))
                .hasMessage(
                        "\"b\" was scored on other items (mean 1.000 over 1 item) than \"LSTM\""
                                + " (mean 0.5000 over 4 items); the trial must give all the same");
        assertThatThrownBy(() -> Report.compare(Map.of("a", List.of()), Map.of("b", four), trial))
                .hasMessage("models \"a\" is empty: give at least one item");
    }

    @ParameterizedTest
    @CsvSource({"0.05, 1, 12.7062", "0.05, 4, 2.7764", "0.01, 9, 3.2498", "0.0125, 2, 8.8603"})
    void quantilesAreThoseOfStudentsTable(double outside, int freedom, double t) {
        assertThat(Interval.student(outside, freedom + 1)).isCloseTo(t, within(2e-4));
    }
}
