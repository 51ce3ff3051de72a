package unroll.trace;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * A series foretold, beside what came.
 *
 * <p>NaN stands for what is not there: the prediction before it begins, the truth after today.
 *
 * @param quantity what the numbers are, with its unit
 * @param time when each number holds
 * @param truth what came
 * @param predicted what was foretold
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level share of the truth that the interval promises to hold, for example 0.9
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record Forecast(
        String quantity,
        double[] time,
        double[] truth,
        double[] predicted,
        double[] low,
        double[] high,
        double level) {

    /**
     * Checks and copies the numbers.
     *
     * @throws IllegalArgumentException if the lengths differ, times do not rise, a lower end lies
     *     above its upper end, or the level is not between 0 and 1
     */
    public Forecast {
        Rows.given("quantity of the forecast", quantity);
        time = Rows.given("time of the forecast", time).clone();
        truth = Rows.given("truth of the forecast", truth).clone();
        predicted = Rows.given("prediction of the forecast", predicted).clone();
        low = Rows.given("lower end of the forecast", low).clone();
        high = Rows.given("upper end of the forecast", high).clone();
        Rows.requireLength("truth of the forecast", truth, time.length);
        Rows.requireLength("prediction of the forecast", predicted, time.length);
        Rows.requireLength("lower end of the forecast", low, time.length);
        Rows.requireLength("upper end of the forecast", high, time.length);
        Rows.requireFinite("time of the forecast", time);
        for (int i = 0; i < time.length; i++) {
            if (i > 0 && time[i] <= time[i - 1]) {
                throw new IllegalArgumentException(
                        Rows.format(
                                "forecast: time %s follows %s, expected rising times",
                                time[i], time[i - 1]));
            }
            if (low[i] > high[i]) {
                throw new IllegalArgumentException(
                        Rows.format(
                                "forecast: at time %s the interval ends %s and %s are in the wrong order",
                                time[i], low[i], high[i]));
            }
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    Rows.format("forecast: a level of %s is not between 0 and 1", level));
        }
    }

    @Override
    public double[] time() {
        return time.clone();
    }

    @Override
    public double[] truth() {
        return truth.clone();
    }

    @Override
    public double[] predicted() {
        return predicted.clone();
    }

    @Override
    public double[] low() {
        return low.clone();
    }

    @Override
    public double[] high() {
        return high.clone();
    }

    /** Returns the share of truths that lie inside their interval; NaN if none has both. */
    public double coverage() {
        return both(low)
                .mapToDouble(i -> truth[i] >= low[i] && truth[i] <= high[i] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Returns sqrt(mean((truth - predicted)^2)); NaN if there is nothing to compare. */
    public double error() {
        return Math.sqrt(
                both(predicted)
                        .mapToDouble(i -> Math.pow(truth[i] - predicted[i], 2))
                        .average()
                        .orElse(Double.NaN));
    }

    /** Returns where the truth and another number are both there. */
    private IntStream both(double[] other) {
        return IntStream.range(0, time.length)
                .filter(i -> !Double.isNaN(truth[i]) && !Double.isNaN(other[i]));
    }

    /** Returns one row per time. */
    public Table table() {
        return Table.create(
                "forecast of " + quantity,
                DoubleColumn.create("time", time),
                DoubleColumn.create("truth", truth),
                DoubleColumn.create("predicted", predicted),
                DoubleColumn.create("low", low),
                DoubleColumn.create("high", high));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Forecast that
                && quantity.equals(that.quantity)
                && level == that.level
                && Arrays.deepEquals(columns(), that.columns());
    }

    @Override
    public int hashCode() {
        return 31 * quantity.hashCode() + Arrays.deepHashCode(columns());
    }

    private double[][] columns() {
        return new double[][] {time, truth, predicted, low, high};
    }

    @Override
    public String toString() {
        String error =
                Double.isNaN(error()) ? "" : Rows.format("root mean square error %.4g, ", error());
        String inside =
                Double.isNaN(coverage())
                        ? "an"
                        : Rows.format("%.0f %% of the truth in an", 100 * coverage());
        BigDecimal promised = BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros();
        return Rows.format(
                "forecast of %s: %s, %s%s interval meant for %s %%",
                quantity,
                Rows.count(time.length, "time", "times"),
                error,
                inside,
                promised.toPlainString());
    }
}
