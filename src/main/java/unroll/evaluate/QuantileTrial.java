package unroll.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.data.SeriesSplit;
import unroll.model.Forecaster;

/**
 * Tries the quantiles of forecasts on the end of a series.
 *
 * @param quantiles shares below which the values should lie
 */
record QuantileTrial(SeriesEnd end, List<Double> quantiles) implements ForecastTrial {

    /** What is forecast of a quantile, counted from 0, so many steps ahead. */
    private interface Quantiles {
        double at(int quantile, int step);
    }

    static QuantileTrial of(SeriesSplit split, int steps, double... quantiles) {
        Given.finite("quantiles", quantiles);
        Arrays.stream(quantiles).forEach(NumberScores::requireQuantile);
        return new QuantileTrial(
                SeriesEnd.of(split, steps), Arrays.stream(quantiles).boxed().toList());
    }

    @Override
    public String quantity() {
        return end.quantity("pinball loss");
    }

    @Override
    public ItemScores model(Forecaster model) {
        end.requireFit(model);
        List<Double> told = model.setup().quantiles();
        if (!told.containsAll(quantiles)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the trial is of the quantiles %s, the model tells %s; build it with"
                                    + " quantiles(…)",
                            quantiles,
                            told));
        }
        return end.scores(
                past -> {
                    var outlook = model.predict(past);
                    double[][] values =
                            quantiles.stream().map(outlook::quantile).toArray(double[][]::new);
                    return (q, step) -> values[q][step];
                },
                this::loss);
    }

    @Override
    public ItemScores baseline(SeriesBaseline baseline) {
        double[][] errors = baseline.errors(end.training(), end.steps());
        return end.scores(
                past -> {
                    double[] ahead = baseline.ahead(past, end.steps());
                    return (q, step) -> ahead[step] + quantile(errors[step], quantiles.get(q));
                },
                this::loss);
    }

    /** Returns the value of a sorted sample that has this share below it. */
    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }

    private double loss(double truth, Quantiles told, int step) {
        double sum = 0;
        for (int q = 0; q < quantiles.size(); q++) {
            sum += NumberScores.pinball(truth, told.at(q, step), quantiles.get(q));
        }
        return sum / quantiles.size();
    }
}
