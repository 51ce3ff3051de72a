package unroll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One or several series over the same times, cut in two by time: learnt from before the cut,
 * validated on after it.
 *
 * @param training values before the cut, one array per series, all equally long
 * @param validation values after it, of the same series; these may have none
 */
public record SeriesSplit(List<double[]> training, List<double[]> validation) {

    public SeriesSplit {
        training = Given.list("training", training);
        validation = Given.list("validation", validation);
        if (training.isEmpty()) {
            throw new IllegalArgumentException("give at least one series");
        }
        if (training.size() != validation.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d series to learn from need as many to validate on, which may have no values;"
                                    + " got %d",
                            training.size(),
                            validation.size()));
        }
        for (int s = 0; s < training.size(); s++) {
            requireNumbers(training.get(s), s, training.size(), training.get(0).length);
            requireNumbers(validation.get(s), s, training.size(), validation.get(0).length);
        }
        if (training.get(0).length == 0) {
            throw new IllegalArgumentException("the series have no values to learn from");
        }
    }

    /**
     * Cuts series in two.
     *
     * @param fraction share to learn from, in (0, 1]
     * @param series one or several, equally long
     * @throws IllegalArgumentException if a value is not a finite number, the lengths differ, or
     *     nothing is left to learn from
     */
    public static SeriesSplit at(double fraction, double[]... series) {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException(
                    "the share to learn from must be above 0 and at most 1, got " + fraction);
        }
        Given.list("series", Arrays.asList(Given.value("series", series)));
        int length = series.length == 0 ? 0 : series[0].length;
        int cut = (int) Math.round(fraction * length);
        List<double[]> training = new ArrayList<>();
        List<double[]> validation = new ArrayList<>();
        for (int s = 0; s < series.length; s++) {
            requireNumbers(series[s], s, series.length, length);
            training.add(Arrays.copyOf(series[s], cut));
            validation.add(Arrays.copyOfRange(series[s], cut, length));
        }
        if (series.length > 0 && cut == 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "of %d values, a share of %s leaves none to learn from",
                            length,
                            fraction));
        }
        return new SeriesSplit(training, validation);
    }

    private static void requireNumbers(double[] values, int series, int all, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "series %d has %s, series 1 has %d; bring them to the same times first",
                            series + 1,
                            Batches.counted(values.length, "value"),
                            length));
        }
        for (int t = 0; t < length; t++) {
            if (!Double.isFinite(values[t])) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "value %d%s is %s; fill gaps or leave those times out first",
                                t + 1,
                                all == 1 ? "" : " of series " + (series + 1),
                                values[t]));
            }
        }
    }

    /** Returns the scale of the part that is learnt from. */
    public Scaling scaling() {
        return Scaling.of(training);
    }

    /** Returns a line such as {@code 1 series: 800 values to learn from, 200 to validate on}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d series: %s to learn from, %,d to validate on",
                training.size(),
                Batches.counted(training.get(0).length, "value"),
                validation.get(0).length);
    }
}
