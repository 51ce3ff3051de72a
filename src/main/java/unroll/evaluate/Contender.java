package unroll.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * Somebody in a comparison.
 *
 * @param runs its scores on the same items, for each training
 * @param average the mean of these
 */
record Contender(String name, boolean baseline, List<ItemScores> runs, ItemScores average) {
    private static final long SEED = 1;

    static Contender of(String name, boolean baseline, List<ItemScores> runs) {
        return new Contender(name, baseline, runs, ItemScores.average(runs));
    }

    double score() {
        return average.mean();
    }

    /** Returns the standard deviation over the trainings; NaN if there was one. */
    double deviation() {
        double squares = 0;
        for (ItemScores run : runs) {
            squares += Math.pow(run.mean() - score(), 2);
        }
        return Math.sqrt(squares / (runs.size() - 1));
    }

    Report.Row row(Trial<?, ?> data) {
        Interval items = interval(data);
        return new Report.Row(
                name,
                baseline,
                score(),
                runs.size(),
                deviation(),
                average.totals().length,
                items.low(),
                items.high());
    }

    private Interval interval(Trial<?, ?> data) {
        return data.shares()
                ? Shares.interval(average, runs.size(), Bootstrap.OUTSIDE)
                : Bootstrap.interval(average, Bootstrap.OUTSIDE, SEED);
    }

    /**
     * Returns how much better this model is than a baseline, over other seeds and other items (Zou and
     * Donner 2008 join the two intervals).
     *
     * <pre>
     *   low = d - sqrt((d - low over items)^2 + (t s / sqrt(S))^2)     s over S seeds, Student's t
     * </pre>
     *
     * @param outside the share that the interval leaves outside
     */
    Lead over(Contender other, Trial<?, ?> data, double outside) {
        ItemScores gain =
                data.lowerIsBetter() ? other.average.minus(average) : average.minus(other.average);
        Interval items = gained(gain, data, outside);
        double seeds =
                runs.size() == 1
                        ? 0
                        : Interval.student(outside, runs.size())
                                * deviation()
                                / Math.sqrt(runs.size());
        double most = data.shares() ? 1 : Double.POSITIVE_INFINITY;
        Interval both =
                new Interval(
                                gain.mean() - Math.hypot(gain.mean() - items.low(), seeds),
                                gain.mean() + Math.hypot(items.high() - gain.mean(), seeds))
                        .within(-most, most);
        int differing = (int) Arrays.stream(gain.totals()).filter(d -> d != 0).count();
        return new Lead(this, other, gain.mean(), both.low(), both.high(), seeds, differing);
    }

    private static Interval gained(ItemScores gain, Trial<?, ?> data, double outside) {
        Interval items =
                data.shares()
                        ? Shares.difference(gain, outside)
                        : Bootstrap.interval(gain, outside, SEED);
        return items.orChance(gain, outside);
    }

    /**
     * A model beside a baseline.
     *
     * @param gain how much better the model is; below 0 it is worse
     * @param low the least that this may be
     * @param high the most
     * @param seeds how much of that is due to the choice of the seed
     * @param differing on how many items the two differ
     */
    record Lead(
            Contender model,
            Contender baseline,
            double gain,
            double low,
            double high,
            double seeds,
            int differing) {}
}
