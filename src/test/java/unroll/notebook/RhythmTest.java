package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final long MILLI = 1_000_000;
    private static final long PAUSE = 500 * MILLI;

    private long now;
    private long work;
    private long spent;
    private int others; // programs that share the processor evenly
    private int pictures;

    /** A training of steps of 20 ms; drawing the n-th picture takes what is said. */
    private void train(int seconds, IntToLongFunction millis) {
        Rhythm rhythm = new Rhythm(() -> now, () -> work, PAUSE);
        while (now < seconds * 1000L * MILLI) {
            now += 20 * MILLI;
            if (rhythm.isDue()) {
                rhythm.begin();
                long took = millis.applyAsLong(pictures++) * MILLI;
                now += took * (1 + others);
                work += took;
                spent += took;
                rhythm.end();
            }
        }
    }

    private double share() {
        return (double) spent / now;
    }

    @Test
    void picturesThatCostLittleComeTwiceASecond() {
        train(60, picture -> 2);
        assertThat(pictures).isBetween(110, 120);
    }

    @Test
    void aColdStartIsMadeUpForWithinAMinute() {
        train(60, picture -> picture == 0 ? 500 : 8);
        assertThat(share()).isLessThan(0.02);
        assertThat(pictures).isGreaterThan(40);
    }

    @Test
    void roomIsLeftForTheLastPicture() {
        train(60, picture -> picture == 0 ? 250 : 14);
        assertThat(share()).isLessThan(0.016);
        assertThat(pictures).isGreaterThan(30);
    }

    @Test
    void afterAColdStartTheReaderWaitsTwoSecondsAtMost() {
        train(10, picture -> picture == 0 ? 900 : 15);
        assertThat(pictures).isGreaterThanOrEqualTo(5);
    }

    @Test
    void slowPicturesTakeAFiftiethOfTheTimeToo() {
        train(60, picture -> 100);
        assertThat(share()).isLessThan(0.02);
        assertThat(pictures).isGreaterThanOrEqualTo(6);
    }

    @Test
    void otherProgramsDoNotMakePicturesRare() {
        others = 9;
        train(60, picture -> 10);
        assertThat(pictures).isGreaterThan(60);
    }

    @Test
    void theClockOfTheThreadIsThere() {
        Rhythm rhythm = Rhythm.of(PAUSE);
        assertThat(rhythm.isDue()).isTrue();
        rhythm.begin();
        rhythm.end();
        assertThat(rhythm.isDue()).isFalse();
    }
}
