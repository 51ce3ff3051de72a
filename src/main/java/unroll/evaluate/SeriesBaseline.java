package unroll.evaluate;

import java.util.Arrays;
import java.util.Locale;
import unroll.Interruption;

/**
 * A forecast that is linear in the past: what a network for series has to beat.
 *
 * <pre>
 *   x_t = a + w_1 x_{t-1} + w_2 x_{t-2} + … + w_k x_{t-k}
 * </pre>
 *
 * <p>{@link #persistence} says that nothing changes, {@link #mean} that all is as on average, {@link
 * #seasonal} that all is as one period ago, {@link #autoregression} fits a and w by least squares.
 */
public final class SeriesBaseline {
    /** Keeps the equations solvable for a series that does not change; far below any rounding shown. */
    private static final double RIDGE = 1e-10;

    /** Values of the past, or ahead, that are worth an array. */
    private static final int FARTHEST = 1_000_000;

    private static final int MOST_LAGS = 1000;

    private static final String FITTING = "fitting the baseline";

    private final String name;
    private final double intercept;

    /** w_1 to w_k. */
    private final double[] weights;

    private SeriesBaseline(String name, double intercept, double... weights) {
        this.name = name;
        this.intercept = intercept;
        this.weights = weights;
    }

    /** Returns the forecast that the last value stays. */
    public static SeriesBaseline persistence() {
        return new SeriesBaseline("persistence", 0, 1);
    }

    /**
     * Returns the forecast that every value is the mean of a training series.
     *
     * @throws IllegalArgumentException if the series is empty or a value is not finite
     */
    public static SeriesBaseline mean(double[] training) {
        Given.finite("training", training);
        return new SeriesBaseline("mean", Arrays.stream(training).average().orElseThrow(), 0);
    }

    /**
     * Returns the forecast that the value of one period ago comes again.
     *
     * @throws IllegalArgumentException if the period is not in 1 .. 1,000,000
     */
    public static SeriesBaseline seasonal(int period) {
        double[] weights = new double[Given.within("period", period, 1, FARTHEST)];
        weights[period - 1] = 1;
        return new SeriesBaseline("seasonal naive, period " + period, 0, weights);
    }

    /**
     * Fits a linear autoregression to a training series by least squares.
     *
     * @param lags k, how many values back it looks, 1 to 1000
     * @throws IllegalArgumentException if the series has fewer than 2 k + 1 values or one is not finite
     * @throws unroll.UnrollException if the thread was interrupted
     */
    public static SeriesBaseline autoregression(double[] training, int lags) {
        Given.finite("training", training);
        Given.within("lags", lags, 1, MOST_LAGS);
        if (training.length <= 2L * lags) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d lags need a series of %d values or more, got %d",
                            lags,
                            2L * lags + 1,
                            training.length));
        }
        double mean = Arrays.stream(training).average().orElseThrow();
        double[] centred = Arrays.stream(training).map(x -> x - mean).toArray();
        double[] solution = solve(equations(centred, lags));
        double[] weights = Arrays.copyOfRange(solution, 1, lags + 1);
        double intercept = solution[0] + mean * (1 - Arrays.stream(weights).sum());
        return new SeriesBaseline(
                String.format(Locale.ROOT, "autoregression, %d lags", lags), intercept, weights);
    }

    /** Returns the normal equations of 1, x_{t-1} … x_{t-k} against x_t; (k+1, k+2). */
    private static double[][] equations(double[] series, int lags) {
        double[][] sums = new double[lags + 1][lags + 2];
        double[] row = new double[lags + 2];
        for (int t = lags; t < series.length; t++) {
            Interruption.check(FITTING);
            row[0] = 1;
            for (int k = 1; k <= lags; k++) {
                row[k] = series[t - k];
            }
            row[lags + 1] = series[t];
            for (int i = 0; i <= lags; i++) {
                for (int j = 0; j < row.length; j++) {
                    sums[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i <= lags; i++) {
            sums[i][i] += RIDGE * Math.max(sums[i][i], Double.MIN_NORMAL / RIDGE);
        }
        return sums;
    }

    /** Eliminates below and above each pivot, the largest of its column first. */
    private static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            Interruption.check(FITTING);
            int pivot = column;
            for (int i = column + 1; i < size; i++) {
                pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
            }
            double[] top = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = top;
            for (int i = 0; i < size; i++) {
                if (i != column) {
                    double factor = rows[i][column] / top[column];
                    for (int j = column; j <= size; j++) {
                        rows[i][j] -= factor * top[j];
                    }
                }
            }
        }
        double[] solution = new double[size];
        Arrays.setAll(solution, i -> rows[i][size] / rows[i][i]);
        return solution;
    }

    /** Returns w_1 to w_k. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns a. */
    public double intercept() {
        return intercept;
    }

    /**
     * Returns the forecast of each value of {@code future} from all true values before it.
     *
     * @throws IllegalArgumentException if the history is shorter than k or a value is not finite
     */
    public double[] forecast(double[] history, double[] future) {
        Given.finite("future", future);
        double[] series = extended(history, future.length);
        System.arraycopy(future, 0, series, history.length, future.length);
        double[] forecast = new double[future.length];
        Arrays.setAll(forecast, i -> next(series, history.length + i));
        return forecast;
    }

    /**
     * Returns the forecast of the next {@code steps} values, each from the forecasts before it.
     *
     * @param steps 1 to 1,000,000
     * @throws IllegalArgumentException if the history is shorter than k, a value is not finite, or the
     *     forecasts grow beyond all numbers
     */
    public double[] ahead(double[] history, int steps) {
        double[] series = extended(history, Given.within("steps", steps, 1, FARTHEST));
        for (int t = history.length; t < series.length; t++) {
            series[t] = next(series, t);
            if (!Double.isFinite(series[t])) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s grows beyond all numbers %,d steps ahead; take fewer steps",
                                name,
                                t - history.length + 1));
            }
        }
        return Arrays.copyOfRange(series, history.length, series.length);
    }

    /**
     * Returns the errors, truth less forecast, that forecasts from every time of a series make.
     *
     * @return per step ahead, the smallest first             // (steps, times)
     */
    double[][] errors(double[] series, int steps) {
        int times = series.length - weights.length - steps + 1;
        if (times < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s looks %d values back and %d ahead, the training part has %d",
                            name,
                            weights.length,
                            steps,
                            series.length));
        }
        double[][] errors = new double[steps][times];
        for (int t = 0; t < times; t++) {
            Interruption.check("forecasting");
            int now = t + weights.length;
            double[] ahead = ahead(Arrays.copyOfRange(series, t, now), steps);
            for (int step = 0; step < steps; step++) {
                errors[step][t] = series[now + step] - ahead[step];
            }
        }
        Arrays.stream(errors).forEach(Arrays::sort);
        return errors;
    }

    private double[] extended(double[] history, int steps) {
        Given.finite("history", history);
        if (history.length < weights.length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s looks %d values back, the history has %d",
                            name,
                            weights.length,
                            history.length));
        }
        return Arrays.copyOf(history, history.length + steps);
    }

    private double next(double[] series, int t) {
        double sum = intercept;
        for (int k = 1; k <= weights.length; k++) {
            sum += weights[k - 1] * series[t - k];
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: x_t = %.4g + %s · past",
                name,
                intercept,
                Arrays.toString(weights));
    }
}
