package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.evaluate.Report.Outcome;

/** Verdicts on so few items that chance explains nearly everything. */
class FewItemsTest {
    private static final Scored ACCURACY = new Scored("accuracy", false);
    private static final Scored ERROR = new Scored("error", true);

    /** Returns that the first items were answered wrongly, all others rightly. */
    private static ItemScores wrong(int wrong, int items) {
        double[] right = new double[items];
        Arrays.fill(right, wrong, items, 1);
        return ItemScores.of(right);
    }

    private static Report compare(ItemScores model, ItemScores baseline) {
        return Report.compare(Map.of("m", List.of(model)), Map.of("b", baseline), ACCURACY);
    }

    /** A sign test on those that only the model has right: 5 of 5 have p = 0.06, 6 of 6 have 0.03. */
    @ParameterizedTest
    @CsvSource({
        "10, 3, TOO_FEW_DATA",
        "10, 4, TOO_FEW_DATA",
        "12, 4, TOO_FEW_DATA",
        "20, 4, TOO_FEW_DATA",
        "20, 5, TOO_FEW_DATA",
        "40, 5, TOO_FEW_DATA",
        "10, 6, MODEL",
        "40, 6, MODEL",
        "10, 10, MODEL"
    })
    void aWinNeedsSixAnswersThatOnlyTheModelHasRight(int items, int wrong, Outcome outcome) {
        Report report = compare(wrong(0, items), wrong(wrong, items));
        assertThat(report.outcome()).as(report.toString()).isEqualTo(outcome);
        Report turned = compare(wrong(wrong, items), wrong(0, items));
        Outcome other = outcome == Outcome.MODEL ? Outcome.BASELINE : outcome;
        assertThat(turned.outcome()).as(turned.toString()).isEqualTo(other);
    }

    @Test
    void theReportSaysThatTheyDifferOnTooFewItems() {
        assertThat(compare(wrong(0, 20), wrong(4, 20)).verdict())
                .matches(
                        "Too few data for a verdict: m has accuracy 1\\.000, b, the best baseline,"
                                + " 0\\.8000; the model may be between 0\\.0\\d+ worse and 0\\.\\d+ better"
                                + " \\(95 % interval, over 20 items\\); they differ on 4 of the items, and"
                                + " only from 6 on can chance be ruled out; it was trained once, and what"
                                + " another seed would change is not known; test on about \\d+ items\\.");
    }

    @Test
    void theSameAnswersOnFewItemsProveNothingAndOnManyThatNobodyWins() {
        Report few = compare(wrong(2, 12), wrong(2, 12));
        assertThat(few.outcome()).isEqualTo(Outcome.TOO_FEW_DATA);
        assertThat(few.verdict())
                .contains("; they differ on none of the items, and only from 6 on");
        Report many = compare(wrong(20, 120), wrong(20, 120));
        assertThat(many.outcome()).isEqualTo(Outcome.NONE);
        assertThat(many.verdict()).contains("below 0.0500 either way (95 % interval -0.01");
    }

    @Test
    void numbersThatAreAllTheSameAreSaidToBe() {
        ItemScores errors = ItemScores.of(3, 1, 4, 1.5, 9, 2, 6, 5, 3, 5, 8, 9);
        var report = Report.compare(Map.of("m", List.of(errors)), Map.of("b", errors), ERROR);
        assertThat(report.verdict())
                .startsWith("Nobody wins: ")
                .contains("; they are the same on each of the 12 items;");
    }

    @Test
    void noIntervalIsImpossible() {
        var models = Map.of("m", List.of(wrong(0, 12), wrong(6, 12)));
        Report report = Report.compare(models, Map.of("b", wrong(8, 12)), ACCURACY);
        assertThat(report.verdict())
                .contains("between 1.000 worse and 1.000 better (95 % interval, over 12 items and")
                .startsWith("Too few trainings for a verdict: ");
        Report.Row perfect = compare(wrong(0, 10), wrong(10, 10)).rows().get(0);
        assertThat(perfect.low()).isBetween(0.7, 0.75);
        assertThat(perfect.high()).isEqualTo(1);
    }

    @Test
    void withManyModelsMoreItemsAreNeeded() {
        Map<String, List<ItemScores>> models = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            models.put("model " + i, List.of(wrong(0, 11)));
        }
        var many = Map.of("b", wrong(11, 11), "c", wrong(10, 11));
        assertThat(Report.compare(models, many, ACCURACY).outcome())
                .isEqualTo(Outcome.TOO_FEW_DATA);
        assertThat(compare(wrong(0, 11), wrong(11, 11)).outcome()).isEqualTo(Outcome.MODEL);
    }

    @Test
    void oneItemHasNoInterval() {
        var error = ItemScores.of(2);
        Report report = Report.compare(Map.of("m", List.of(error)), Map.of("b", error), ERROR);
        assertThat(report.rows().get(0).high()).isInfinite();
        assertThat(report.table().doubleColumn("high over items").isMissing(0)).isTrue();
        assertThat(report.toString()).contains("2.000  one              unknown (1)");
        assertThat(report.verdict())
                .isEqualTo(
                        "Too few data for a verdict: 1 independent test item; from 10 on there can be a"
                                + " verdict.");
    }

    /** Ten that are alike tell more if they are measurements than if they are answers. */
    @Test
    void theTrialSaysWhetherScoresAreShares() {
        Map<String, List<ItemScores>> models = Map.of("m", List.of(wrong(0, 10)));
        var alike = Map.of("b", wrong(0, 10));
        assertThat(Report.compare(models, alike, ACCURACY).rows().get(0).low()).isLessThan(0.75);
        assertThat(Report.compare(models, alike, ERROR).rows().get(0).low()).isEqualTo(1);
        var more = Map.of("b", ItemScores.of(1, 1.5, 1, 1, 1, 1, 1, 1, 1, 1));
        assertThatThrownBy(() -> Report.compare(models, more, ACCURACY))
                .hasMessage(
                        "\"b\" has the score 1.5 of 1.0 at item 1 (counted from 0): shares of right"
                                + " answers lie between 0 and all; if the trial measures something else,"
                                + " let its shares() return false");
    }

    /** Of ties no more than 1 in 40 is called a win for either side, and none is proved on few items. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.5, 10", "0.8, 12", "0.9, 10", "0.9, 20", "0.5, 40"})
    void tiesOnFewItemsAreNoVerdict(double chance, int items) {
        Random random = new Random(items);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            double[] model = random.doubles(items).map(u -> u < chance ? 1 : 0).toArray();
            double[] baseline = random.doubles(items).map(u -> u < chance ? 1 : 0).toArray();
            Report report = compare(ItemScores.of(model), ItemScores.of(baseline));
            outcomes.merge(report.outcome(), 1, Integer::sum);
        }
        int most = trials / 40 + 10;
        assertThat(outcomes.getOrDefault(Outcome.MODEL, 0)).isLessThanOrEqualTo(most);
        assertThat(outcomes.getOrDefault(Outcome.BASELINE, 0)).isLessThanOrEqualTo(most);
        assertThat(outcomes).doesNotContainKey(Outcome.NONE);
    }
}
