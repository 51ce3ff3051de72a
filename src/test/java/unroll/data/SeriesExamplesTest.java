package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesExamplesTest {
    private static final int MANY = 100_000;

    /** The scores on the card {@code datasets/series.md}: root mean square error of a step ahead. */
    @Test
    void sinesRepeatAfterTheirCommonPeriodAndNotBefore() {
        double[] x = SeriesExamples.sines(2000, 7).values();
        assertThat(error(x, 300, t -> x[t - 1])).isCloseTo(0.22, within(0.01));
        assertThat(error(x, 300, t -> x[t - 300])).isCloseTo(0.14, within(0.01));
        double[] other = SeriesExamples.sines(2000, 8).values();
        assertThat(other).isNotEqualTo(x);
    }

    @Test
    void regimesStayAtOneLevelForFiftySteps() {
        double[] x = SeriesExamples.regimes(MANY, 7).values();
        double changes = IntStream.range(1, MANY).filter(t -> x[t] > 1 != x[t - 1] > 1).count();
        assertThat(Arrays.stream(x).average().orElseThrow()).isCloseTo(1.0, within(0.1));
        assertThat(changes / MANY).isBetween(0.02, 0.08);
        assertThat(error(x, 1, t -> x[t - 1])).isBetween(0.6, 0.8);
    }

    @Test
    void nothingForetellsThePriceButItsMovementsComeInClusters() {
        double[] r = SeriesExamples.prices(MANY, 7).returns().values();
        double[] squares = Arrays.stream(r).map(x -> x * x).toArray();
        assertThat(correlation(r)).isCloseTo(0, within(0.02));
        assertThat(correlation(squares)).isBetween(0.1, 0.5);
        assertThat(Arrays.stream(squares).average().orElseThrow())
                .isCloseTo(0.0001, within(0.00002));
    }

    @Test
    void theControlFollowsItsLastReturnAndHasNoClusters() {
        double[] r = SeriesExamples.autoregressive(MANY, 7).returns().values();
        assertThat(correlation(r)).isCloseTo(0.5, within(0.01));
        double persistence = error(r, 1, t -> 0);
        double half = error(r, 1, t -> r[t - 1] / 2);
        assertThat(half).isCloseTo(0.01, within(0.0002));
        assertThat(1 - half * half / (persistence * persistence)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void shorterSeriesAreTheBeginningOfLongerOnes() {
        for (IntFunction<TimeSeries> maker : makers()) {
            double[] whole = maker.apply(500).values();
            assertThat(Arrays.copyOf(whole, 40)).isEqualTo(maker.apply(40).values());
            assertThat(maker.apply(1).length()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void lengthOutOfRangeIsRefused(int length) {
        for (IntFunction<TimeSeries> maker : makers()) {
            assertThatThrownBy(() -> maker.apply(length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the length of a series must be in 1 .. 1,000,000");
        }
    }

    @Test
    void seriesWithGapsAndReturnsWithoutPricesAreRefused() {
        assertThatThrownBy(() -> new TimeSeries("x", new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the series x has NaN at step 1");
        assertThatThrownBy(() -> new TimeSeries("x", new double[] {3}).differences())
                .hasMessageContaining("differences of x has no values");
        assertThat(new TimeSeries("x", new double[] {3, 5, 4.5}).differences().values())
                .containsExactly(2, -0.5);
        assertThatThrownBy(() -> new TimeSeries("x", new double[] {3, 0}).returns())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("returns need positive prices");
        assertThatThrownBy(() -> new TimeSeries("x", new double[] {3}).returns())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("returns of x has no values");
    }

    private static List<IntFunction<TimeSeries>> makers() {
        return List.of(
                length -> SeriesExamples.sines(length, 3),
                length -> SeriesExamples.regimes(length, 3),
                length -> SeriesExamples.prices(length, 3),
                length -> SeriesExamples.autoregressive(length, 3));
    }

    private static double error(double[] x, int from, IntToDoubleFunction forecast) {
        double sum = 0;
        for (int t = from; t < x.length; t++) {
            double difference = x[t] - forecast.applyAsDouble(t);
            sum += difference * difference;
        }
        return Math.sqrt(sum / (x.length - from));
    }

    /** Correlation of each value with the next. */
    private static double correlation(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double together = 0;
        double alone = 0;
        for (int t = 1; t < x.length; t++) {
            together += (x[t] - mean) * (x[t - 1] - mean);
            alone += (x[t] - mean) * (x[t] - mean);
        }
        return together / alone;
    }
}
