package unroll.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import unroll.data.SeriesSplit;
import unroll.model.Forecaster;

/**
 * Tries forecasters on the end of a series.
 *
 * @param series all values
 * @param cut where the end begins
 * @param steps how many values each forecast is for
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this package; never compared
record SeriesTrial(double[] series, int cut, int steps)
        implements Trial<Forecaster, SeriesBaseline> {

    static SeriesTrial of(SeriesSplit split, int steps) {
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
        return new SeriesTrial(series, training.length, steps);
    }

    @Override
    public String quantity() {
        return steps == 1
                ? "mean squared error"
                : String.format(Locale.ROOT, "mean squared error of %d values ahead", steps);
    }

    @Override
    public boolean lowerIsBetter() {
        return true;
    }

    @Override
    public ItemScores model(Forecaster model) {
        if (model.setup().steps() != steps || model.setup().scaling().series() != 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the trial is of 1 series %d steps ahead, the model was built for %d, %d ahead",
                            steps,
                            model.setup().scaling().series(),
                            model.setup().steps()));
        }
        return scores(past -> model.predict(past).middle());
    }

    @Override
    public ItemScores baseline(SeriesBaseline baseline) {
        return scores(past -> baseline.ahead(past, steps));
    }

    private ItemScores scores(UnaryOperator<double[]> forecast) {
        int count = (series.length - cut) / steps;
        int together = (int) Math.max(1, Math.round(Math.cbrt(count)));
        int items = (count + together - 1) / together;
        double[] totals = new double[items];
        double[] weights = new double[items];
        for (int i = 0; i < count; i++) {
            int now = cut + i * steps;
            double[] values = forecast.apply(Arrays.copyOf(series, now));
            for (int step = 0; step < steps; step++) {
                double error = series[now + step] - values[step];
                totals[i / together] += error * error;
            }
            weights[i / together] += steps;
        }
        return new ItemScores(totals, weights);
    }
}
