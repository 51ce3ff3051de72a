package unroll.evaluate;

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

    Report.Row row() {
        Bootstrap items = Bootstrap.of(average, Bootstrap.OUTSIDE, SEED);
        return new Report.Row(
                name,
                baseline,
                score(),
                runs.size(),
                deviation(),
                items.items(),
                items.low(),
                items.high());
    }

    /**
     * Returns how much better this model is than a baseline, over other seeds and other items.
     *
     * <pre>
     *   low = d - sqrt((d - low over items)^2 + (t s / sqrt(S))^2)     s over S seeds, Student's t
     * </pre>
     *
     * @param outside the share that the interval leaves outside
     */
    Lead over(Contender other, boolean lowerIsBetter, double outside) {
        ItemScores gain =
                lowerIsBetter ? other.average.minus(average) : average.minus(other.average);
        Bootstrap items = Bootstrap.of(gain, outside, SEED);
        double seeds = 0;
        if (runs.size() > 1) {
            double t = StudentT.quantile(outside, runs.size() - 1);
            seeds = t * deviation() / Math.sqrt(runs.size());
        }
        return new Lead(
                this,
                other,
                items.mean(),
                items.mean() - Math.hypot(items.mean() - items.low(), seeds),
                items.mean() + Math.hypot(items.high() - items.mean(), seeds),
                seeds);
    }

    /**
     * A model beside a baseline.
     *
     * @param gain how much better the model is; below 0 it is worse
     * @param low the least that this may be
     * @param high the most
     * @param seeds how much of that is due to the choice of the seed
     */
    record Lead(
            Contender model,
            Contender baseline,
            double gain,
            double low,
            double high,
            double seeds) {}
}
