package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelScoresTest {
    private static final List<String> LABELS = List.of("a", "b", "c", "d");
    private static final List<String> TRUTH = List.of("yes", "yes", "no", "no");

    private static LabelScores yes(double... probabilities) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (double p : probabilities) {
            rows.add(Map.of("yes", p, "no", 1 - p));
        }
        return LabelScores.of(TRUTH, rows);
    }

    @Test
    void agreesWithScikitLearn() {
        for (JsonNode item : Fixture.read("labels.json").get("cases")) {
            List<Map<String, Double>> rows = new ArrayList<>();
            for (JsonNode row : item.get("probabilities")) {
                double[] p = Fixture.numbers(row);
                rows.add(Map.of("a", p[0], "b", p[1], "c", p[2], "d", p[3]));
            }
            LabelScores scores = LabelScores.of(Fixture.strings(item.get("truth")), rows);
            assertThat(scores.labels()).isEqualTo(LABELS);
            assertThat(scores.accuracy()).isCloseTo(item.get("accuracy").asDouble(), within(1e-9));
            assertThat(scores.macroF1()).isCloseTo(item.get("macroF1").asDouble(), within(1e-9));
            for (int k = 0; k < LABELS.size(); k++) {
                String label = LABELS.get(k);
                double auc = item.get("auc").get(k).asDouble();
                assertThat(scores.f1(label))
                        .isCloseTo(item.get("f1").get(k).asDouble(), within(1e-9));
                assertThat(scores.auc(label)).as("AUC of " + label).isCloseTo(auc, within(1e-9));
                for (int guess = 0; guess < LABELS.size(); guess++) {
                    assertThat(scores.confusion().counts()[k][guess])
                            .isEqualTo(item.get("confusion").get(k).get(guess).asLong());
                }
            }
        }
    }

    @Test
    void countsWhatWasRight() {
        LabelScores scores = yes(0.9, 0.4, 0.2, 0.3);
        assertThat(scores.correct()).containsExactly(1, 0, 1, 1);
        assertThat(scores.predicted()).containsExactly("yes", "no", "no", "no");
        assertThat(scores.precision("yes")).isEqualTo(1);
        assertThat(scores.recall("yes")).isEqualTo(0.5);
        assertThat(scores.auc("yes")).isEqualTo(1);
        assertThat(scores).hasToString("accuracy 0.750, macro F1 0.733 on 4 items of 2 labels");
        var sport = Map.of("news", 0.9, "sport", 0.1);
        assertThat(LabelScores.of(List.of("news"), List.of(sport)))
                .hasToString(
                        "accuracy 1.000, macro F1 1.000 on 1 item of 1 label; never tested: sport");
        assertThat(scores.table().intColumn("items").asList()).containsExactly(2, 2);
        assertThat(scores.tribuo().getProvenance().getTribuoVersion()).isEqualTo("4.3.2");
    }

    @Test
    void aTieGoesToTheFirstLabelAndALabelNeverPredictedScores0() {
        LabelScores scores = yes(0.5, 0.5, 0.5, 0.5);
        assertThat(scores.predicted()).containsOnly("no");
        assertThat(scores.f1("yes")).isZero();
        assertThat(scores.auc("yes")).isEqualTo(0.5);
    }

    @Test
    void probabilitiesThatDifferByARoundingErrorAreNoTies() {
        assertThat(yes(0.5 + 1e-15, 0.5 + 1e-14, 0.5, 0.5 - 1e-15).auc("yes")).isEqualTo(1);
        assertThat(yes(0.5 - 1e-15, 0.5, 0.5, 0.5 + 1e-15).auc("yes")).isEqualTo(0.125);
    }

    /** As scikit-learn's f1_score: what is neither true nor predicted has no part in the mean. */
    @Test
    void aLabelThatOccursNowhereCountsNowhere() {
        var rows = List.of(Map.of("a", 0.9, "b", 0.1, "c", 0.0), Map.of("b", 0.8, "c", 0.2));
        LabelScores scores = LabelScores.of(List.of("a", "b"), rows);
        assertThat(scores.labels()).containsExactly("a", "b", "c");
        assertThat(scores.macroF1()).isEqualTo(1);
        assertThat(scores.f1("c")).isZero();
        assertThat(scores.table().stringColumn("label").asList()).containsExactly("a", "b");
        assertThat(scores)
                .hasToString(
                        "accuracy 1.000, macro F1 1.000 on 2 items of 2 labels; never tested: c");
        assertThat(LabelScores.of(List.of("b", "b"), rows).macroF1()).isEqualTo(1 / 3.0);
    }

    @Test
    void measuresConfidence() {
        assertThat(yes(1, 1, 0, 0).crossEntropy()).isZero();
        assertThat(yes(0.5, 0.5, 0.5, 0.5).crossEntropy()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(yes(1, 1, 0, 0).calibrationError(10)).isZero();
        // Two bins: 0.9 sure and always right; 0.6 sure and right in one of two.
        assertThat(yes(0.9, 0.4, 0.1, 0.4).calibrationError(10)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void refusesWhatCannotBeScored() {
        assertThatThrownBy(() -> LabelScores.of(List.of(), List.of()))
                .hasMessage("truth is empty: give at least one item");
        assertThatThrownBy(() -> LabelScores.of(TRUTH, List.of(Map.of("yes", 1.0))))
                .hasMessage(
                        "truth has 4 items, probabilities has 1: they must belong together, item by"
                                + " item");
        assertThatThrownBy(() -> LabelScores.of(List.of("yes"), List.of(Map.of("yes", 2.0))))
                .hasMessage(
                        "the probabilities of item 0 must be 0 or more and sum to 1, got {yes=2.0};"
                                + " for scores without a scale apply softmax first");
        assertThatThrownBy(() -> LabelScores.of(List.of("yes"), List.of(Map.of("yes", Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yes(1, 1, 1, 1).f1("maybe"))
                .hasMessage("no item has or was given the label \"maybe\"; there are [no, yes]");
        LabelScores one = LabelScores.of(List.of("yes"), List.of(Map.of("yes", 0.8, "no", 0.2)));
        assertThatThrownBy(() -> one.auc("yes"))
                .hasMessage("AUC compares items with and without \"yes\", but 1 of 1 have it");
    }
}
