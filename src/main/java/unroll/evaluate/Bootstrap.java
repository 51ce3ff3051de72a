package unroll.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import unroll.Interruption;

/**
 * How sure a mean over test items is (Efron 1979): the items are drawn again with replacement, many
 * times, and the middle 95 % of the means make the interval; of few items somewhat more than that, as
 * Student's law asks (the expanded interval of Hesterberg 2015).
 *
 * <pre>
 *   Bootstrap.mean(scores.correct(), 1)
 *   Bootstrap.difference(ours.correct(), baseline.correct(), 1)
 * </pre>
 *
 * <p>Items must be independent: windows of one series are not, nor are tokens of one sentence. The
 * interval says nothing about another training with another seed. Scores that are all the same give an
 * interval of no width, which says nothing about others; {@link Report} has a better one for answers
 * that are right or wrong.
 *
 * @param mean the mean over the items
 * @param low the lower end of the interval
 * @param high its upper end
 * @param items how many items there are
 */
public record Bootstrap(double mean, double low, double high, int items) {
    static final double OUTSIDE = 0.05;
    private static final int DRAWS = 2000;

    /** Below this many items the interval is much too narrow. */
    static final int TOO_FEW = 10;

    /**
     * Returns the mean of one score per item with its interval; the same seed gives the same one.
     *
     * @throws IllegalArgumentException if there are no scores or one is not a finite number
     */
    public static Bootstrap mean(double[] scores, long seed) {
        ItemScores items = ItemScores.of(scores);
        return of(items, interval(items, OUTSIDE, seed));
    }

    private static Bootstrap of(ItemScores scores, Interval interval) {
        int items = scores.totals().length;
        return new Bootstrap(scores.mean(), interval.low(), interval.high(), items);
    }

    /** Returns the interval of the mean that leaves a share outside, half of it at each end. */
    static Interval interval(ItemScores scores, double outside, long seed) {
        int items = scores.totals().length;
        if (items == 1) { // which tells nothing about others
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double t = Interval.student(outside, items) * Math.sqrt(items / (items - 1.0));
        double[] means = means(scores, seed);
        int cut = (int) (DRAWS * Interval.outsideNormal(t) / 2);
        return new Interval(means[cut], means[DRAWS - 1 - cut]);
    }

    /** Returns the means of all draws, the smallest first. */
    private static double[] means(ItemScores scores, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] totals = scores.totals();
        double[] weights = scores.weights();
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Interruption.check("comparing");
            double total = 0;
            double weight = 0;
            for (int i = 0; i < totals.length; i++) {
                int item = random.nextInt(totals.length);
                total += totals[item];
                weight += weights[item];
            }
            means[draw] = total / weight;
        }
        Arrays.sort(means);
        return means;
    }

    /**
     * Returns the mean of first - second over the same items, so that what makes an item hard for both
     * cancels. The interval holds 0 where turning the signs of the differences at random makes as large
     * a mean in more than 5 % of cases, as with fewer than six that are not 0.
     *
     * @throws IllegalArgumentException also if the arrays are of different length
     */
    public static Bootstrap difference(double[] first, double[] second, long seed) {
        Given.finite("first", first);
        Given.finite("second", second);
        Given.sameLength("first", first.length, "second", second.length);
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        ItemScores gain = ItemScores.of(differences);
        return of(gain, interval(gain, OUTSIDE, seed).orChance(gain, OUTSIDE));
    }

    /** Returns whether there are too few items for a verdict. */
    public boolean tooFew() {
        return items < TOO_FEW;
    }

    /** Returns whether a difference is one: 0 lies outside the interval, and the items suffice. */
    public boolean differs() {
        return !tooFew() && (low > 0 || high < 0);
    }

    /** Returns mean, interval and number of items, and whether they are too few. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.4f (95 %% interval %.4f to %.4f, %s%s)",
                mean,
                low,
                high,
                ReportText.counted(items, "item"),
                tooFew() ? ": too few for a verdict" : "");
    }
}
