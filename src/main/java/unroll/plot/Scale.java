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

    /** A little below the largest double, so that a tick beyond the end is still a number. */
    private static final double MOST = 1.79e308;

    private static final double LEAST_STEP = 1e-305;
    private static final double LARGEST_STEP = 1e308;

    private static final double LEAST_FACTOR = 1e-300;

    /** Below this a number has not all its digits any more, and no step is between two of them. */
    private static final double LEAST_SPAN = 1e-300;

    /** Part of the larger end, below which too few numbers lie between the ends for round ones. */
    private static final double LEAST_SHARE = 1e-10;

    Scale {
        low = Math.max(log ? LEAST_FACTOR : -MOST, Math.min(MOST, low));
        high = Math.max(log ? LEAST_FACTOR : -MOST, Math.min(MOST, high));
        if (!(high > low)) { // all beyond what can be told apart
            low = log ? high / 10 : high - Math.max(1, Math.abs(high) / 10);
        }
        double least = LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high));
        double lacking = (log ? least : Math.max(least, LEAST_SPAN)) - (high - low);
        if (lacking > 0) {
            low -= lacking / 2;
            high += lacking / 2;
        }
    }

    /** A labelled place on the axis. */
    record Tick(double value, String label) {}

    /** Returns the pixel of a number; NaN where a logarithmic axis has no place for it. */
    double at(double value) {
        if (!log) {
            return from + (value / 2 - low / 2) / half() * (to - from);
        }
        if (value <= 0) {
            return Double.NaN;
        }
        double share = (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
        return from + share * (to - from);
    }

    /** Returns half the span, which itself may be beyond the largest double. */
    private double half() {
        return high / 2 - low / 2;
    }

    boolean shows(double value) {
        double room = half() * 2e-9;
        return value >= low - room && value <= high + room;
    }

    /** Returns about {@code wanted} ticks at round numbers. */
    List<Tick> ticks(int wanted) {
        double decades = log ? Math.log10(high) - Math.log10(low) : 0;
        return log && decades >= 1 ? powers(decades, wanted) : linear(wanted);
    }

    private List<Tick> linear(int wanted) {
        return every(round(half() / wanted * 2));
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
        if (Math.abs(value) < 1e7 && step >= 1e-4) {
            return Digits.fixed(value + 0.0, decimals);
        }
        double before = value == 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9);
        double after = Math.floor(Math.log10(step) + 1e-9);
        return Digits.significant(value, (int) Math.max(4, before - after + 1));
    }

    /** Returns the smallest of 1, 2, 5 times a power of ten that is not below {@code size}. */
    static double round(double size) {
        double step = Math.max(LEAST_STEP, Math.min(LARGEST_STEP, size));
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double factor : STEPS) {
            if (factor * power >= step * (1 - 1e-9)) {
                return factor * power;
            }
        }
        throw new IllegalArgumentException("no tick step for " + step);
    }
}
