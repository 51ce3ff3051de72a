package unroll.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import unroll.data.TimeSeries;
import unroll.model.Body;
import unroll.model.Forecaster;
import unroll.model.Gru;
import unroll.model.Lstm;
import unroll.train.Plan;
import unroll.train.Training;

/**
 * Whether a model forecasts the next return better than what is simple, over many series.
 *
 * <p>On each series the relative difference of the losses, model less simple, is one number. Under
 * the hypothesis that the model is no better, each may have either sign: the p value is the share of
 * all choices of signs with a mean as low as the one that was measured. It is multiplied by the number
 * of models that are asked the same question (Bonferroni).
 *
 * @param series the law of the prices
 * @param question mean or quantiles
 * @param model what is judged
 * @param differences relative difference of its loss on each series; below 0 is better
 * @param models how many are asked the same question
 */
record PriceVerdict(
        String series, String question, String model, List<Double> differences, int models) {
    static final int SERIES = 20;
    static final String HEAD = "series,question,model,change of the loss,better on,corrected p";

    private static final int PRICES = 1201;
    private static final int STEPS = 200;
    private static final int PAST = 20;

    /** A model and its loss on the returns of one series. */
    private record Asked(String name, ToDoubleBiFunction<Returns, Integer> loss) {}

    private static final List<Asked> MEAN =
            List.of(
                    new Asked("autoregression 1", (r, seed) -> r.autoregression(1)),
                    new Asked("autoregression 5", (r, seed) -> r.autoregression(5)),
                    new Asked("Gru(8)", (r, seed) -> network(r, Gru.of(8), seed)),
                    new Asked("Lstm(8)", (r, seed) -> network(r, Lstm.of(8), seed)));
    private static final List<Asked> QUANTILES =
            List.of(
                    new Asked("volatility", (r, seed) -> r.volatilityQuantiles()),
                    new Asked(
                            "Gru(8)", (r, seed) -> network(r, Gru.of(8), seed, Returns.QUANTILES)));

    /** Returns the verdicts on all models for prices of one law, on the first {@code count} series. */
    static List<PriceVerdict> all(String law, LongFunction<TimeSeries> prices, int count) {
        List<PriceVerdict> verdicts = new ArrayList<>();
        verdicts.addAll(asked(law, "mean", prices, count, MEAN, Returns::randomWalk));
        verdicts.addAll(
                asked(law, "quantiles", prices, count, QUANTILES, Returns::constantQuantiles));
        return verdicts;
    }

    private static List<PriceVerdict> asked(
            String law,
            String question,
            LongFunction<TimeSeries> prices,
            int count,
            List<Asked> models,
            ToDoubleFunction<Returns> simple) {
        List<PriceVerdict> verdicts = new ArrayList<>();
        for (Asked model : models) {
            List<Double> differences = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Returns returns = Returns.of(prices.apply(100 + i));
                double base = simple.applyAsDouble(returns);
                differences.add(model.loss().applyAsDouble(returns, i) / base - 1);
            }
            verdicts.add(new PriceVerdict(law, question, model.name(), differences, models.size()));
        }
        return verdicts;
    }

    /** Prices of a law, long enough to learn from and to be judged on. */
    static LongFunction<TimeSeries> prices(
            java.util.function.BiFunction<Integer, Long, TimeSeries> law) {
        return seed -> law.apply(PRICES, seed);
    }

    private static double network(Returns returns, Body body, int seed, double... quantiles) {
        var split = returns.split();
        try (var model =
                Forecaster.over(split.scaling())
                        .past(PAST)
                        .quantiles(quantiles)
                        .body(body)
                        .seed(seed)
                        .build()) {
            var plan = Plan.ofSteps(STEPS).learningRate(3e-3).validateEvery(0).seed(seed);
            double loss = Training.run(model, model.data(split), plan).loss();
            double unit = split.scaling().deviations().get(0);
            return loss * (quantiles.length == 0 ? unit * unit : unit);
        }
    }

    double mean() {
        return sum(differences) / differences.size();
    }

    /** Returns the p value, corrected for the number of models. */
    double p() {
        double[] gains = differences.stream().mapToDouble(d -> -d).toArray();
        return Math.min(1, models * SignFlips.asHigh(gains));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    boolean wins() {
        return p() < 0.05;
    }

    long better() {
        return differences.stream().filter(d -> d < 0).count();
    }

    /** Returns the row of the table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%+.4f,%d of %d,%.4f",
                series,
                question,
                model,
                mean(),
                better(),
                differences.size(),
                p());
    }
}
