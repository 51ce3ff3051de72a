package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final Confusion JUDGED =
            Confusion.of(
                    List.of("good", "good", "bad", "bad", "bad"),
                    List.of("good", "bad", "bad", "bad", "good"));

    @Test
    void pairsAreCountedByTruthAndPrediction() {
        assertThat(JUDGED.labels()).containsExactly("bad", "good");
        assertThat(JUDGED.counts()).isDeepEqualTo(new long[][] {{2, 1}, {1, 1}});
        assertThat(JUDGED.total()).isEqualTo(5);
        assertThat(JUDGED.accuracy()).isEqualTo(0.6);
        assertThat(JUDGED.recall("bad")).isEqualTo(2.0 / 3);
        assertThat(JUDGED.precision("good")).isEqualTo(0.5);
        assertThat(JUDGED.table().longColumn("count").asList()).containsExactly(2L, 1L, 1L, 1L);
        assertThat(JUDGED).hasToString("5 judged, 2 classes, accuracy 0.600");
        assertThat(new Confusion(List.of("a"), new long[][] {{1}}))
                .hasToString("1 judged, 1 class, accuracy 1.000");
        assertThat(new Confusion(List.of("a", "b"), new long[2][2]))
                .hasToString("0 judged, 2 classes");
        assertThat(JUDGED).isEqualTo(new Confusion(JUDGED.labels(), JUDGED.counts()));
    }

    @Test
    void whatIsNotAMatrixOfCountsIsRefused() {
        List<String> labels = List.of("a", "b");
        assertThatThrownBy(() -> new Confusion(labels, new long[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confusion matrix: 2 labels need 2 rows of 2 counts, got [[1, 2]]");
        assertThatThrownBy(() -> new Confusion(labels, new long[][] {{1, 2}, {-1, 0}}))
                .hasMessage("confusion matrix: a count is negative: [-1, 0]");
        long[][] beyond = {{Long.MAX_VALUE, 0}, {0, 1}};
        assertThatThrownBy(() -> new Confusion(labels, beyond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "confusion matrix: the counts sum to more than 9223372036854775807,"
                                + " expected fewer: [[9223372036854775807, 0], [0, 1]]");
        beyond[1][1] = 0;
        assertThat(new Confusion(labels, beyond).total()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new Confusion(List.of("a", "a"), new long[2][2]))
                .hasMessage(
                        "labels of a confusion matrix: 'a' is there twice, expected different names");
        assertThatThrownBy(() -> Confusion.of(labels, List.of("a")))
                .hasMessage("confusion matrix: 2 true labels, but 1 predicted ones");
        assertThatThrownBy(() -> JUDGED.recall("ugly"))
                .hasMessage("label 'ugly' is missing; there are: bad, good");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new Confusion(List.of("a"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("counts of a confusion matrix: found null");
        assertThatThrownBy(() -> new Confusion(List.of("a"), new long[1][]))
                .hasMessageStartingWith("a row of a confusion matrix: found null");
        assertThatThrownBy(() -> Confusion.of(Arrays.asList("a", null), List.of("a", "b")))
                .hasMessageStartingWith("true labels, number 1: found null");
    }
}
