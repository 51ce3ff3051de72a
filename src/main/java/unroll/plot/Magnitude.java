package unroll.plot;

import java.util.Arrays;

/** Sums of numbers so large that their sum, or their squares, would be infinite. */
final class Magnitude {
    private Magnitude() {}

    /**
     * Returns a power of two next to the largest number. Divided by it, numbers keep their digits,
     * and their sums and squares are finite.
     */
    static double unit(double[] values) {
        double most = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(1);
        return Math.scalb(1.0, Math.getExponent(most));
    }

    /** Returns the mean of finite numbers; NaN if there are none. */
    static double mean(double[] values) {
        double unit = unit(values);
        return Arrays.stream(values).map(value -> value / unit).average().orElse(Double.NaN) * unit;
    }
}
