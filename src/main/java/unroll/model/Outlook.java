package unroll.model;

import java.util.List;
import java.util.Locale;

/**
 * What a model expects of series.
 *
 * @param quantiles shares that should lie below the values; empty for a point forecast
 * @param values per step ahead, per series, per quantile (or the one point)
 */
public record Outlook(List<Double> quantiles, List<List<List<Double>>> values) {

    public Outlook {
        quantiles = List.copyOf(quantiles);
        values = List.copyOf(values);
    }

    /** Returns how many steps ahead it goes. */
    public int steps() {
        return values.size();
    }

    /**
     * Returns the middle of what is expected of the first series, per step ahead: the point forecast, or
     * the quantile nearest to 0.5.
     */
    public double[] middle() {
        return middle(0);
    }

    /** Returns the middle of what is expected of a series, counted from 0, per step ahead. */
    public double[] middle(int series) {
        int nearest = 0;
        for (int q = 1; q < quantiles.size(); q++) {
            boolean nearer =
                    Math.abs(quantiles.get(q) - 0.5) < Math.abs(quantiles.get(nearest) - 0.5);
            nearest = nearer ? q : nearest;
        }
        return column(series, nearest);
    }

    /**
     * Returns the values of the first series below which a share of what comes should lie, per step.
     *
     * @throws IllegalArgumentException if the model was not built for this share
     */
    public double[] quantile(double share) {
        return quantile(share, 0);
    }

    /**
     * Returns the same for a series, counted from 0.
     *
     * @throws IllegalArgumentException if the model was not built for this share
     */
    public double[] quantile(double share, int series) {
        int index = quantiles.indexOf(share);
        if (index < 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "this forecast has no quantile %s, only %s; build the model with quantiles(%s, …)",
                            share,
                            quantiles,
                            share));
        }
        return column(series, index);
    }

    private double[] column(int series, int index) {
        int all = values.isEmpty() ? 0 : values.get(0).size();
        if (series < 0 || series >= all) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "this forecast is of %d series, counted from 0; there is no series %d",
                            all,
                            series));
        }
        return values.stream().mapToDouble(step -> step.get(series).get(index)).toArray();
    }

    /** Returns a line for each step ahead. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(quantiles.isEmpty() ? "point" : "quantiles " + quantiles);
        for (int step = 0; step < values.size(); step++) {
            text.append(String.format(Locale.ROOT, "%n+%d ", step + 1));
            for (List<Double> series : values.get(step)) {
                series.forEach(value -> text.append(String.format(Locale.ROOT, " %.5g", value)));
            }
        }
        return text.toString();
    }
}
