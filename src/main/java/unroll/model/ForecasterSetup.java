package unroll.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import unroll.data.Scaling;
import unroll.engine.Engines;

/**
 * How a {@link Forecaster} is to be built.
 *
 * @param scaling of the part of the series that is learnt from
 * @param past how many values it reads, T
 * @param steps how many values after them it forecasts, N
 * @param quantiles shares of what comes that should lie below the forecast values, rising, in (0, 1);
 *     empty forecasts the mean
 * @param body what reads the past
 * @param seed decides the initial weights
 */
public record ForecasterSetup(
        Scaling scaling, int past, int steps, List<Double> quantiles, Body body, long seed) {

    /** Deviations from the mean. */
    private static final double FARTHEST = 1e9;

    private static final int MOST = 100_000_000;

    public ForecasterSetup {
        Reading.there("scaling", scaling);
        Objects.requireNonNull(body, "body is null: name one, for example body(Gru.of(32))");
        quantiles = List.copyOf(Reading.there("quantiles", quantiles));
        if (past < 1 || steps < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "past and steps must be 1 or more, got past %d, steps %d",
                            past,
                            steps));
        }
        double read = (double) past * scaling.series();
        double told = (double) steps * scaling.series() * Math.max(1, quantiles.size());
        if (Math.max(read, told) > MOST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a forecast may read and give %,d numbers; past %,d, steps %,d of %d series with"
                                    + " %d quantiles make %,.0f and %,.0f; lower past or steps",
                            MOST,
                            past,
                            steps,
                            scaling.series(),
                            quantiles.size(),
                            read,
                            told));
        }
        for (int i = 0; i < quantiles.size(); i++) {
            double least = i == 0 ? 0 : quantiles.get(i - 1);
            if (!(quantiles.get(i) > least && quantiles.get(i) < 1)) {
                throw new IllegalArgumentException(
                        "quantiles must rise and lie between 0 and 1, such as quantiles(0.1, 0.5, 0.9),"
                                + " got "
                                + quantiles);
            }
        }
    }

    static ForecasterSetup over(Scaling scaling) {
        return new ForecasterSetup(scaling, 20, 1, List.of(), Gru.of(32), 0);
    }

    /** Returns this setup reading another number of values. */
    public ForecasterSetup past(int values) {
        return new ForecasterSetup(scaling, values, steps, quantiles, body, seed);
    }

    /** Returns this setup forecasting another number of values. */
    public ForecasterSetup steps(int values) {
        return new ForecasterSetup(scaling, past, values, quantiles, body, seed);
    }

    /** Returns this setup forecasting quantiles, or the mean if none is named. */
    public ForecasterSetup quantiles(double... shares) {
        List<Double> all = DoubleStream.of(Reading.there("quantiles", shares)).boxed().toList();
        return new ForecasterSetup(scaling, past, steps, all, body, seed);
    }

    /** Returns this setup with another body. */
    public ForecasterSetup body(Body other) {
        return new ForecasterSetup(scaling, past, steps, quantiles, other, seed);
    }

    /** Returns this setup with other initial weights. */
    public ForecasterSetup seed(long number) {
        return new ForecasterSetup(scaling, past, steps, quantiles, body, number);
    }

    /**
     * Builds the model; only now memory is taken.
     *
     * @throws unroll.UnrollException if it does not fit into the memory that is free
     */
    public Forecaster build() {
        reading().requireMemory(this);
        Engines.prepare();
        return new Forecaster(this);
    }

    Reading reading() {
        return new Reading(0, scaling.series(), body, outputs());
    }

    /** Returns how many numbers the head gives, N S Q. */
    int outputs() {
        return steps * scaling.series() * Math.max(1, quantiles.size());
    }

    /** Returns the last values of each series, (T, S), scaled. */
    float[] inputs(double[]... newest) {
        int series = scaling.series();
        if (Reading.there("newest", newest).length != series) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the model was built for %d series, got %d",
                            series,
                            newest.length));
        }
        float[] inputs = new float[past * series];
        for (int s = 0; s < series; s++) {
            int from = Reading.there("newest[" + s + "]", newest[s]).length - past;
            if (from < 0) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "the model reads %d values of the past, got %d%s",
                                past,
                                newest[s].length,
                                of(s)));
            }
            for (int t = 0; t < past; t++) {
                double value = newest[s][from + t];
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            String.format(
                                    Locale.ROOT,
                                    "value %d%s is %s; fill the gap first",
                                    from + t + 1,
                                    of(s),
                                    value));
                }
                inputs[t * series + s] = near(s, from + t, value);
            }
        }
        return inputs;
    }

    /** Says which series is meant, counted from 1, where there are several. */
    private String of(int series) {
        return scaling.series() == 1 ? "" : " of series " + (series + 1);
    }

    /** Returns a value on the scale of its series, if a network can make anything of it. */
    private float near(int series, int time, double value) {
        double z = scaling.scaled(series, value);
        if (Math.abs(z) > FARTHEST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "value %d%s is %s, %.1g deviations from the mean of what was learnt"
                                    + " from; a forecast from there means nothing: check it",
                            time + 1,
                            of(series),
                            value,
                            Math.abs(z)));
        }
        return (float) z;
    }

    SeriesBlock newBlock() {
        return new SeriesBlock(scaling.series(), outputs(), body, seed);
    }

    /** Returns one line such as {@code 1 series, 50 values to 10 after them, mean, Gru[…]}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d series, %d values to %d after them, %s, %s",
                scaling.series(),
                past,
                steps,
                quantiles.isEmpty() ? "mean" : "quantiles " + quantiles,
                body);
    }
}
