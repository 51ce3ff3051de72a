package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPairsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void twinsHaveTheSameNGramsSentenceEndsIncludedAndOppositeLabels(int words) {
        for (int seed = 0; seed < 20; seed++) {
            List<LabelledText> examples = Examples.orderPairs(50, words, seed);
            for (int i = 0; i < examples.size(); i += 2) {
                LabelledText one = examples.get(i);
                LabelledText other = examples.get(i + 1);
                assertThat(one.group()).isEqualTo(other.group()).isEqualTo("pair " + (i / 2 + 1));
                assertThat(one.label()).isNotEqualTo(other.label());
                assertThat(one.text()).isNotEqualTo(other.text());
                // With punctuation as tokens of their own, without it, and as letters.
                assertThat(bag(NaiveBayes.grams(one.text(), words)))
                        .as(one.text())
                        .isEqualTo(bag(NaiveBayes.grams(other.text(), words)));
                assertThat(bag(NaiveBayes.grams(bare(one.text()), words)))
                        .as(one.text())
                        .isEqualTo(bag(NaiveBayes.grams(bare(other.text()), words)));
                assertThat(bag(letters(one.text(), words)))
                        .isEqualTo(bag(letters(other.text(), words)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void labelIsTheLastJudgement(int words) {
        for (LabelledText example : Examples.orderPairs(200, words, 1)) {
            int good = last(example.text(), Judgements.GOOD);
            int bad = last(example.text(), Judgements.BAD);
            assertThat(example.label())
                    .as(example.text())
                    .isEqualTo(good > bad ? Judgements.POSITIVE : Judgements.NEGATIVE);
        }
    }

    @Test
    void noSentenceComesTwiceAndAShorterListIsTheBeginningOfALongerOne() {
        List<LabelledText> examples = Examples.orderPairs(5000, 3, 7);
        assertThat(examples.stream().map(LabelledText::text)).doesNotHaveDuplicates();
        assertThat(examples.subList(0, 200)).isEqualTo(Examples.orderPairs(100, 3, 7));
        assertThat(examples.get(0)).isNotEqualTo(Examples.orderPairs(1, 3, 8).get(0));
        assertThat(new HashSet<>(examples.stream().map(LabelledText::group).toList()))
                .hasSize(5000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void countsOfNGramsStayAtChance(int longest) {
        double accuracy = NaiveBayes.score(Examples.orderPairs(600, 3, 7), longest);
        assertThat(accuracy).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, the number of pairs must be in",
        "100001, 3, the number of pairs must be in",
        "5, 0, the longest n-gram must be in 1 .. 5",
        "5, 6, the longest n-gram must be in 1 .. 5",
        "100000, 1, none is new any more"
    })
    void argumentsOutOfRangeAreRefused(int pairs, int words, String message) {
        assertThatThrownBy(() -> Examples.orderPairs(pairs, words, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void blankTextsAndLabelsAreRefused() {
        assertThatThrownBy(() -> LabelledText.of(" ", "positive"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("class \"positive\" is blank");
        assertThatThrownBy(() -> LabelledText.of("fine", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"fine\" has a blank label");
    }

    private static Map<String, Long> bag(List<String> grams) {
        return grams.stream()
                .collect(Collectors.groupingBy(g -> g, TreeMap::new, Collectors.counting()));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    }

    private static List<String> letters(String text, int longest) {
        List<String> letters = text.codePoints().mapToObj(Character::toString).toList();
        return NaiveBayes.grams(letters, longest);
    }

    private static int last(String text, List<String> adjectives) {
        return adjectives.stream()
                .mapToInt(adjective -> text.lastIndexOf("was " + adjective))
                .max()
                .orElseThrow();
    }
}
