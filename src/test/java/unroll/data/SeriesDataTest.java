package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesDataTest {
    private static final double[] DAYS = IntStream.range(0, 100).asDoubleStream().toArray();

    private static SeriesData data(Scaling scaling) {
        return SeriesData.of(SeriesSplit.at(0.8, DAYS), scaling, 5, 2, values -> 1);
    }

    private static double[] days(float[] scaled, Scaling scaling) {
        return IntStream.range(0, scaled.length)
                .mapToDouble(i -> Math.rint(scaling.unscaled(0, scaled[i])))
                .toArray();
    }

    @Test
    void theScaleIsThatOfWhatIsLearntFrom() {
        Scaling scaling = SeriesSplit.at(0.8, DAYS).scaling();
        assertThat(scaling.means().get(0)).isCloseTo(39.5, within(1e-9));
        assertThat(scaling.scaled(0, 39.5)).isCloseTo(0, within(1e-9));
        assertThat(SeriesSplit.at(1, new double[] {3, 3}).scaling().deviations())
                .containsExactly(1.0);
    }

    @Test
    void nothingAfterTheCutIsLearntFromAndNothingBeforeItIsValidatedOn() {
        Scaling scaling = SeriesSplit.at(0.8, DAYS).scaling();
        var data = data(scaling);
        var epoch = data.epoch(16, new SplittableRandom(1));
        assertThat(epoch).hasSize(data.stepsPerEpoch(16)).hasSize(5);
        for (SeriesBatch batch : epoch) {
            assertThat(Arrays.stream(days(batch.targets(), scaling)).max().getAsDouble())
                    .isLessThan(80);
        }
        assertThat(epoch.stream().mapToInt(SeriesBatch::size).sum()).isEqualTo(74);
        var looks = data.validation(100);
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0).size()).isEqualTo(19);
        assertThat(Arrays.copyOf(days(looks.get(0).targets(), scaling), 4))
                .containsExactly(80, 81, 81, 82);
        assertThat(Arrays.copyOf(days(looks.get(0).inputs(), scaling), 5))
                .containsExactly(75, 76, 77, 78, 79);
    }

    @Test
    void batchesLargerThanTheDataAreOneAndImpossibleOnesAreRefused() {
        var data = data(SeriesSplit.at(0.8, DAYS).scaling());
        var random = new SplittableRandom(1);
        int most = Integer.MAX_VALUE;
        assertThat(data.stepsPerEpoch(most)).isEqualTo(1);
        assertThat(data.epoch(most, random)).extracting(SeriesBatch::size).containsExactly(74);
        assertThat(data.validation(most)).extracting(SeriesBatch::size).containsExactly(19);
        assertThatThrownBy(() -> data.draw(most, random))
                .hasMessageStartingWith("a batch of 2,147,483,647 sequences of 7 values");
        assertThatThrownBy(() -> data.validation(0))
                .hasMessage("batch must be 1 or more, got 0; try 32");
    }

    @Test
    void withoutValuesAfterTheCutThereIsNothingToValidateOn() {
        var split = SeriesSplit.at(1, DAYS);
        var data = SeriesData.of(split, split.scaling(), 5, 2, values -> 1);
        assertThat(data.validation(8)).isEmpty();
    }
}
