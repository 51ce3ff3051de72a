package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionMapTest {
    private static final double[][] CAUSAL = {{1, 0}, {0.25, 0.75}};
    private static final double[][] BOTH_WAYS = {{0.5, 0.5}, {0.75, 0.25}};
    private static final List<String> TOKENS = List.of("good", "good");

    private static AttentionMap twoHeads() {
        return new AttentionMap(TOKENS, TOKENS, new double[][][] {CAUSAL, BOTH_WAYS});
    }

    @Test
    void aHeadIsTakenOutAndTheMeanIsOverAll() {
        assertThat(twoHeads().head(0)).isEqualTo(AttentionMap.ofSelf(TOKENS, CAUSAL));
        double[][] mean = twoHeads().mean().weights()[0];
        assertThat(mean[0]).containsExactly(0.75, 0.25);
        assertThat(mean[1]).containsExactly(new double[] {0.5, 0.5}, offset(1e-12));
    }

    @Test
    void onlyAMapWithoutALookAheadIsCausal() {
        assertThat(twoHeads().causal()).isFalse();
        assertThat(twoHeads().head(0).causal()).isTrue();
        AttentionMap cross =
                new AttentionMap(List.of("a", "b"), List.of("x", "y"), new double[][][] {CAUSAL});
        assertThat(cross.causal()).isFalse();
    }

    @Test
    void theTableHasARowPerHeadQueryAndKey() {
        assertThat(twoHeads().table().rowCount()).isEqualTo(8);
        assertThat(twoHeads().table().doubleColumn("weight").sum()).isEqualTo(4);
    }

    @Test
    void weightsBeforeTheSoftmaxAreRefused() {
        assertThatThrownBy(() -> AttentionMap.ofSelf(TOKENS, new double[][] {{1, 0}, {2, -1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "attention weights of head 0: row 1 has the sum 1.0000 and the least number"
                                + " -1.0000, expected the sum 1 and nothing below 0; pass them after"
                                + " the softmax");
        assertThatThrownBy(() -> AttentionMap.ofSelf(TOKENS, new double[][] {{1, 0}}))
                .hasMessage("attention weights of head 0: expected 2 rows, got 1");
        assertThatThrownBy(() -> AttentionMap.ofSelf(TOKENS, new double[][] {{1, 0}, {1}}))
                .hasMessage("attention weights of head 0: row 1 has 1 numbers, expected 2");
        assertThatThrownBy(
                        () -> AttentionMap.ofSelf(TOKENS, new double[][] {{1, Double.NaN}, {1, 0}}))
                .hasMessage(
                        "attention weights of head 0, row 0: number 1 is NaN, expected a finite one");
        assertThatThrownBy(() -> twoHeads().head(2))
                .hasMessage("head 2 is missing; there are heads 0 to 1");
    }

    @Test
    void nobodyCanChangeTheWeights() {
        double[][] mine = {{1, 0}, {0.25, 0.75}};
        AttentionMap map = AttentionMap.ofSelf(TOKENS, mine);
        mine[0][0] = 0;
        map.weights()[0][0][0] = 0;
        assertThat(map).isEqualTo(twoHeads().head(0)).hasSameHashCodeAs(twoHeads().head(0));
        assertThat(map)
                .hasToString("attention of 2 queries to 2 keys, 1 head, none to a later token");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused(
                null, TOKENS, new double[][][] {CAUSAL}, "queries of an attention map: found null");
        assertRefused(
                Arrays.asList("a", null),
                TOKENS,
                new double[][][] {CAUSAL},
                "queries of an attention map, number 1: found null");
        assertRefused(TOKENS, TOKENS, null, "weights of an attention map: found null");
        assertRefused(TOKENS, TOKENS, new double[1][][], "attention weights of head 0: found null");
        assertRefused(
                TOKENS,
                TOKENS,
                new double[][][] {{{1, 0}, null}},
                "attention weights of head 0, row 1: found null");
        assertRefused(
                TOKENS,
                List.of(),
                new double[][][] {{{}, {}}},
                "keys of an attention map: there are none, expected at least one");
    }

    private static void assertRefused(
            List<String> queries, List<String> keys, double[][][] weights, String start) {
        assertThatThrownBy(() -> new AttentionMap(queries, keys, weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start);
    }
}
