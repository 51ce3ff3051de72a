package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.trace.TokenVectors.Neighbour;

class TokenVectorsTest {
    private static final TokenVectors VECTORS =
            new TokenVectors(
                    List.of("king", "queen", "table"), new double[][] {{2, 0}, {3, 1}, {0, -5}});

    @Test
    void neighboursPointTheSameWayHoweverLongTheyAre() {
        List<Neighbour> nearest = VECTORS.nearest("king", 2);
        assertThat(nearest).extracting(Neighbour::token).containsExactly("queen", "table");
        assertThat(nearest.get(0).similarity()).isCloseTo(3 / Math.sqrt(10), within(1e-12));
        assertThat(VECTORS.nearest("table", 1)).hasSize(1);
    }

    @Test
    void theTableHasARowPerToken() {
        assertThat(VECTORS.table().columnNames()).containsExactly("token", "0", "1");
        assertThat(VECTORS.vector("table")).containsExactly(0, -5);
        assertThat(VECTORS).hasToString("3 tokens as vectors of 2 numbers");
        assertThat(new TokenVectors(List.of("a"), new double[][] {{1}}))
                .hasToString("1 token as vectors of 1 number");
        assertThat(VECTORS).isEqualTo(new TokenVectors(VECTORS.tokens(), VECTORS.vectors()));
    }

    @Test
    void anUnknownTokenIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> VECTORS.nearest("king", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("neighbours of 'king': their number must be 1 or more, got 0");
        assertThatThrownBy(() -> VECTORS.nearest("chair", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token 'chair' is missing; there are: king, queen, table");
        assertThatThrownBy(() -> new TokenVectors(List.of("a", "a"), new double[2][1]))
                .hasMessage("tokens of an embedding: 'a' is there twice, expected different names");
        assertThatThrownBy(() -> new TokenVectors(List.of("a"), new double[1][0]))
                .hasMessage("vectors of an embedding: they have no numbers");
    }

    @Test
    void theSizeOfTheNumbersDoesNotMatter() {
        for (double size : new double[] {1e200, 1e-200}) {
            TokenVectors vectors =
                    new TokenVectors(
                            List.of("a", "b", "c"),
                            new double[][] {{size, 0}, {0, size}, {size, size / 2}});
            assertThat(vectors.nearest("a", 1).get(0).similarity())
                    .isCloseTo(2 / Math.sqrt(5), within(1e-12));
            assertThat(vectors.nearest())
                    .extracting(Neighbour::token)
                    .containsExactly("c", "c", "a");
        }
        assertThat(VECTORS.nearest().get(2)).isEqualTo(VECTORS.nearest("table", 1).get(0));
        assertThat(new TokenVectors(List.of("a"), new double[][] {{1}}).nearest()).isEmpty();
    }
}
