package unroll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes series comparable: z = (x - mean) / deviation, with mean and deviation of what is learnt from.
 *
 * @param means one for each series
 * @param deviations one for each series, above 0
 */
public record Scaling(List<Double> means, List<Double> deviations) {
    /** A deviation that is smaller, beside the mean, is rounding. */
    private static final double ROUNDING = 1e-12;

    public Scaling {
        means = Given.list("means", means);
        deviations = Given.list("deviations", deviations);
        boolean valid =
                means.stream().allMatch(Double::isFinite)
                        && deviations.stream().allMatch(d -> d > 0 && Double.isFinite(d));
        if (means.isEmpty() || means.size() != deviations.size() || !valid) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "every series needs a mean and a deviation above 0, got means %s, deviations %s",
                            means,
                            deviations));
        }
    }

    /**
     * Measures series; a constant one, but for rounding, gets the deviation 1.
     *
     * @param series what is learnt from only: the rest must not show in the scale
     */
    static Scaling of(List<double[]> series) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (double[] values : series) {
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
            double deviation = Math.sqrt(squares / values.length);
            means.add(mean);
            deviations.add(deviation <= ROUNDING * Math.abs(mean) ? 1 : deviation);
        }
        return new Scaling(means, deviations);
    }

    /** Returns how many series there are. */
    public int series() {
        return means.size();
    }

    /** Returns z for a value of a series, counted from 0. */
    public double scaled(int series, double value) {
        requireSeries(series);
        return (value - means.get(series)) / deviations.get(series);
    }

    /** Returns the value of a series for z. */
    public double unscaled(int series, double z) {
        requireSeries(series);
        return z * deviations.get(series) + means.get(series);
    }

    private void requireSeries(int series) {
        if (series < 0 || series >= means.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "there is no series %d, only %d counted from 0",
                            series,
                            means.size()));
        }
    }
}
