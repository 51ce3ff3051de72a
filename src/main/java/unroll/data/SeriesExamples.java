package unroll.data;

/**
 * Series whose laws are known, made by the library; the same arguments give the same series
 * everywhere, and a shorter series is the beginning of a longer one.
 */
public final class SeriesExamples {
    private static final int MOST = 1_000_000;
    private static final double PHI = 0.5;
    private static final double AUTOREGRESSIVE_NOISE = 0.01;

    private SeriesExamples() {}

    /**
     * Makes a sum of two sines, of periods 25 and 60 steps, and noise.
     *
     * <pre>
     *   x_t = sin(2 pi t / 25 + a) + 0.5 sin(2 pi t / 60 + b) + 0.1 e_t      e_t ~ N(0, 1)
     * </pre>
     *
     * <p>The phases a, b are drawn. No forecast of the next value has a root mean square error below 0.1.
     *
     * @throws IllegalArgumentException if {@code length} is not in 1 .. 1,000,000
     */
    public static TimeSeries sines(int length, long seed) {
        requireLength(length);
        Chance chance = new Chance(seed);
        double a = 2 * Math.PI * chance.uniform();
        double b = 2 * Math.PI * chance.uniform();
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] =
                    StrictMath.sin(2 * Math.PI * t / 25 + a)
                            + 0.5 * StrictMath.sin(2 * Math.PI * t / 60 + b)
                            + 0.1 * chance.normal();
        }
        return new TimeSeries("sines", values);
    }

    /**
     * Makes a series that keeps to one of two levels and seldom changes.
     *
     * <pre>
     *   x_t = l + s e_t     calm: l = 0, s = 0.2     excited: l = 2, s = 0.6     change: 1 in 50 steps
     * </pre>
     *
     * @throws IllegalArgumentException if {@code length} is not in 1 .. 1,000,000
     */
    public static TimeSeries regimes(int length, long seed) {
        requireLength(length);
        Chance chance = new Chance(seed);
        boolean excited = chance.percent(50);
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            excited = excited != chance.percent(2);
            values[t] = (excited ? 2 : 0) + (excited ? 0.6 : 0.2) * chance.normal();
        }
        return new TimeSeries("regimes", values);
    }

    /**
     * Makes prices whose returns cannot be foretold, but how large they will be can: large ones come
     * in clusters (GARCH(1,1), Bollerslev 1986).
     *
     * <pre>
     *   r_t = s_t e_t       s_t^2 = 0.000002 + 0.10 r_(t-1)^2 + 0.88 s_(t-1)^2       e_t ~ N(0, 1)
     *   p_t = p_(t-1) exp(r_t),  p_0 = 100
     * </pre>
     *
     * <p>The mean of the next return is 0 whatever is known; its variance over all steps is 0.0001.
     *
     * @param length prices, the first included
     * @throws IllegalArgumentException if {@code length} is not in 1 .. 1,000,000
     */
    public static TimeSeries prices(int length, long seed) {
        requireLength(length);
        Chance chance = new Chance(seed);
        double variance = 0.0001;
        double[] returns = new double[length - 1];
        for (int t = 0; t < returns.length; t++) {
            returns[t] = Math.sqrt(variance) * chance.normal();
            variance = 0.000002 + 0.10 * returns[t] * returns[t] + 0.88 * variance;
        }
        return prices("prices", returns);
    }

    /**
     * Makes prices whose next return follows from the last: the control on which a model that can
     * learn must win.
     *
     * <pre>
     *   r_t = 0.5 r_(t-1) + 0.01 e_t       e_t ~ N(0, 1)
     *   p_t = p_(t-1) exp(r_t),  p_0 = 100
     * </pre>
     *
     * <p>The best forecast of the next return, half of the last, explains a quarter of the variance.
     *
     * @param length prices, the first included
     * @throws IllegalArgumentException if {@code length} is not in 1 .. 1,000,000
     */
    public static TimeSeries autoregressive(int length, long seed) {
        requireLength(length);
        Chance chance = new Chance(seed);
        double last = AUTOREGRESSIVE_NOISE / Math.sqrt(1 - PHI * PHI) * chance.normal();
        double[] returns = new double[length - 1];
        for (int t = 0; t < returns.length; t++) {
            last = PHI * last + AUTOREGRESSIVE_NOISE * chance.normal();
            returns[t] = last;
        }
        return prices("autoregressive", returns);
    }

    private static TimeSeries prices(String name, double[] returns) {
        double[] prices = new double[returns.length + 1];
        double sum = 0;
        prices[0] = 100;
        for (int t = 0; t < returns.length; t++) {
            sum += returns[t];
            prices[t + 1] = 100 * StrictMath.exp(sum);
        }
        return new TimeSeries(name, prices);
    }

    private static void requireLength(int length) {
        Chance.require("the length of a series", length, 1, MOST);
    }
}
