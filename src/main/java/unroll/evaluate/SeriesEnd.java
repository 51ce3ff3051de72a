package unroll.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import unroll.Interruption;
import unroll.data.SeriesSplit;
import unroll.model.Forecaster;

/**
 * The end of a series, which is forecast again and again from all true values before.
 *
 * @param series all values
 * @param cut where the end begins
 * @param steps how many values each forecast is for
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this package; never compared
record SeriesEnd(double[] series, int cut, int steps) {

    /** Says how far a value is from what was forecast for it. */
    interface Distance<F> {
        double of(double truth, F forecast, int step);
    }

    static SeriesEnd of(SeriesSplit split, int steps) {
        Given.value("split", split);
        Given.atLeast("steps", steps, 1);
        if (split.training().size() != 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the baselines forecast one series, this split has %d; try each by itself",
                            split.training().size()));
        }
        double[] training = split.training().get(0);
        double[] future = split.validation().get(0);
        if (future.length < steps) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a forecast of %d values needs as many after the cut, there are %d",
                            steps,
                            future.length));
        }
        double[] series = Arrays.copyOf(training, training.length + future.length);
        System.arraycopy(future, 0, series, training.length, future.length);
        return new SeriesEnd(series, training.length, steps);
    }

    double[] training() {
        return Arrays.copyOf(series, cut);
    }

    /** Returns what is measured, such as {@code pinball loss of 3 values ahead}. */
    String quantity(String error) {
        return steps == 1
                ? error
                : String.format(Locale.ROOT, "%s of %d values ahead", error, steps);
    }

    /** Refuses a model that forecasts something else. */
    void requireFit(Forecaster model) {
        int modelled = model.setup().scaling().series();
        if (modelled != 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the trial is of 1 series, the model was built for %d; build it over the scale"
                                    + " of this split",
                            modelled));
        }
        if (model.setup().steps() != steps) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the trial looks %d ahead, the model was built for %d; build it with"
                                    + " .steps(%d), or try it %d ahead",
                            steps,
                            model.setup().steps(),
                            steps,
                            model.setup().steps()));
        }
    }

    /** Scores forecasts from every {@code steps}-th time on; runs of them are the items. */
    <F> ItemScores scores(Function<double[], F> forecast, Distance<F> distance) {
        int count = (series.length - cut) / steps;
        int together = (int) Math.max(1, Math.round(Math.cbrt(count)));
        int items = (count + together - 1) / together;
        double[] totals = new double[items];
        double[] weights = new double[items];
        for (int i = 0; i < count; i++) {
            Interruption.check("forecasting");
            int now = cut + i * steps;
            F values = forecast.apply(Arrays.copyOf(series, now));
            for (int step = 0; step < steps; step++) {
                totals[i / together] += distance.of(series[now + step], values, step);
            }
            weights[i / together] += steps;
        }
        return new ItemScores(totals, weights);
    }
}
