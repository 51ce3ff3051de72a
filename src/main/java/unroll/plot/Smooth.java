package unroll.plot;

/** Takes the noise out of a line. */
final class Smooth {
    private Smooth() {}

    static void requireWindow(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException(
                    "smoothed must average 1 step or more, got " + steps);
        }
    }

    /** Returns, for example, {@code mean of 20 steps}: as many as there are, if they are fewer. */
    static String words(int window, int length, String one) {
        return "mean of " + Digits.count(Math.min(window, Math.max(1, length)), one);
    }

    /** Returns at each place the mean of it and those before it, {@code window} in all; NaN is left out. */
    static double[] trailing(double[] values, int window) {
        double[] means = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            int count = 0;
            for (int j = Math.max(0, i - window + 1); j <= i; j++) {
                if (Double.isFinite(values[j])) {
                    sum += values[j];
                    count++;
                }
            }
            means[i] = count == 0 ? Double.NaN : sum / count;
        }
        return means;
    }
}
