package unroll.evaluate;

import unroll.model.Forecaster;

/** Tries forecasts of values, of which a loss is measured. */
interface ForecastTrial extends Trial<Forecaster, SeriesBaseline> {
    @Override
    default boolean lowerIsBetter() {
        return true;
    }

    @Override
    default String unit() {
        return "values";
    }
}
