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

    /** Half the largest double, so that the distance of two such numbers is one too. */
    private static final double MOST = 8e307;

    private static final double LEAST_FACTOR = 1e-300;

    Scale {
        low = Math.max(log ? LEAST_FACTOR : -MOST, Math.min(MOST, low));
        high = Math.max(log ? LEAST_FACTOR : -MOST, Math.min(MOST, high));
        if (!(high > low)) { // all beyond what can be told apart
            low = log ? high / 10 : high - Math.max(1, Math.abs(high) / 10);
        }
    }

    /** A labelled place on the axis. */
    record Tick(double value, String label) {}

    /** Returns the pixel of a number; NaN where a logarithmic axis has no place for it. */
    double at(double value) {
        if (!log) {
            return from + (value - low) / (high - low) * (to - from);
        }
        if (value <= 0) {
            return Double.NaN;
        }
        double share = (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
        return from + share * (to - from);
    }

    boolean shows(double value) {
        double room = (high - low) * 1e-9;
        return value >= low - room && value <= high + room;
    }

    /** Returns about {@code wanted} ticks at round numbers. */
    List<Tick> ticks(int wanted) {
        double decades = log ? Math.log10(high) - Math.log10(low) : 0;
        return log && decades >= 1 ? powers(decades, wanted) : linear(wanted);
    }

    private List<Tick> linear(int wanted) {
        return every(round((high - low) / wanted));
    }

    /** Returns ticks at the multiples of a step. */
    List<Tick> every(double step) {
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
    static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double factor : STEPS) {
            if (factor * power >= step * (1 - 1e-9)) {
                return factor * power;
            }
        }
        throw new IllegalArgumentException("no tick step for " + step);
    }
}
