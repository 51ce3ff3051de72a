package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
    private static final double LEVEL = 0.05;

    private static ItemScores right(int right, int items) {
        double[] scores = new double[items];
        Arrays.fill(scores, 0, right, 1);
        return ItemScores.of(scores);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** The examples of Newcombe (1998), method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "10, 10, 0.7225, 1"
    })
    void singleAnswersHaveWilsonsInterval(int right, int items, double low, double high) {
        Interval interval = Shares.interval(right(right, items), 1, LEVEL);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void answersThatDoNotStandAloneCountForLess() {
        double[] eight = {8, 8, 8, 0, 8, 0, 8, 8, 0, 8}; // of 8 each: ten answers, not eighty
        double[] weights = new double[10];
        Arrays.fill(weights, 8);
        assertThat(Shares.interval(new ItemScores(eight, weights), 1, LEVEL).low())
                .isCloseTo(Shares.interval(right(7, 10), 1, LEVEL).low(), within(1e-9));
        double[] alike = {6, 5, 6, 6, 5, 6, 5, 6, 6, 5}; // answers that vary less than by chance
        Interval narrow = Shares.interval(new ItemScores(alike, weights), 1, LEVEL);
        assertThat(narrow).isEqualTo(Shares.interval(right(56, 80), 1, LEVEL));
    }

    @Test
    void aDifferenceHasAWidthAndCoversTheTruthOnFewItems() {
        Interval none = Shares.difference(right(0, 12), LEVEL);
        assertThat(none.low()).isBetween(-0.2, -0.1);
        assertThat(none.high()).isBetween(0.1, 0.2);
        Interval all = Shares.difference(right(10, 10), LEVEL);
        assertThat(all.low()).isBetween(0.4, 0.6);
        assertThat(all.high()).isEqualTo(1);
        for (int items : new int[] {10, 20, 60}) {
            int covered = 0;
            RandomGenerator random = random(items);
            for (int trial = 0; trial < 4000; trial++) {
                double[] gain = new double[items];
                for (int i = 0; i < items; i++) {
                    double u = random.nextDouble();
                    gain[i] = u < 0.15 ? 1 : u < 0.2 ? -1 : 0;
                }
                covered += Shares.difference(ItemScores.of(gain), LEVEL).holds(0.1) ? 1 : 0;
            }
            assertThat(covered).as("%d items", items).isGreaterThan(3720);
        }
    }
}
