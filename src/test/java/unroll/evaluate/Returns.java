package unroll.evaluate;

import java.util.Arrays;
import unroll.data.SeriesSplit;
import unroll.data.TimeSeries;

/**
 * The returns of one series of prices, cut by time, and what is simple to say of them.
 *
 * @param split returns, not prices
 */
record Returns(SeriesSplit split) {
    /** The shares below which a return should lie. */
    static final double[] QUANTILES = {0.05, 0.5, 0.95};

    /** How much of yesterday's variance stays (RiskMetrics, J. P. Morgan 1996). */
    private static final double DECAY = 0.94;

    static Returns of(TimeSeries prices) {
        return new Returns(SeriesSplit.at(0.75, prices.returns().values()));
    }

    double[] past() {
        return split.training().get(0);
    }

    double[] future() {
        return split.validation().get(0);
    }

    /** Returns the mean squared error of the random walk: the next return is 0. */
    double randomWalk() {
        return Arrays.stream(future()).map(r -> r * r).average().orElseThrow();
    }

    /** Returns the mean squared error of a linear autoregression. */
    double autoregression(int lags) {
        var fitted = SeriesBaseline.autoregression(past(), lags);
        double rmse = NumberScores.rmse(future(), fitted.forecast(past(), future()));
        return rmse * rmse;
    }

    /** Returns the mean pinball loss of quantiles that are always those of the past. */
    double constantQuantiles() {
        double[] ones = new double[future().length];
        Arrays.fill(ones, 1);
        return pinball(past(), ones);
    }

    /**
     * Returns the mean pinball loss of quantiles that widen with the returns of late.
     *
     * <pre>
     *   s_t^2 = 0.94 s_(t-1)^2 + 0.06 r_(t-1)^2       z = quantile of r_t / s_t in the past      s_t z
     * </pre>
     */
    double volatilityQuantiles() {
        double variance = Arrays.stream(past()).map(r -> r * r).average().orElseThrow();
        double[] standard = new double[past().length];
        for (int t = 0; t < standard.length; t++) {
            standard[t] = past()[t] / Math.sqrt(variance);
            variance = next(variance, past()[t]);
        }
        double[] deviations = new double[future().length];
        for (int t = 0; t < deviations.length; t++) {
            deviations[t] = Math.sqrt(variance);
            variance = next(variance, future()[t]);
        }
        return pinball(standard, deviations);
    }

    private static double next(double variance, double r) {
        return DECAY * variance + (1 - DECAY) * r * r;
    }

    /** Returns the mean loss of the quantiles of {@code sample}, stretched at each step. */
    private double pinball(double[] sample, double[] stretch) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double q : QUANTILES) {
            double z = sorted[(int) (q * sorted.length)];
            double[] quantile = Arrays.stream(stretch).map(s -> s * z).toArray();
            sum += NumberScores.pinball(future(), quantile, q);
        }
        return sum / QUANTILES.length;
    }
}
