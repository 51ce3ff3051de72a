package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinTest {
    @Test
    void aShortLineKeepsAllPoints() {
        assertThat(Thin.keep(new double[] {3, 1, 2}, 3)).containsExactly(0, 1, 2);
    }

    @Test
    void endsExtremesAndGapsOfALongLineStay() {
        double[] y = IntStream.range(0, 10_000).mapToDouble(i -> i % 7).toArray();
        y[1234] = 99;
        y[5678] = -99;
        y[4321] = Double.NaN;
        int[] kept = Thin.keep(y, 300);
        assertThat(kept).hasSizeLessThanOrEqualTo(302).isSorted().doesNotHaveDuplicates();
        assertThat(kept).contains(0, 1234, 4321, 5678, 9999);
    }

    @Test
    void aLineOfGapsKeepsAGap() {
        double[] y = new double[1000];
        Arrays.fill(y, Double.NaN);
        assertThat(Thin.keep(y, 30)).isNotEmpty();
    }
}
