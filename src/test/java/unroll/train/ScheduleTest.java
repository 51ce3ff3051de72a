package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aConstantRateStays() {
        assertThat(Schedule.constant().factor(1, 0)).isEqualTo(1);
        assertThat(Schedule.constant().factor(900, 0.99)).isEqualTo(1);
    }

    @Test
    void aLinearRateFallsAlongALine() {
        assertThat(Schedule.linear().factor(1, 0)).isEqualTo(1);
        assertThat(Schedule.linear().factor(1, 0.25)).isEqualTo(0.75);
        assertThat(Schedule.linear().floor(0.2).factor(1, 1)).isEqualTo(0.2);
    }

    @Test
    void aCosineFallsSlowlyAtBothEnds() {
        Schedule cosine = Schedule.cosine();
        assertThat(cosine.factor(1, 0)).isEqualTo(1);
        assertThat(cosine.factor(1, 0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(1, 1)).isCloseTo(0, within(1e-12));
        assertThat(cosine.factor(1, 0.1)).isGreaterThan(0.95);
    }

    @Test
    void aWarmRateRisesToTheWholeAndThenFallsAsItsShapeSays() {
        Schedule warm = Schedule.linear().warmup(10);
        assertThat(warm.factor(1, 0)).isEqualTo(0.1);
        assertThat(warm.factor(10, 0)).isEqualTo(1);
        assertThat(warm.factor(50, 0.5)).isEqualTo(0.5);
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> Schedule.cosine().warmup(-1))
                .hasMessage("warmup must be 0 steps or more, got -1");
        assertThatThrownBy(() -> Schedule.cosine().floor(2))
                .hasMessage("floor must be from 0 to 1, got 2.0");
    }
}
