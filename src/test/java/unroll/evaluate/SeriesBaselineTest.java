package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SeriesBaselineTest {
    private static final double[] HISTORY = {1, 2, 3, 4};
    private static final double[] FUTURE = {5, 6, 7};

    @Test
    void persistenceRepeatsTheLastValue() {
        SeriesBaseline last = SeriesBaseline.persistence();
        assertThat(last.forecast(HISTORY, FUTURE)).containsExactly(4, 5, 6);
        assertThat(last.ahead(HISTORY, 2)).containsExactly(4, 4);
    }

    @Test
    void theMeanStays() {
        SeriesBaseline mean = SeriesBaseline.mean(HISTORY);
        assertThat(mean.forecast(HISTORY, FUTURE)).containsExactly(2.5, 2.5, 2.5);
        assertThat(mean.errors(HISTORY, 2)).isDeepEqualTo(new double[][] {{-0.5, 0.5}, {0.5, 1.5}});
    }

    @Test
    void theSeasonalForecastRepeatsThePeriod() {
        SeriesBaseline seasonal = SeriesBaseline.seasonal(3);
        assertThat(seasonal.forecast(HISTORY, FUTURE)).containsExactly(2, 3, 4);
        assertThat(seasonal.ahead(HISTORY, 5)).containsExactly(2, 3, 4, 2, 3);
    }

    @Test
    void autoregressionFindsAPlantedRule() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double[] series = new double[5000];
        for (int t = 2; t < series.length; t++) {
            series[t] = 2 + 0.5 * series[t - 1] - 0.3 * series[t - 2] + random.nextGaussian();
        }
        SeriesBaseline fitted = SeriesBaseline.autoregression(series, 2);
        assertThat(fitted.intercept()).isCloseTo(2, within(0.1));
        assertThat(fitted.weights()).containsExactly(new double[] {0.5, -0.3}, within(0.04));
    }

    @Test
    void autoregressionForetellsASineExactly() {
        double[] sine = new double[120];
        Arrays.setAll(sine, t -> 10 + Math.sin(0.3 * t));
        double[] training = Arrays.copyOf(sine, 100);
        double[] future = Arrays.copyOfRange(sine, 100, 120);
        double[] ahead = SeriesBaseline.autoregression(training, 2).ahead(training, 20);
        assertThat(ahead).containsExactly(future, within(1e-4));
        assertThat(
                        NumberScores.skill(
                                future, ahead, SeriesBaseline.persistence().ahead(training, 20)))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void aSeriesThatDoesNotChangeStays() {
        double[] flat = new double[20];
        Arrays.fill(flat, 7);
        assertThat(SeriesBaseline.autoregression(flat, 3).ahead(flat, 4))
                .containsExactly(new double[] {7, 7, 7, 7}, within(1e-6));
    }

    @Test
    void scoresErrors() {
        double[] truth = {1, 2, 3};
        double[] predicted = {1, 4, 2};
        assertThat(NumberScores.rmse(truth, predicted)).isEqualTo(Math.sqrt(5 / 3.0));
        assertThat(NumberScores.mae(truth, predicted)).isEqualTo(1);
        assertThat(NumberScores.pinball(truth, predicted, 0.5)).isEqualTo(0.5);
        assertThat(NumberScores.pinball(truth, predicted, 0.9)).isCloseTo(1.1 / 3, within(1e-12));
        assertThat(NumberScores.skill(truth, predicted, predicted)).isZero();
        assertThat(NumberScores.skill(truth, truth, predicted)).isEqualTo(1);
        double[] twice = Arrays.stream(truth).map(y -> y + 2).toArray();
        double[] once = Arrays.stream(truth).map(y -> y + 1).toArray();
        assertThat(NumberScores.inWords(truth, twice, once)).isEqualTo("300 % more squared error");
        assertThat(NumberScores.inWords(truth, once, twice)).isEqualTo("75 % less squared error");
    }

    @Test
    void refusesWhatCannotBeForecast() {
        assertThatThrownBy(() -> SeriesBaseline.seasonal(5).ahead(HISTORY, 1))
                .hasMessage("seasonal naive, period 5 looks 5 values back, the history has 4");
        assertThatThrownBy(() -> SeriesBaseline.autoregression(HISTORY, 2))
                .hasMessage("2 lags need a series of 5 values or more, got 4");
        assertThatThrownBy(() -> NumberScores.pinball(HISTORY, HISTORY, 90))
                .hasMessage("a quantile lies between 0 and 1, got 90.0; try 0.9");
        assertThatThrownBy(() -> NumberScores.rmse(HISTORY, FUTURE))
                .hasMessage(
                        "truth has 4 items, predicted has 3: they must belong together, item by"
                                + " item");
        assertThatThrownBy(() -> NumberScores.skill(FUTURE, FUTURE, FUTURE))
                .hasMessage(
                        "the baseline has no error at all, so nothing can be better; take another");
    }
}
