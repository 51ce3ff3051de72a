package unroll.plot;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Sums of numbers so large that their sum, or their squares, would be infinite. */
final class Magnitude {
    private Magnitude() {}

    /**
     * Returns a power of two next to the largest number. Divided by it, numbers keep their digits,
     * and their sums and squares are finite.
     */
    static double unit(double[] values) {
        return unit(Arrays.stream(values));
    }

    private static double unit(DoubleStream values) {
        double most = values.filter(Double::isFinite).map(Math::abs).max().orElse(1);
        return Math.scalb(1.0, Math.getExponent(most));
    }

    /** Returns the mean of finite numbers; NaN if there are none. */
    static double mean(double[] values) {
        return mean(() -> Arrays.stream(values));
    }

    /** Returns the same of so many numbers that a copy of them would be too large. */
    static double mean(Supplier<DoubleStream> values) {
        double unit = unit(values.get());
        return values.get().map(value -> value / unit).average().orElse(Double.NaN) * unit;
    }
}
