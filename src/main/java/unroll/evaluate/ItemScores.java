package unroll.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a model scored on each of some independent items: a text, a tune, a stretch of a series.
 *
 * <pre>
 *   mean = (total_1 + total_2 + …) / (weight_1 + weight_2 + …)
 * </pre>
 *
 * @param totals the sum of the scores in each item, such as the number of right tags
 * @param weights over how many that sum goes, such as the number of tokens; above 0
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record ItemScores(double[] totals, double[] weights) {
    private static final double ROUNDING = 1e-9;

    /**
     * Checks and copies the numbers.
     *
     * @throws IllegalArgumentException if there are none, not as many weights as totals, one is not a
     *     finite number, or a weight is not above 0
     */
    public ItemScores {
        Given.finite("totals", totals);
        Given.finite("weights", weights);
        Given.sameLength("totals", totals.length, "weights", weights.length);
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0)) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "the weight of item %d (counted from 0) must be above 0, got %s",
                                i,
                                weights[i]));
            }
        }
        totals = totals.clone();
        weights = weights.clone();
    }

    /**
     * Takes one score per item, each counted alike.
     *
     * @throws IllegalArgumentException if there is none or one is not a finite number
     */
    public static ItemScores of(double... scores) {
        Given.finite("scores", scores);
        double[] ones = new double[scores.length];
        Arrays.fill(ones, 1);
        return new ItemScores(scores, ones);
    }

    /**
     * Joins scores that do not stand alone: those with the same group become one item.
     *
     * @param groups one for each score; an empty one stands alone
     * @throws IllegalArgumentException if there are not as many groups as scores
     */
    public ItemScores grouped(List<String> groups) {
        Given.list("groups", groups);
        Given.sameLength("groups", groups.size(), "scores", totals.length);
        Map<Object, double[]> joined = new LinkedHashMap<>();
        for (int i = 0; i < totals.length; i++) {
            Object key = groups.get(i).isEmpty() ? Integer.valueOf(i) : groups.get(i);
            double[] sums = joined.computeIfAbsent(key, k -> new double[2]);
            sums[0] += totals[i];
            sums[1] += weights[i];
        }
        return new ItemScores(
                joined.values().stream().mapToDouble(sums -> sums[0]).toArray(),
                joined.values().stream().mapToDouble(sums -> sums[1]).toArray());
    }

    /** Returns the mean of several scores of the same items, such as over training seeds. */
    static ItemScores average(List<ItemScores> scores) {
        double[] totals = new double[scores.get(0).totals.length];
        for (ItemScores one : scores) {
            Arrays.setAll(totals, i -> totals[i] + one.totals[i]);
        }
        Arrays.setAll(totals, i -> totals[i] / scores.size()); // last: all right stays exactly 1
        return new ItemScores(totals, scores.get(0).weights);
    }

    /** Returns these scores less others of the same items. */
    ItemScores minus(ItemScores other) {
        double[] differences = new double[totals.length];
        Arrays.setAll(differences, i -> totals[i] - other.totals[i]);
        return new ItemScores(differences, weights);
    }

    /** Refuses a score below 0 or above the weight of its item. */
    void requireShares(String name) {
        for (int i = 0; i < totals.length; i++) {
            if (!(totals[i] >= 0 && totals[i] <= weights[i] * (1 + ROUNDING))) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "\"%s\" has the score %s of %s at item %d (counted from 0): shares of right"
                                        + " answers lie between 0 and all; if the trial measures something"
                                        + " else, let its shares() return false",
                                name,
                                totals[i],
                                weights[i],
                                i));
            }
        }
    }

    /** Returns the mean over everything that was scored. */
    public double mean() {
        return Arrays.stream(totals).sum() / Arrays.stream(weights).sum();
    }

    /** Returns a copy of the sums. */
    @Override
    public double[] totals() {
        return totals.clone();
    }

    /** Returns a copy of the weights. */
    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemScores that
                && Arrays.equals(totals, that.totals)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(totals) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "mean %.4g over %s",
                mean(),
                ReportText.counted(totals.length, "item"));
    }
}
