package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    /** Takes steps of a hundredth of a second. */
    private static Pace after(Plan plan, int steps) throws InterruptedException {
        Pace pace = new Pace(plan, Tiny.windows());
        for (int i = 0; i < steps; i++) {
            Thread.sleep(10);
            pace.tick();
        }
        return pace;
    }

    @Test
    void theTimeLeftIsToldFromTheTenthStepOn() throws InterruptedException {
        assertThat(after(Plan.ofSteps(1000), 9).secondsLeft()).isNaN();
        Pace pace = after(Plan.ofSteps(1000), 10);
        assertThat(pace.secondsLeft()).isBetween(9.0, 100.0);
        assertThat(pace.expectedSteps()).isEqualTo(1000);
        assertThat(pace.done()).isEqualTo(0.01);
        assertThat(pace.advice(100)).isEmpty();
    }

    @Test
    void aLongPlanSaysOnceWhatToLower() throws InterruptedException {
        Plan plan = Plan.ofSteps(1_000_000).batch(64);
        assertThat(after(plan, 10).advice(200).orElseThrow())
                .matches(
                        "about \\d+ minutes left at 0\\.\\d\\d s per step; to be done sooner, lower the"
                                + " width or layers of the body, batch \\(64\\) or the window \\(200\\),"
                                + " plan fewer steps, or say Plan.ofMinutes\\(2\\)");
        assertThat(after(plan, 11).advice(200)).isEmpty();
        assertThat(after(Plan.ofMinutes(60), 10).advice(200)).isEmpty();
    }

    @Test
    void epochsAreCountedInSteps() throws InterruptedException {
        int perEpoch = Tiny.windows().stepsPerEpoch(32);
        assertThat(after(Plan.ofEpochs(1.5), 1).expectedSteps())
                .isEqualTo((int) Math.ceil(1.5 * perEpoch));
    }

    @Test
    void minutesEndWithTheClock() throws InterruptedException {
        Pace pace = after(Plan.ofMinutes(0.002), 3);
        assertThat(pace.isOver()).isFalse();
        assertThat(pace.expectedSteps()).isGreaterThan(3);
        Thread.sleep(100);
        assertThat(pace.isOver()).isTrue();
        assertThat(pace.byTime()).isTrue();
        assertThat(pace.done()).isEqualTo(1);
    }

    @Test
    void theTimeLeftOfMinutesIsKnownFromTheFirstStepOn() throws InterruptedException {
        Pace pace = after(Plan.ofMinutes(2), 1);
        assertThat(pace.plannedSeconds()).isEqualTo(120);
        assertThat(pace.secondsLeft()).isBetween(100.0, 119.995);
        assertThat(after(Plan.ofSteps(5), 1).plannedSeconds()).isInfinite();
    }
}
