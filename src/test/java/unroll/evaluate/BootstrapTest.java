package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    void theIntervalIsThatOfTheNormalLaw() {
        double[] scores = random(1).doubles(400).map(x -> x < 0.5 ? 0 : 1).toArray();
        Bootstrap interval = Bootstrap.mean(scores, 2);
        double p = Arrays.stream(scores).average().orElseThrow();
        double half = 1.96 * Math.sqrt(p * (1 - p) / scores.length);
        assertThat(interval.mean()).isEqualTo(p);
        assertThat(interval.low()).isCloseTo(p - half, within(0.006));
        assertThat(interval.high()).isCloseTo(p + half, within(0.006));
        assertThat(Bootstrap.mean(scores, 2)).isEqualTo(interval);
    }

    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        int covered = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[] scores = random(trial).doubles(100).toArray();
            Bootstrap interval = Bootstrap.mean(scores, trial);
            covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(180, 199);
    }

    @Test
    void aSmallDifferenceOverHardAndEasyItemsIsSeen() {
        double[] hard = random(3).doubles(100, 0, 10).toArray();
        double[] first = Arrays.stream(hard).map(x -> x + 0.1).toArray();
        Bootstrap paired = Bootstrap.difference(first, hard, 4);
        assertThat(paired.differs()).isTrue();
        assertThat(paired.mean()).isCloseTo(0.1, within(1e-9));
        assertThat(Bootstrap.difference(hard, hard, 4).differs()).isFalse();
    }

    @Test
    void aDifferenceThatChanceExplainsIsNone() {
        double[] all = new double[20];
        Arrays.fill(all, 1);
        double[] less = all.clone();
        Arrays.fill(less, 0, 5, 0);
        assertThat(Bootstrap.difference(all, less, 1).differs()).isFalse();
        less[5] = 0;
        assertThat(Bootstrap.difference(all, less, 1).differs()).isTrue();
    }

    /** Ten numbers: the plain interval would cover the mean in 90 % of cases only. */
    @Test
    void ofFewNumbersItIsWider() {
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            RandomGenerator random = random(trial);
            double[] scores = new double[10];
            Arrays.setAll(scores, i -> random.nextGaussian());
            Bootstrap interval = Bootstrap.mean(scores, trial);
            covered += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(370, 395);
    }

    @Test
    void fewItemsGiveNoVerdict() {
        Bootstrap few = Bootstrap.mean(new double[] {1, 1, 1}, 1);
        assertThat(few.differs()).isFalse();
        assertThat(few)
                .hasToString(
                        "1.0000 (95 % interval 1.0000 to 1.0000, 3 items: too few for a verdict)");
    }

    @Test
    void refusesWhatHasNoMean() {
        assertThatThrownBy(() -> Bootstrap.mean(new double[0], 1))
                .hasMessage("scores is empty: give at least one item");
        assertThatThrownBy(() -> Bootstrap.mean(new double[] {1, Double.NaN}, 1))
                .hasMessage("scores holds NaN at item 1 of 2 (counted from 0)");
        assertThatThrownBy(() -> Bootstrap.difference(new double[1], new double[2], 1))
                .hasMessage(
                        "first has 1 items, second has 2: they must belong together, item by item");
    }
}
