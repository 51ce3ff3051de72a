package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final double NONE = Double.NaN;
    private static final double[] TIME = {0, 1, 2, 3};
    private static final double[] TRUTH = {5, 6, 9, NONE};
    private static final double[] PREDICTED = {NONE, 6, 7, 8};
    private static final double[] LOW = {NONE, 5, 6, 7};
    private static final double[] HIGH = {NONE, 7, 8, 9};

    private static Forecast forecast() {
        return new Forecast("price", TIME, TRUTH, PREDICTED, LOW, HIGH, 0.9);
    }

    @Test
    void onlyTimesWithTruthAndPredictionAreJudged() {
        assertThat(forecast().coverage()).isEqualTo(0.5);
        assertThat(forecast().error()).isEqualTo(Math.sqrt(2));
        assertThat(forecast().table().columnNames())
                .containsExactly("time", "truth", "predicted", "low", "high");
        assertThat(forecast()).isEqualTo(forecast()).hasSameHashCodeAs(forecast());
        assertThat(forecast())
                .hasToString(
                        "forecast of price: 4 times, root mean square error 1.414, 50 % of the truth"
                                + " in an interval meant for 90 %");
    }

    @Test
    void seriesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Forecast("p", TIME, new double[3], PREDICTED, LOW, HIGH, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("truth of the forecast: expected 4 numbers, got 3");
        assertThatThrownBy(() -> new Forecast("p", TIME, TRUTH, PREDICTED, HIGH, LOW, 0.9))
                .hasMessage(
                        "forecast: at time 1.0 the interval ends 7.0 and 5.0 are in the wrong order");
        assertThatThrownBy(
                        () ->
                                new Forecast(
                                        "p",
                                        new double[] {0, 2, 1, 3},
                                        TRUTH,
                                        PREDICTED,
                                        LOW,
                                        HIGH,
                                        0.9))
                .hasMessage("forecast: time 1.0 follows 2.0, expected rising times");
        assertThatThrownBy(() -> new Forecast("p", TIME, TRUTH, PREDICTED, LOW, HIGH, 90))
                .hasMessage("forecast: a level of 90.0 is not between 0 and 1");
    }
}
