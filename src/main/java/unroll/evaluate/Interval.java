package unroll.evaluate;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Between which numbers something unknown may lie. */
record Interval(double low, double high) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** Returns this made wide enough to hold a value. */
    Interval reaching(double value) {
        return new Interval(Math.min(low, value), Math.max(high, value));
    }

    /** Returns this, made to hold 0 where differences may be due to chance at this level. */
    Interval orChance(ItemScores gain, double level) {
        return holds(0) || SignFlips.asFar(gain.totals()) <= level ? this : reaching(0);
    }

    /** Returns the part of this that is possible at all. */
    Interval within(double least, double most) {
        return new Interval(Math.max(low, least), Math.min(high, most));
    }

    /** Returns z that leaves a share outside -z .. z under the normal law. */
    static double normal(double outside) {
        return -NORMAL.inverseCumulativeProbability(outside / 2);
    }

    /** Returns the share outside -z .. z under the normal law. */
    static double outsideNormal(double z) {
        return 2 * NORMAL.cumulativeProbability(-z);
    }

    /** Returns t that leaves a share outside -t .. t for the mean of so many numbers, two or more. */
    static double student(double outside, int numbers) {
        return -new TDistribution(numbers - 1).inverseCumulativeProbability(outside / 2);
    }
}
