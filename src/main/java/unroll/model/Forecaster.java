package unroll.model;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.data.Scaling;
import unroll.data.SeriesBatch;
import unroll.data.SeriesData;
import unroll.data.SeriesSplit;
import unroll.layer.Objective;
import unroll.trace.Forecast;
import unroll.trace.Summary;

/**
 * Forecasts how one or several series go on: many to many.
 *
 * <pre>
 *   var split = SeriesSplit.at(0.8, values);
 *   var model = Forecaster.over(split.scaling()).past(50).steps(10).quantiles(0.1, 0.5, 0.9).build();
 *   var history = Training.run(model, model.data(split), Plan.ofEpochs(10));
 *   model.predict(newest).quantile(0.9)
 * </pre>
 *
 * <p>{@link #block} maps {@code [x (B, T, S)]}, scaled, to {@code [z (B, N S Q)]}. Forecasts are in the
 * units of the series; losses are in those of the scaled ones, where 1 is their variance.
 */
public final class Forecaster extends TaskModel<SeriesBatch> {
    private static final ModelFile.Kind KIND = new ModelFile.Kind("forecaster 1", Forecaster.class);

    private final ForecasterSetup setup;

    /** The metadata "series". */
    private record Described(Scaling scaling, int past, int steps, List<Double> quantiles) {}

    Forecaster(ForecasterSetup setup) {
        super(setup::newBlock, new Shape(1, 1, setup.scaling().series()));
        this.setup = setup;
    }

    /** Begins to describe a model for series of this scale. */
    public static ForecasterSetup over(Scaling scaling) {
        return ForecasterSetup.over(scaling);
    }

    /**
     * Reads a model that {@link #save} wrote, with all it needs to go on training.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged or is no such model
     */
    public static Forecaster load(Path file) {
        ModelFile content = ModelFile.read(file, KIND);
        return load(content, content.body());
    }

    /**
     * Reads a model whose body is not one of Unroll's own.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged, or does not fit
     */
    public static Forecaster load(Path file, Body body) {
        return load(ModelFile.read(file, KIND), body);
    }

    private static Forecaster load(ModelFile content, Body body) {
        long seed = content.configuration().seed();
        Described series = content.value("series", Described.class);
        return content.model(
                () ->
                        new ForecasterSetup(
                                series.scaling(),
                                series.past(),
                                series.steps(),
                                series.quantiles(),
                                body,
                                seed),
                ForecasterSetup::build);
    }

    @Override
    public void save(Path file) {
        Map<String, String> task = new LinkedHashMap<>();
        Described series =
                new Described(setup.scaling(), setup.past(), setup.steps(), setup.quantiles());
        task.put("series", ModelFile.json(series));
        int inputs = setup.scaling().series();
        task.put("configuration", ModelFile.configuration(inputs, setup.body(), setup.seed()));
        ModelFile.write(file, KIND, task, this);
    }

    /** Returns how the model was described. */
    public ForecasterSetup setup() {
        return setup;
    }

    /**
     * Returns windows of series as this model reads them.
     *
     * @throws IllegalArgumentException if there are not as many series as the model was built for, or
     *     too few values for one window
     */
    public SeriesData data(SeriesSplit split) {
        return SeriesData.of(
                Reading.there("split", split),
                setup.scaling(),
                setup.past(),
                setup.steps(),
                this::constantLoss);
    }

    /** Returns the loss of the best forecast that is always the same. */
    private double constantLoss(float[] values) {
        double sum = 0;
        if (setup.quantiles().isEmpty()) {
            for (float y : values) {
                sum += (double) y * y; // around the mean, which is 0
            }
            return sum / values.length;
        }
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double share : setup.quantiles()) {
            double z = sorted[(int) (share * sorted.length)];
            for (float y : sorted) {
                sum += Math.max(share * (y - z), (share - 1) * (y - z));
            }
        }
        return sum / sorted.length / setup.quantiles().size();
    }

    @Override
    public Objective objective(SeriesBatch batch) {
        long series = setup.scaling().series();
        if (batch.inputs().length != batch.tokens() * series
                || batch.targets().length != (long) batch.size() * setup.steps() * series) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the windows are not of %d series with %d steps after them; these data were made"
                                    + " for another model",
                            series,
                            setup.steps()));
        }
        return new SeriesObjective(batch, setup.quantiles());
    }

    /** Returns NaN: numbers are not chosen among so many. */
    @Override
    public double blindGuess() {
        return Double.NaN;
    }

    @Override
    public long numbersPerToken() {
        return setup.body().size(setup.scaling().series()).numbersPerToken();
    }

    @Override
    public Summary summary() {
        return setup.reading().summary(block(), true);
    }

    /**
     * Returns how series go on, in their units.
     *
     * @param newest the last values of each series, at least as many as the model reads
     * @throws IllegalArgumentException if there are too few values, or not as many series as the model
     *     was built for, or a value is not a finite number
     */
    public Outlook predict(double[]... newest) {
        return forecast(outputs(setup.inputs(newest)));
    }

    /**
     * Returns what the model expects of every value that is validated on, one step ahead from all before
     * it, beside what came: of the first series, with an interval from the lowest to the highest
     * quantile.
     *
     * @throws IllegalArgumentException if the model has fewer than two quantiles or reads more values
     *     than are learnt from, or there is nothing to validate on
     * @throws unroll.UnrollException if the thread was interrupted
     */
    public Forecast forecast(SeriesSplit split) {
        List<Double> shares = setup.quantiles();
        if (shares.size() < 2) {
            throw new IllegalArgumentException(
                    "an interval needs two quantiles or more; build the model with"
                            + " quantiles(0.05, 0.5, 0.95)");
        }
        if (Reading.there("split", split).validation().stream().allMatch(s -> s.length == 0)) {
            throw new IllegalArgumentException(
                    "the split has nothing to validate on, so nothing to forecast; make one with"
                            + " SeriesSplit.at(0.8, …)");
        }
        int cut = split.training().get(0).length;
        double[] came = split.validation().get(0);
        double[] time = new double[came.length];
        double[][] expected = new double[3][came.length]; // low, middle, high
        for (int t = 0; t < came.length; t++) {
            Outlook outlook = predict(before(split, cut + t));
            time[t] = cut + t;
            expected[0][t] = outlook.quantile(shares.get(0))[0];
            expected[1][t] = outlook.middle()[0];
            expected[2][t] = outlook.quantile(shares.get(shares.size() - 1))[0];
        }
        double level = shares.get(shares.size() - 1) - shares.get(0);
        return new Forecast("value", time, came, expected[1], expected[0], expected[2], level);
    }

    /** Returns the values of each series that the model reads before a time, on both sides of the cut. */
    private double[][] before(SeriesSplit split, int time) {
        double[][] newest = new double[split.training().size()][];
        for (int s = 0; s < newest.length; s++) {
            double[] training = split.training().get(s);
            int from = Math.max(0, time - setup.past());
            newest[s] = new double[time - from];
            for (int t = from; t < time; t++) {
                newest[s][t - from] =
                        t < training.length
                                ? training[t]
                                : split.validation().get(s)[t - training.length];
            }
        }
        return newest;
    }

    private float[] outputs(float[] inputs) {
        float[] unknown = new float[setup.steps() * setup.scaling().series()];
        try (Use<SeriesBatch> use = use("predicting")) {
            return use.outputs(new SeriesBatch(inputs, unknown, 1, setup.past()));
        }
    }

    private Outlook forecast(float[] z) {
        int each = Math.max(1, setup.quantiles().size());
        int next = 0;
        List<List<List<Double>>> steps = new ArrayList<>();
        for (int n = 0; n < setup.steps(); n++) {
            List<List<Double>> step = new ArrayList<>();
            for (int s = 0; s < setup.scaling().series(); s++) {
                List<Double> values = new ArrayList<>();
                for (int q = 0; q < each; q++) {
                    values.add(setup.scaling().unscaled(s, z[next++]));
                }
                values.sort(null); // quantiles learnt apart may cross
                step.add(values);
            }
            steps.add(step);
        }
        return new Outlook(setup.quantiles(), steps);
    }

    /** Returns one line such as {@code 1 series, …, 12,345 parameters, step 500}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, %,d parameters, step %d", setup, parameters(), steps());
    }
}
