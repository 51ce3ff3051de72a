package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void theSentenceOfTheLectureIsOneOfThem() {
        assertThat(Corpora.sentences(40_000, 1).text().lines())
                .contains("This morning I took my cat for a walk.")
                .contains("The clouds are in the sky.");
    }

    @Test
    void possessivesVerbsAndEndsAgree() {
        for (String line : Corpora.sentences(5000, 2).text().lines().toList()) {
            if (line.matches(".* (I|he|she|we|they) \\w+ .*")) {
                assertThat(line)
                        .matches(
                                ".* (I \\w+ my|he \\w+ his|she \\w+ her|we \\w+ our|they \\w+ their) .*");
            }
            if (line.contains(" cat ") || line.contains(" dog ")) {
                assertThat(line).endsWith("for a walk.");
            }
            if (line.startsWith("The keys") || line.startsWith("The clouds")) {
                assertThat(line).containsPattern(" are (on the table|in the sky)\\.$");
            }
            if (line.startsWith("The key ") || line.startsWith("The cloud ")) {
                assertThat(line).containsPattern(" is (on the table|in the sky)\\.$");
            }
        }
    }

    @Test
    void shorterCorpusIsTheBeginningOfALongerOne() {
        assertThat(Corpora.sentences(500, 3).text()).startsWith(Corpora.sentences(20, 3).text());
        assertThat(Corpora.sentences(20, 3).text()).isNotEqualTo(Corpora.sentences(20, 4).text());
    }

    /** The scores on the card {@code datasets/sentences.md}. */
    @ParameterizedTest
    @CsvSource({"1, 71.43", "2, 4.42", "3, 2.78", "4, 2.63", "5, 2.66"})
    void longerContextsHelpUntilTheCountsAreTooFew(int n, double perplexity) {
        List<String> lines = Corpora.sentences(3000, 7).text().lines().toList();
        assertThat(new Counts(lines.subList(0, 2400), n).perplexity(lines.subList(2400, 3000)))
                .isCloseTo(perplexity, within(0.01));
    }

    /** The grammar's own entropy, from the number of equally likely choices at each place. */
    @Test
    void whoKnowsTheGrammarIsBelowAnyCount() {
        double act = bits(8) + bits(12) + bits(25);
        double place = bits(2) + bits(12) + bits(2) + 0.5 * (bits(4) + bits(6) + bits(2));
        double which = -0.6 * bits(0.6) - 0.4 * bits(0.4);
        List<String> lines = Corpora.sentences(3000, 7).text().lines().skip(2400).toList();
        double words =
                lines.stream().mapToInt(l -> l.split(" ").length + 1).average().orElseThrow();
        assertThat(Math.pow(2, (which + 0.6 * act + 0.4 * place) / words))
                .isCloseTo(2.3, within(0.05));
    }

    private static double bits(double choices) {
        return Math.log(choices) / Math.log(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void countOutOfRangeIsRefused(int count) {
        assertThatThrownBy(() -> Corpora.sentences(count, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the number of sentences must be in 1 .. 100,000");
    }

    /** Counts of up to n words, each order mixed with the one below. */
    private static final class Counts {
        private final int longest;
        private final Map<String, Integer> counts = new HashMap<>();

        Counts(List<String> lines, int longest) {
            this.longest = longest;
            for (String line : lines) {
                String[] words = words(line);
                for (int at = longest - 1; at < words.length; at++) {
                    for (int n = 1; n <= longest; n++) {
                        counts.merge(gram(words, at, n), 1, Integer::sum);
                        counts.merge(gram(words, at - 1, n - 1) + " *", 1, Integer::sum);
                    }
                }
            }
        }

        double perplexity(List<String> lines) {
            double sum = 0;
            int tokens = 0;
            for (String line : lines) {
                String[] words = words(line);
                for (int at = longest - 1; at < words.length; at++) {
                    sum -= Math.log(probability(words, at));
                    tokens++;
                }
            }
            return Math.exp(sum / tokens);
        }

        private double probability(String[] words, int at) {
            double p = 1.0 / counts.size();
            for (int n = 1; n <= longest; n++) {
                double seen = counts.getOrDefault(gram(words, at - 1, n - 1) + " *", 0);
                p = (counts.getOrDefault(gram(words, at, n), 0) + 2 * p) / (seen + 2);
            }
            return p;
        }

        private String[] words(String line) {
            return ("<s> ".repeat(longest - 1) + line.replace(".", " .")).split(" ");
        }

        private static String gram(String[] words, int end, int n) {
            StringBuilder gram = new StringBuilder();
            for (int i = end - n + 1; i <= end; i++) {
                gram.append(words[i]).append('_');
            }
            return gram.toString();
        }
    }
}
