package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTasksTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 300})
    void copyAsksForTheTenSymbolsAfterTheDistance(int distance) {
        for (TaggedTokens example : MemoryTasks.copy(50, distance, 1)) {
            List<String> tokens = example.tokens();
            assertThat(example.length()).isEqualTo(distance + 20);
            assertThat(tokens.subList(0, 10)).allMatch(token -> token.matches("[a-h]"));
            assertThat(tokens.indexOf("?")).isEqualTo(distance + 9);
            assertThat(tokens.subList(10, distance + 9)).allMatch("_"::equals);
            assertThat(example.tags().subList(distance + 10, distance + 20))
                    .isEqualTo(tokens.subList(0, 10));
            assertThat(example.tags().subList(0, distance + 10)).allMatch("_"::equals);
        }
    }

    /** The score on the card {@code datasets/adding.md}. */
    @Test
    void addingPaysOneSixthToWhoSaysTheMean() {
        List<MeasuredSequence> examples = MemoryTasks.adding(20_000, 50, 1);
        double error =
                examples.stream()
                        .mapToDouble(e -> (e.target() - 1) * (e.target() - 1))
                        .average()
                        .orElseThrow();
        assertThat(error).isCloseTo(1 / 6.0, within(0.005));
        for (MeasuredSequence example : examples.subList(0, 500)) {
            double sum = 0;
            int marked = 0;
            for (double[] step : example.steps()) {
                sum += step[0] * step[1];
                marked += (int) step[1];
            }
            assertThat(example.length()).isEqualTo(50);
            assertThat(marked).isEqualTo(2);
            assertThat(example.target()).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void parityTagsTheOnesSoFar() {
        for (TaggedTokens example : MemoryTasks.parity(100, 40, 1)) {
            for (int t = 0; t < example.length(); t++) {
                int ones = Collections.frequency(example.tokens().subList(0, t + 1), "1");
                assertThat(example.tags().get(t)).isEqualTo(ones % 2 == 0 ? "even" : "odd");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 500})
    void recallAsksForTheFirstToken(int distance) {
        for (LabelledText example : MemoryTasks.recall(50, distance, 1)) {
            assertThat(example.text()).matches("[a-h]( \\d){" + distance + "} \\?");
            assertThat(example.text()).startsWith(example.label() + " ");
        }
    }

    /** The score on the card {@code datasets/recall.md}. */
    @Test
    void aBagOfWordsNeedsNoMemoryToRecall() {
        assertThat(NaiveBayes.score(MemoryTasks.recall(1000, 30, 7), 1)).isEqualTo(1);
    }

    @Test
    void shorterListsAreTheBeginningOfLongerOnes() {
        assertThat(MemoryTasks.copy(50, 9, 3).subList(0, 7)).isEqualTo(MemoryTasks.copy(7, 9, 3));
        assertThat(MemoryTasks.parity(50, 9, 3).subList(0, 7))
                .isEqualTo(MemoryTasks.parity(7, 9, 3));
        assertThat(MemoryTasks.recall(50, 9, 3).subList(0, 7))
                .isEqualTo(MemoryTasks.recall(7, 9, 3));
        assertThat(MemoryTasks.adding(50, 9, 3).get(6).steps())
                .isDeepEqualTo(MemoryTasks.adding(7, 9, 3).get(6).steps());
        assertThat(MemoryTasks.parity(5, 9, 3)).isNotEqualTo(MemoryTasks.parity(5, 9, 4));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> MemoryTasks.copy(5, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the distance must be in 1 .. 2,000, got 0");
        assertThatThrownBy(() -> MemoryTasks.adding(5, 1, 1))
                .hasMessage("the length must be in 2 .. 2,000, got 1");
        assertThatThrownBy(() -> MemoryTasks.parity(0, 5, 1))
                .hasMessage("the number of sequences must be in 1 .. 100,000, got 0");
        assertThatThrownBy(() -> MemoryTasks.recall(5, 2001, 1))
                .hasMessage("the distance must be in 0 .. 2,000, got 2,001");
    }

    @Test
    void unequalSequencesAreRefused() {
        assertThatThrownBy(() -> TaggedTokens.of(List.of("a", "b"), List.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 2 tokens and 1 tags");
        assertThatThrownBy(() -> new MeasuredSequence(new double[][] {{1, 0}, {1}}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("step 1 has 1 numbers, step 0 has 2");
        assertThatThrownBy(() -> new MeasuredSequence(new double[0][], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one step");
    }
}
