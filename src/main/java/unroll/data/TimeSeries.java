package unroll.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * Numbers measured one after the other at equal intervals: one example for a forecaster.
 *
 * @param name what was measured
 * @param values the numbers, oldest first                // (T)
 */
@SuppressWarnings("ArrayRecordComponent") // a model takes flat arrays; boxing would cost more
public record TimeSeries(String name, double[] values) {

    public TimeSeries {
        Given.value("name", name);
        if (Given.value("values", values).length == 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the series %s has no values", name));
        }
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "the series %s has %s at step %d; fill the gap or leave the step out",
                                name,
                                values[t],
                                t));
            }
        }
        values = values.clone();
    }

    /** Returns a line such as {@code close: 250 values from 98.2 to 131}. */
    @Override
    public String toString() {
        var statistics = Arrays.stream(values).summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%s: %s from %.4g to %.4g",
                name,
                Batches.counted(values.length, "value"),
                statistics.getMin(),
                statistics.getMax());
    }

    /** Returns how many values there are: T. */
    public int length() {
        return values.length;
    }

    /**
     * Returns by how much each value exceeds the one before: one value fewer, and no trend if the series
     * rises or falls evenly. A forecast one step ahead of a difference, plus the last value, is one of
     * the next value, with the same error.
     *
     * @throws IllegalArgumentException if there is one value only
     */
    public TimeSeries differences() {
        double[] differences = new double[values.length - 1];
        Arrays.setAll(differences, t -> values[t + 1] - values[t]);
        return new TimeSeries("differences of " + name, differences);
    }

    /**
     * Returns the differences of the logarithms, what traders call returns: one value fewer.
     *
     * @throws IllegalArgumentException if there is one value only or one that is not positive
     */
    public TimeSeries returns() {
        double[] returns = new double[values.length - 1];
        for (int t = 0; t < returns.length; t++) {
            if (!(values[t] > 0 && values[t + 1] > 0)) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "returns need positive prices; the series %s has %s and %s from step %d on",
                                name,
                                values[t],
                                values[t + 1],
                                t));
            }
            returns[t] = StrictMath.log(values[t + 1]) - StrictMath.log(values[t]);
        }
        return new TimeSeries("returns of " + name, returns);
    }
}
