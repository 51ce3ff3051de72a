package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NgramClassifierTest {
    private static final List<String> THINGS =
            List.of("food", "film", "soup", "room", "song", "play", "tea", "view");

    /** Pairs of sentences of the same words: "good … not bad" and "bad … not good". */
    private static List<String> pairs(List<String> things) {
        List<String> texts = new ArrayList<>();
        for (String thing : things) {
            texts.add("The %s was good, not bad at all.".formatted(thing));
            texts.add("The %s was bad, not good at all.".formatted(thing));
        }
        return texts;
    }

    private static List<String> labels(int pairs) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            labels.addAll(List.of("positive", "negative"));
        }
        return labels;
    }

    private static LabelScores scores(int n) {
        var classifier = NgramClassifier.fit(pairs(THINGS.subList(0, 6)), labels(6), n, 1);
        List<String> unseen = pairs(THINGS.subList(6, 8));
        return LabelScores.of(labels(2), classifier.predictAll(unseen));
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
        List<String> texts = pairs(THINGS);
        var first = NgramClassifier.fit(texts, labels(8), 2, 7).predictAll(texts);
        assertThat(NgramClassifier.fit(texts, labels(8), 2, 7).predictAll(texts)).isEqualTo(first);
    }

    @Test
    void aTextWithoutAKnownWordHasAPrediction() {
        var classifier = NgramClassifier.fit(pairs(THINGS), labels(8), 1, 1);
        for (String text : List.of("", " ", "xyzzy")) {
            Map<String, Double> p = classifier.predict(text);
            assertThat(p).containsOnlyKeys("positive", "negative");
            assertThat(p.get("positive") + p.get("negative")).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void theMajorityAlwaysGivesTheSharesOfTheLabels() {
        TextClassifier majority = TextClassifier.majority(List.of("a", "b", "b", "b"));
        assertThat(majority.predict("anything")).isEqualTo(Map.of("a", 0.25, "b", 0.75));
    }

    @Test
    void refusesWhatCannotBeLearned() {
        assertThatThrownBy(() -> NgramClassifier.fit(List.of("a"), List.of("x", "y"), 1, 1))
                .hasMessage(
                        "texts has 1 items, labels has 2: they must belong together, item by item");
        assertThatThrownBy(() -> NgramClassifier.fit(List.of("a", "b"), List.of("x", "x"), 1, 1))
                .hasMessage("all 2 texts have the label \"x\": there is nothing to tell apart");
        assertThatThrownBy(() -> NgramClassifier.fit(List.of("a", "b"), List.of("x", "y"), 0, 1))
                .hasMessage("n must be 1 or more, got 0");
    }
}
