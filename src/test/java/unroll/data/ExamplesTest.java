package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

    @Test
    void shorterListsAreTheBeginningOfLongerOnesAndSeedsDiffer() {
        List<IntFunction<List<LabelledText>>> makers =
                List.of(
                        count -> Examples.reviews(count, 3),
                        count -> Examples.messages(count, 3),
                        count -> Examples.agreement(count, 30, 3));
        for (IntFunction<List<LabelledText>> maker : makers) {
            assertThat(maker.apply(200).subList(0, 50)).isEqualTo(maker.apply(50));
        }
        assertThat(Examples.reviews(20, 1)).isNotEqualTo(Examples.reviews(20, 2));
        assertThat(Examples.messages(20, 1)).isNotEqualTo(Examples.messages(20, 2));
        assertThat(Examples.agreement(20, 9, 1)).isNotEqualTo(Examples.agreement(20, 9, 2));
    }

    @Test
    void testSentencesAreUnseenButTheirWordsAreNot() {
        for (List<LabelledText> examples :
                List.of(Examples.reviews(2000, 5), Examples.messages(2000, 5))) {
            assertThat(examples.stream().map(LabelledText::text)).doesNotHaveDuplicates();
            assertThat(share(examples, Judgements.POSITIVE)).isBetween(0.46, 0.54);
            Set<String> seen = words(examples.subList(0, 1500));
            Set<String> links = words(examples.subList(1500, 2000));
            links.removeIf(word -> word.matches("\\w*\\d\\w*|[a-f]+"));
            assertThat(seen).containsAll(links);
        }
    }

    /** The scores on the cards {@code datasets/reviews.md} and {@code messages.md}. */
    @ParameterizedTest
    @CsvSource({"1, 0.550, 0.643", "2, 0.590, 0.740"})
    void countsOfWordsMissNegationContrastAndIrony(int longest, double reviews, double messages) {
        assertThat(NaiveBayes.score(Examples.reviews(1500, 7), longest))
                .isCloseTo(reviews, within(0.005));
        assertThat(NaiveBayes.score(Examples.messages(1500, 7), longest))
                .isCloseTo(messages, within(0.005));
    }

    @Test
    void plainReviewsAreEasyForCounts() {
        List<LabelledText> plain =
                Examples.reviews(3000, 7).stream()
                        .filter(e -> hits(e.text(), Judgements.GOOD, Judgements.BAD) == 1)
                        .filter(e -> !e.text().matches(".*\\b(not|never|but|from|Nobody)\\b.*"))
                        .toList();
        assertThat(plain.size()).isBetween(1000, 1800);
        assertThat(NaiveBayes.score(plain, 1)).isGreaterThan(0.9);
    }

    @Test
    void aMessageThatEndsInNotMeansTheOppositeOfItsEmoticon() {
        int turned = 0;
        for (LabelledText message : Examples.messages(3000, 2)) {
            String text = message.text();
            if (text.endsWith("#not")) {
                turned++;
            }
            if (text.matches(".*(:\\)|:D|<3|:-D|=\\)).*")) {
                assertThat(message.label())
                        .as(text)
                        .isEqualTo(
                                text.endsWith("#not") ? Judgements.NEGATIVE : Judgements.POSITIVE);
            }
        }
        assertThat(turned).isBetween(350, 550);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 11, 16, 17, 18, 23, 50, 200})
    void countryStandsExactlyTheDistanceBeforeItsLanguage(int distance) {
        for (LabelledText example : Examples.agreement(100, distance, 4)) {
            List<String> words = List.of(example.text().split(" "));
            assertThat(words).as(example.text()).hasSize(distance + 3);
            assertThat(words.get(2).substring(0, 2))
                    .isEqualTo(
                            example.label().equals("Turkish")
                                    ? "Tu"
                                    : countryStart(example.label()));
            assertThat(example.text()).contains(words.get(2) + " is where I grew up.");
            assertThat(example.text()).endsWith("I speak fluent");
            assertThat(example.text().split("is where", -1)).hasSize(distance < 17 ? 2 : 3);
        }
    }

    @Test
    void theLastWordsBeforeTheBlankSayNothingAboutTheLanguage() {
        List<LabelledText> whole = Examples.agreement(1000, 20, 7);
        List<LabelledText> ends =
                whole.stream()
                        .map(e -> LabelledText.of(lastWords(e.text(), 5), e.label()))
                        .toList();
        assertThat(NaiveBayes.score(ends, 2)).isCloseTo(0.110, within(0.005));
        assertThat(NaiveBayes.score(whole, 1)).isCloseTo(0.460, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 100_001})
    void countOutOfRangeIsRefused(int count) {
        assertThatThrownBy(() -> Examples.reviews(count, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the number of reviews must be in 1 .. 100,000, got %,d".formatted(count));
        assertThatThrownBy(() -> Examples.messages(count, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the number of messages");
        assertThatThrownBy(() -> Examples.agreement(count, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the number of texts");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 0, 1001})
    void distanceOutOfRangeIsRefused(int distance) {
        assertThatThrownBy(() -> Examples.agreement(5, distance, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the distance must be in 8 .. 1,000");
    }

    private static String countryStart(String language) {
        return switch (language) {
            case "Spanish" -> "Sp";
            case "Danish" -> "De";
            case "Swedish" -> "Sw";
            default -> language.substring(0, 2);
        };
    }

    private static String lastWords(String text, int count) {
        List<String> words = List.of(text.split(" "));
        return String.join(" ", words.subList(words.size() - count, words.size()));
    }

    private static double share(List<LabelledText> examples, String label) {
        return examples.stream().filter(e -> e.label().equals(label)).count()
                / (double) examples.size();
    }

    private static Set<String> words(List<LabelledText> examples) {
        Set<String> words = new HashSet<>();
        for (LabelledText example : examples) {
            words.addAll(NaiveBayes.grams(example.text(), 1));
        }
        return words;
    }

    @SafeVarargs
    private static long hits(String text, Collection<String>... lists) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+")));
        long hits = 0;
        for (Collection<String> list : lists) {
            hits += list.stream().filter(words::contains).count();
        }
        return hits;
    }
}
