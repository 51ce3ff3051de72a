package unroll.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.data.SeriesSplit;
import unroll.data.TimeSeries;
import unroll.model.Forecaster;
import unroll.model.Gru;
import unroll.train.Plan;
import unroll.train.Training;

/**
 * A series of which the next value is to be told: persistence, the season and linear autoregressions
 * against a network.
 *
 * @param period of the season; 0 for none
 */
record SeriesDuel(TimeSeries series, int period) implements Duel {
    private static final int STEPS = 1000;

    /** How many values the network reads, and the longer autoregression. */
    private static final int PAST = 30;

    private static final int SHORT_PAST = 10;

    private SeriesSplit split() {
        return SeriesSplit.at(0.8, series.values());
    }

    private Trial<Forecaster, SeriesBaseline> trial() {
        return Trial.ofSeries(split(), 1);
    }

    @Override
    public String data() {
        return "%s(%d; 7)".formatted(series.name(), series.length());
    }

    @Override
    public Scored measure() {
        return Scored.by(trial());
    }

    @Override
    public String network() {
        return "Gru(24) %d steps".formatted(STEPS);
    }

    @Override
    public Map<String, ItemScores> baselines() {
        double[] past = split().training().get(0);
        Map<String, ItemScores> scores = new LinkedHashMap<>();
        scores.put("persistence", trial().baseline(SeriesBaseline.persistence()));
        if (period > 0) {
            var seasonal = SeriesBaseline.seasonal(period);
            scores.put("seasonal naive " + period, trial().baseline(seasonal));
        }
        for (int lags : new int[] {SHORT_PAST, PAST}) {
            var linear = SeriesBaseline.autoregression(past, lags);
            scores.put("autoregression " + lags, trial().baseline(linear));
        }
        return scores;
    }

    @Override
    public ItemScores score(int seed) {
        SeriesSplit split = split();
        try (var model =
                Forecaster.over(split.scaling()).past(PAST).body(Gru.of(24)).seed(seed).build()) {
            var plan = Plan.ofSteps(STEPS).learningRate(0.01).validateEvery(0).seed(seed);
            Training.run(model, model.data(split), plan);
            return trial().model(model);
        }
    }
}
