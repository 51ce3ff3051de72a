package unroll.evaluate;

import java.util.Arrays;

/**
 * How sure the share of right answers is, also where there are few or all are right.
 *
 * <p>A bootstrap of ten right answers out of ten has an interval of no width; these have not.
 */
final class Shares {
    private Shares() {}

    /**
     * Returns the interval of a share (Wilson 1927).
     *
     * <pre>
     *   (p + z^2 / 2n ± z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)
     * </pre>
     *
     * <p>Where an item is a part of an answer, or several answers that do not stand alone, n is the
     * number of single answers that would vary as much (the effective sample size of Kish 1965), at
     * most as many as were given; where no item varies, it is the number of items.
     *
     * @param runs over how many trainings the scores are averaged
     */
    static Interval interval(ItemScores scores, int runs, double outside) {
        double p = Math.max(0, Math.min(1, scores.mean())); // but for rounding it is
        double z = Interval.normal(outside);
        double n = answers(scores, p, runs);
        double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) * z / (1 + z * z / n);
        return new Interval(middle - half, middle + half).reaching(p).within(0, 1);
    }

    private static double answers(ItemScores scores, double p, int runs) {
        double[] weights = scores.weights();
        double given = Math.max(weights.length, Arrays.stream(weights).sum());
        double variance = squares(scores, p) / Math.pow(Arrays.stream(weights).sum(), 2);
        double single = p * (1 - p);
        return single < 1e-12 ? weights.length : Math.min(given * runs, single / variance);
    }

    /** Returns the sum of (total - mean weight)^2 over the items. */
    private static double squares(ItemScores scores, double mean) {
        double[] totals = scores.totals();
        double[] weights = scores.weights();
        double sum = 0;
        for (int i = 0; i < totals.length; i++) {
            sum += Math.pow(totals[i] - mean * weights[i], 2);
        }
        return sum;
    }

    /**
     * Returns the interval of the difference of two shares over the same items, as Agresti and Min
     * (2005) do: with half an answer more that only the one has right, half that only the other has,
     * and one on which they agree.
     *
     * <pre>
     *   D ± t sqrt(squares of d - D w over all items, also these) / N     D = sum of d / N, N = sum of w + 2
     * </pre>
     *
     * <p>Student's t takes the place of their normal law, since an item may be a group of answers.
     *
     * @param gain right answers of the one less those of the other; two items or more
     */
    static Interval difference(ItemScores gain, double outside) {
        double given = Arrays.stream(gain.weights()).sum();
        int items = gain.weights().length;
        double more = Math.min(1, given / items); // what one answer weighs
        double all = given + 2 * more;
        double middle = Arrays.stream(gain.totals()).sum() / all;
        double squares = squares(gain, middle) + more * more * (1 + 2 * middle * middle);
        double half = Interval.student(outside, items) * Math.sqrt(squares) / all;
        return new Interval(middle - half, middle + half).reaching(gain.mean()).within(-1, 1);
    }
}
