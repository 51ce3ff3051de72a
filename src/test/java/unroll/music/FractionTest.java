package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FractionTest {
    @Test
    void fractionsAreReducedAndKeepTheSignAbove() {
        assertThat(Fraction.of(6, 8)).isEqualTo(Fraction.of(3, 4));
        assertThat(Fraction.of(1, -2)).hasToString("-1/2");
        assertThat(Fraction.of(0, 7)).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(4, 2)).hasToString("2");
    }

    @Test
    void sumsAndProductsAreExact() {
        Fraction third = Fraction.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Fraction.ONE);
        assertThat(Fraction.of(3, 4).minus(Fraction.of(1, 8))).isEqualTo(Fraction.of(5, 8));
        assertThat(Fraction.of(2, 3).times(Fraction.of(3, 8))).isEqualTo(Fraction.of(1, 4));
        assertThat(Fraction.of(1, 3)).isLessThan(Fraction.of(3, 8));
        assertThat(Fraction.of(3, 8).toDouble()).isEqualTo(0.375);
    }

    @Test
    void whatIsTooLargeOrWithoutDenominatorIsRefused() {
        Fraction large = Fraction.of(Integer.MAX_VALUE, 1);
        Fraction fine = Fraction.of(1, Integer.MAX_VALUE);
        assertThatThrownBy(() -> large.plus(Fraction.ONE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> large.times(large)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> fine.plus(Fraction.of(1, 3)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(1, Long.MIN_VALUE))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fraction.of(Long.MIN_VALUE, 1))
                .isInstanceOf(ArithmeticException.class);
    }
}
