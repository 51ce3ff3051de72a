package unroll.evaluate;

import unroll.data.SeriesSplit;
import unroll.model.Forecaster;

/** Tries the middle of forecasts on the end of a series. */
record SeriesTrial(SeriesEnd end) implements ForecastTrial {
    private static final SeriesEnd.Distance<double[]> SQUARED =
            (truth, forecast, step) -> Math.pow(truth - forecast[step], 2);

    static SeriesTrial of(SeriesSplit split, int steps) {
        return new SeriesTrial(SeriesEnd.of(split, steps));
    }

    @Override
    public String quantity() {
        return end.quantity("mean squared error");
    }

    @Override
    public ItemScores model(Forecaster model) {
        end.requireFit(model);
        return end.scores(past -> model.predict(past).middle(), SQUARED);
    }

    @Override
    public ItemScores baseline(SeriesBaseline baseline) {
        return end.scores(past -> baseline.ahead(past, end.steps()), SQUARED);
    }
}
