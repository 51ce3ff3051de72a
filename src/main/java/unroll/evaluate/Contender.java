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
     * <p>What the seeds change is the same beside each baseline, so that it may have a level of its own.
     */
    Lead over(Contender other, Trial<?, ?> data, Levels levels) {
        ItemScores gain =
                data.lowerIsBetter() ? other.average.minus(average) : average.minus(other.average);
        Interval items = gained(gain, data, levels.items());
        double seeds =
                runs.size() == 1
                        ? 0
                        : Interval.student(levels.seeds(), runs.size())
                                * deviation()
                                / Math.sqrt(runs.size());
        double most = data.shares() ? 1 : Double.POSITIVE_INFINITY;
        Interval both =
                new Interval(
                                gain.mean() - Math.hypot(gain.mean() - items.low(), seeds),
                                gain.mean() + Math.hypot(items.high() - gain.mean(), seeds))
                        .within(-most, most);
        int differing = (int) Arrays.stream(gain.totals()).filter(d -> d != 0).count();
        double half = (items.high() - items.low()) / 2;
        return new Lead(
                this, other, levels, gain.mean(), both.low(), both.high(), half, seeds, differing);
    }

    private static Interval gained(ItemScores gain, Trial<?, ?> data, double outside) {
        Interval items =
                data.shares()
                        ? Shares.difference(gain, outside)
                        : Bootstrap.interval(gain, outside, SEED);
        return items.orChance(gain, outside);
    }

    /**
     * How sure a comparison is to be.
     *
     * @param choices among how many the winner is chosen
     * @param items the share that the interval over items leaves outside
     * @param seeds the share that the interval over seeds leaves outside
     */
    record Levels(int choices, double items, double seeds) {}

    /**
     * A model beside a baseline.
     *
     * @param gain how much better the model is; below 0 it is worse
     * @param low the least that this may be
     * @param high the most
     * @param items half the width of the interval over items alone
     * @param seeds half the width of the interval over seeds alone
     * @param differing on how many items the two differ
     */
    record Lead(
            Contender model,
            Contender baseline,
            Levels levels,
            double gain,
            double low,
            double high,
            double items,
            double seeds,
            int differing) {}
}
