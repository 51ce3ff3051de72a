package unroll.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns numbers of one axis into pixels, and chooses its ticks.
 *
 * @param low the number at {@code from}; above 0 on a logarithmic axis
 * @param high the number at {@code to}
 * @param log whether equal steps in pixels are equal factors
 * @param from pixel of {@code low}
 * @param to pixel of {@code high}
 */
record Scale(double low, double high, boolean log, double from, double to) {
    private static final double[] STEPS = {1, 2, 5, 10};

    /** A labelled place on the axis. */
    record Tick(double value, String label) {}

    /** Returns a scale that shows all finite numbers with a little room at both ends. */
    static Scale over(double[] values, boolean log, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value) && (!log || value > 0)) {
                low = Math.min(low, log ? Math.log10(value) : value);
                high = Math.max(high, log ? Math.log10(value) : value);
            }
        }
        if (low > high) { // nothing to show
            low = 0;
            high = 1;
        }
        double around = log || low == 0 ? 1 : Math.abs(low) * 0.1; // of a single number
        double room = high > low ? (high - low) * 0.05 : around;
        low -= room;
        high += room;
        return new Scale(
                log ? Math.pow(10, low) : low, log ? Math.pow(10, high) : high, log, from, to);
    }

    /** Returns the pixel of a number; NaN where a logarithmic axis has no place for it. */
    double at(double value) {
        if (!log) {
            return from + (value - low) / (high - low) * (to - from);
        }
        if (value <= 0) {
            return Double.NaN;
        }
        return from + Math.log(value / low) / Math.log(high / low) * (to - from);
    }

    /** Returns about {@code wanted} ticks at round numbers. */
    List<Tick> ticks(int wanted) {
        double decades = log ? Math.log10(high / low) : 0;
        return log && decades >= 1 ? powers(decades, wanted) : linear(wanted);
    }

    private List<Tick> linear(int wanted) {
        double step = round((high - low) / wanted);
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, label(i * step, step, decimals)));
        }
        return ticks;
    }

    private List<Tick> powers(double decades, int wanted) {
        List<Tick> ticks = new ArrayList<>();
        int every = (int) Math.ceil(decades / wanted);
        double[] within = decades < 2.5 ? new double[] {1, 2, 5} : new double[] {1};
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (double factor : within) {
                double value = factor * Math.pow(10, power);
                if (value >= low && value <= high && Math.floorMod(power, every) == 0) {
                    ticks.add(new Tick(value, Digits.four(value)));
                }
            }
        }
        return ticks;
    }

    private static String label(double value, double step, int decimals) {
        boolean plain = Math.abs(value) < 1e7 && step >= 1e-4;
        return plain ? Digits.fixed(value + 0.0, decimals) : Digits.four(value);
    }

    /** Returns the smallest of 1, 2, 5 times a power of ten that is not below {@code step}. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double factor : STEPS) {
            if (factor * power >= step * (1 - 1e-9)) {
                return factor * power;
            }
        }
        throw new IllegalArgumentException("no tick step for " + step);
    }
}
