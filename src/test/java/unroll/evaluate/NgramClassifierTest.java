package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unroll.data.LabelledText;

class NgramClassifierTest {
    private static final List<String> THINGS =
            List.of("food", "film", "soup", "room", "song", "play", "tea", "view");

    /** Pairs of sentences of the same words: "good … not bad" and "bad … not good". */
    private static List<LabelledText> pairs(List<String> things) {
        List<LabelledText> pairs = new ArrayList<>();
        for (String thing : things) {
            String good = "The %s was good, not bad at all.".formatted(thing);
            String bad = "The %s was bad, not good at all.".formatted(thing);
            pairs.add(LabelledText.of(good, "positive"));
            pairs.add(LabelledText.of(bad, "negative"));
        }
        return pairs;
    }

    private static LabelScores scores(int n) {
        var classifier = NgramClassifier.fit(pairs(THINGS.subList(0, 6)), n, 1);
        return LabelScores.of(classifier, pairs(THINGS.subList(6, 8)));
    }

    @Test
    void aBagOfWordsCannotTellTheOrder() {
        assertThat(scores(1).accuracy()).isEqualTo(0.5);
        assertThat(scores(1).auc("positive")).isEqualTo(0.5);
    }

    @Test
    void pairsOfWordsTellIt() {
        assertThat(scores(2).accuracy()).isEqualTo(1);
    }

    @Test
    void countsRunsWithTheEndsOfTheText() {
        assertThat(NgramClassifier.counts("No, no", 2))
                .containsEntry(" no", 2.0)
                .containsEntry(" <start> no", 1.0)
                .containsEntry(" no ,", 1.0)
                .containsEntry(" no <end>", 1.0);
    }

    @Test
    void theSameSeedGivesTheSameProbabilities() {
        List<LabelledText> training = pairs(THINGS);
        var first = NgramClassifier.fit(training, 2, 7).predictAll(LabelledText.texts(training));
        var second = NgramClassifier.fit(training, 2, 7).predictAll(LabelledText.texts(training));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aTextWithoutAKnownWordHasAPrediction() {
        var classifier = NgramClassifier.fit(pairs(THINGS), 1, 1);
        for (String text : List.of("", " ", "xyzzy")) {
            Map<String, Double> p = classifier.predict(text);
            assertThat(p).containsOnlyKeys("positive", "negative");
            assertThat(p.get("positive") + p.get("negative")).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void theMajorityAlwaysGivesTheSharesOfTheLabels() {
        TextClassifier majority =
                TextClassifier.majority(
                        Stream.of("a", "b", "b", "b").map(l -> LabelledText.of("x", l)).toList());
        assertThat(majority.predict("anything")).isEqualTo(Map.of("a", 0.25, "b", 0.75));
    }

    @Test
    void refusesWhatCannotBeLearned() {
        List<LabelledText> same = List.of(LabelledText.of("a", "x"), LabelledText.of("b", "x"));
        assertThatThrownBy(() -> NgramClassifier.fit(same, 1, 1))
                .hasMessage("all 2 texts have the label \"x\": there is nothing to tell apart");
        assertThatThrownBy(() -> NgramClassifier.fit(pairs(THINGS), 0, 1))
                .hasMessage("n must be 1 or more, got 0");
        assertThatThrownBy(() -> NgramClassifier.fit(List.of(), 1, 1))
                .hasMessage("training is empty: give at least one item");
    }
}
