package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignFlipsTest {

    /** Returns differences of right answers: so many for the one, for the other, and none. */
    static double[] answers(int better, int worse, int alike) {
        double[] differences = new double[better + worse + alike];
        Arrays.fill(differences, 0, better, 1);
        Arrays.fill(differences, better, better + worse, -1);
        return differences;
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 0", "6, 0", "8, 1", "3, 3", "0, 10", "12, 5", "0, 0"})
    void ofRightAndWrongAnswersItIsMcNemarsExactTest(int better, int worse) {
        var law = new BinomialDistribution(better + worse, 0.5);
        double p = Math.min(1, 2 * law.cumulativeProbability(Math.min(better, worse)));
        assertThat(SignFlips.asFar(answers(better, worse, 7))).isCloseTo(p, within(1e-12));
    }

    @Test
    void ofNumbersItCountsTheChoicesOfSigns() {
        assertThat(SignFlips.asHigh(new double[] {1, 2, 3})).isEqualTo(1 / 8.0);
        assertThat(SignFlips.asHigh(new double[] {-1, 2, 3})).isEqualTo(2 / 8.0);
        assertThat(SignFlips.asFar(new double[] {-1, -2, -3})).isEqualTo(2 / 8.0);
        assertThat(SignFlips.asFar(new double[] {0.1, 0.2, -0.3})).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"17, 8", "21, 4", "60, 40", "130, 100"})
    void ofManyItDrawsAndComesNear(int better, int worse) {
        var law = new BinomialDistribution(better + worse, 0.5);
        double p = 2 * law.cumulativeProbability(worse);
        assertThat(SignFlips.asFar(answers(better, worse, 0))).isCloseTo(p, within(0.012));
    }

    @Test
    void chanceIsNeverRuledOutBelowSixDifferences() {
        assertThat(SignFlips.fewest(0.05)).isEqualTo(6);
        assertThat(SignFlips.fewest(0.05 / 4)).isEqualTo(8);
        assertThat(SignFlips.asFar(answers(5, 0, 0))).isEqualTo(0.0625);
        assertThat(SignFlips.asFar(answers(6, 0, 0))).isEqualTo(0.03125);
    }
}
