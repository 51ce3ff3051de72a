package unroll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Windows of series for a training: so much past, so many values after it.
 *
 * <p>A window that is learnt from ends before the cut, with what follows it. One that is validated on
 * has all that is to be forecast after the cut; its past may begin before it.
 */
public final class SeriesData implements TrainingData<SeriesBatch> {
    private final float[] values; // (all times, S), scaled
    private final int series;
    private final int past;
    private final int steps;
    private final int cut;
    private final double letterGuess;

    private SeriesData(
            float[] values, int series, int past, int steps, int cut, double letterGuess) {
        this.values = values;
        this.series = series;
        this.past = past;
        this.steps = steps;
        this.cut = cut;
        this.letterGuess = letterGuess;
    }

    /**
     * Cuts windows.
     *
     * @param guess the loss of the best answer that is always the same, given all scaled values that
     *     are learnt from
     * @throws IllegalArgumentException if there are not as many series as the scale has, or too few
     *     values for one window
     */
    public static SeriesData of(
            SeriesSplit split,
            Scaling scaling,
            int past,
            int steps,
            ToDoubleFunction<float[]> guess) {
        Chance.require("past", past, 1, Integer.MAX_VALUE);
        Chance.require("steps", steps, 1, Integer.MAX_VALUE);
        int series = split.training().size();
        if (series != scaling.series()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the scale is of %d series, the data have %d",
                            scaling.series(),
                            series));
        }
        int cut = split.training().get(0).length;
        if (cut < (long) past + steps) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s to learn from are too few for a past of %d and %s after it; %stake more"
                                    + " values",
                            Batches.counted(cut, "value"),
                            past,
                            Batches.counted(steps, "step"),
                            cut > steps
                                    ? String.format(
                                            Locale.ROOT,
                                            "build with past(%d) or less, or ",
                                            cut - steps)
                                    : ""));
        }
        int times = cut + split.validation().get(0).length;
        float[] values = new float[times * series];
        for (int s = 0; s < series; s++) {
            for (int t = 0; t < times; t++) {
                double[] part = (t < cut ? split.training() : split.validation()).get(s);
                double value = part[t < cut ? t : t - cut];
                values[t * series + s] = (float) scaling.scaled(s, value);
            }
        }
        double letterGuess = guess.applyAsDouble(Arrays.copyOf(values, cut * series));
        return new SeriesData(values, series, past, steps, cut, letterGuess);
    }

    /** Returns how many windows are learnt from. */
    private int windows() {
        return cut - past - steps + 1;
    }

    @Override
    public SeriesBatch draw(int batch, RandomGenerator random) {
        Batches.requireRoom(batch, (past + steps) * series, "values");
        return at(random.ints(batch, 0, windows()).boxed().toList());
    }

    @Override
    public int stepsPerEpoch(int batch) {
        return Batches.count(windows(), batch);
    }

    @Override
    public List<SeriesBatch> epoch(int batch, RandomGenerator random) {
        List<Integer> starts = new ArrayList<>(IntStream.range(0, windows()).boxed().toList());
        Collections.shuffle(starts, new Random(random.nextLong()));
        return inTurn(starts, batch);
    }

    @Override
    public List<SeriesBatch> validation(int batch) {
        int last = values.length / series - past - steps;
        return inTurn(IntStream.rangeClosed(cut - past, last).boxed().toList(), batch);
    }

    private List<SeriesBatch> inTurn(List<Integer> starts, int batch) {
        return Batches.lazy(
                Batches.count(starts.size(), batch), i -> at(Batches.part(starts, i, batch)));
    }

    private SeriesBatch at(List<Integer> starts) {
        float[] inputs = new float[starts.size() * past * series];
        float[] targets = new float[starts.size() * steps * series];
        for (int row = 0; row < starts.size(); row++) {
            int from = starts.get(row) * series;
            int in = past * series;
            int out = steps * series;
            System.arraycopy(values, from, inputs, row * in, in);
            System.arraycopy(values, from + in, targets, row * out, out);
        }
        return new SeriesBatch(inputs, targets, starts.size(), past);
    }

    @Override
    public double letterGuess() {
        return letterGuess;
    }

    /** Returns a line such as {@code 741 windows of 50 values and 10 after them, 1 series}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d windows of %d values and %d after them, %d series",
                windows(),
                past,
                steps,
                series);
    }
}
