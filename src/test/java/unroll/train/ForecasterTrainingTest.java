package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.data.SeriesSplit;
import unroll.model.Forecaster;
import unroll.model.Gru;
import unroll.trace.History;

/** The loop that trains language models trains a forecaster of series. */
@Tag("engine")
class ForecasterTrainingTest {
    @TempDir private Path folder;

    /** Returns x_t = 0.8 x_{t-1} + noise of deviation 1, raised and stretched. */
    private static double[] autoregressive(int length) {
        Random random = new Random(4);
        double[] values = new double[length];
        double x = 0;
        for (int t = 0; t < length; t++) {
            x = 0.8 * x + random.nextGaussian();
            values[t] = 100 + 5 * x;
        }
        return values;
    }

    private static Plan plan(int steps) {
        return Plan.ofSteps(steps).batch(32).learningRate(0.01).validateEvery(0);
    }

    @Test
    void theMeanIsForecastAsWellAsTheNoiseAllows() {
        var split = SeriesSplit.at(0.8, autoregressive(2000));
        try (var model = Forecaster.over(split.scaling()).past(8).body(Gru.of(8)).seed(1).build()) {
            var data = model.data(split);
            History history = Training.run(model, data, plan(200));
            assertThat(history.letterGuess()).isCloseTo(1, within(1e-5));
            // of the variance 1 / (1 - 0.64), the share 0.36 is noise
            assertThat(history.loss()).isBetween(0.3, 0.45);
            assertThat(history.toString()).doesNotContain("perplexity");
            double[] past = {100, 100, 100, 100, 100, 100, 100, 115};
            assertThat(model.predict(past).middle()[0]).isCloseTo(112, within(2.0));
        }
    }

    @Test
    void quantilesHoldTheirSharesOfWhatComes() {
        double[] values = autoregressive(2500);
        var split = SeriesSplit.at(0.8, Arrays.copyOf(values, 2000));
        var setup = Forecaster.over(split.scaling()).past(6).steps(2).quantiles(0.1, 0.5, 0.9);
        try (var model = setup.body(Gru.of(8)).seed(1).build()) {
            History history = Training.run(model, model.data(split), plan(200));
            // of a normal distribution, the mean of the densities at its three quantiles
            assertThat(history.letterGuess()).isCloseTo(0.25, within(0.02));
            assertThat(history.loss()).isLessThan(history.letterGuess());
            int below = 0;
            for (int t = 2000; t + 2 <= values.length; t++) {
                var forecast = model.predict(Arrays.copyOfRange(values, t - 6, t));
                assertThat(forecast.steps()).isEqualTo(2);
                assertThat(forecast.quantile(0.1)[1]).isLessThanOrEqualTo(forecast.middle()[1]);
                below += values[t + 1] < forecast.quantile(0.9)[1] ? 1 : 0;
            }
            assertThat(below / 499.0).isBetween(0.8, 0.97);
        }
    }

    @Test
    void severalSeriesAreReadAndForecastTogether() {
        double[] first = autoregressive(300);
        double[] second = Arrays.stream(first).map(x -> -x / 10).toArray();
        var split = SeriesSplit.at(0.9, first, second);
        try (var model =
                Forecaster.over(split.scaling()).past(5).steps(3).body(Gru.of(6)).build()) {
            Training.run(model, model.data(split), plan(5));
            var forecast = model.predict(first, second);
            assertThat(forecast.middle(1)).hasSize(3);
            assertThat(forecast.middle(1)[0]).isBetween(-13.0, -7.0);
            assertThat(model.summary().toString()).contains("(B, T, 2)", "(B, 6)");
            assertThatThrownBy(() -> model.predict(first))
                    .hasMessageContaining("built for 2 series, got 1");
        }
    }

    @Test
    void aSavedForecasterForecastsAndGoesOn() {
        Path file = folder.resolve("forecaster.safetensors");
        double[] values = autoregressive(200);
        var split = SeriesSplit.at(0.8, values);
        var setup = Forecaster.over(split.scaling()).past(4).quantiles(0.2, 0.8).body(Gru.of(4));
        try (var model = setup.build()) {
            Training.run(model, model.data(split), plan(3));
            model.save(file);
            try (var loaded = Forecaster.load(file)) {
                assertThat(loaded.setup()).isEqualTo(model.setup());
                assertThat(loaded.predict(values)).isEqualTo(model.predict(values));
                Training.run(model, model.data(split), plan(3));
                Training.run(loaded, loaded.data(split), plan(3));
                assertThat(loaded.weights()).isEqualTo(model.weights());
            }
        }
    }

    @Test
    void wrongArgumentsAreNamed() {
        double[] values = autoregressive(50);
        var split = SeriesSplit.at(0.8, values);
        var setup = Forecaster.over(split.scaling());
        assertThatThrownBy(() -> setup.quantiles(0.9, 0.1)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> setup.past(0)).hasMessageContaining("past 0");
        try (var model = setup.past(38).steps(3).body(Gru.of(3)).build()) {
            assertThatThrownBy(() -> model.data(split))
                    .hasMessageContaining(
                            "40 values to learn from are too few for a past of 38 and 3 steps after it;"
                                    + " build with past(37) or less, or take more values");
            assertThatThrownBy(() -> model.predict(new double[3]))
                    .hasMessageContaining("reads 38 values of the past, got 3");
            assertThatThrownBy(() -> model.predict(new double[40]).quantile(0.5))
                    .hasMessageContaining("has no quantile 0.5");
        }
        values[7] = Double.NaN;
        assertThatThrownBy(() -> SeriesSplit.at(0.8, values))
                .hasMessageContaining("value 8 is NaN");
        assertThatThrownBy(() -> SeriesSplit.at(0.8, new double[9], new double[8]))
                .hasMessageContaining("series 2 has 8 values, series 1 has 9");
    }

    @Test
    void theValidationPartIsForecastStepByStepFromWhatCameBefore() {
        double[] values = autoregressive(60);
        var split = SeriesSplit.at(0.8, values);
        var setup = Forecaster.over(split.scaling()).past(7).body(Gru.of(4));
        try (var model = setup.quantiles(0.1, 0.5, 0.8).build()) {
            var forecast = model.forecast(split);
            assertThat(forecast.truth()).containsExactly(Arrays.copyOfRange(values, 48, 60));
            assertThat(forecast.time()).startsWith(48, 49).hasSize(12);
            assertThat(forecast.level()).isCloseTo(0.7, within(1e-12));
            for (int t : new int[] {0, 3, 11}) {
                var alone = model.predict(Arrays.copyOf(values, 48 + t));
                assertThat(forecast.low()[t]).isEqualTo(alone.quantile(0.1)[0]);
                assertThat(forecast.predicted()[t]).isEqualTo(alone.middle()[0]);
                assertThat(forecast.high()[t]).isEqualTo(alone.quantile(0.8)[0]);
            }
        }
        try (var model = setup.build()) {
            assertThatThrownBy(() -> model.forecast(split))
                    .hasMessage(
                            "an interval needs two quantiles or more; build the model with"
                                    + " quantiles(0.05, 0.5, 0.95)");
        }
    }
}
