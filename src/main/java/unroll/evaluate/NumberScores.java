package unroll.evaluate;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far predicted numbers lie from the true ones.
 *
 * <pre>
 *   NumberScores.skill(truth, forecast, SeriesBaseline.persistence().forecast(history, truth))
 * </pre>
 */
public final class NumberScores {
    private NumberScores() {}

    /**
     * Returns the root of the mean squared error, in the unit of the numbers.
     *
     * @throws IllegalArgumentException if the arrays are empty, of different length or hold what is
     *     not a finite number
     */
    public static double rmse(double[] truth, double[] predicted) {
        requirePairs(truth, predicted);
        return Math.sqrt(mean(i -> square(truth[i] - predicted[i]), truth.length));
    }

    /**
     * Returns the mean absolute error, in the unit of the numbers.
     *
     * @throws IllegalArgumentException as {@link #rmse}
     */
    public static double mae(double[] truth, double[] predicted) {
        requirePairs(truth, predicted);
        return mean(i -> Math.abs(truth[i] - predicted[i]), truth.length);
    }

    /**
     * Returns the mean pinball loss of a predicted quantile (Koenker and Bassett 1978).
     *
     * <pre>
     *   loss = q (y - f) where y is above the forecast f, (1 - q) (f - y) where it is below
     * </pre>
     *
     * @param quantile q, above 0 and below 1: 0.5 gives half of {@link #mae}
     * @throws IllegalArgumentException as {@link #rmse}, or if the quantile is out of range
     */
    public static double pinball(double[] truth, double[] predicted, double quantile) {
        requirePairs(truth, predicted);
        requireQuantile(quantile);
        return mean(i -> pinball(truth[i], predicted[i], quantile), truth.length);
    }

    static double pinball(double truth, double predicted, double quantile) {
        double above = truth - predicted;
        return above > 0 ? quantile * above : (quantile - 1) * above;
    }

    static void requireQuantile(double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a quantile lies between 0 and 1, got %s; try 0.9",
                            quantile));
        }
    }

    /**
     * Returns the part of the baseline's squared error that a forecast saves: 1 is perfect, 0 no
     * better than the baseline, below 0 worse.
     *
     * @throws IllegalArgumentException as {@link #rmse}, or if the baseline has no error
     */
    public static double skill(double[] truth, double[] predicted, double[] baseline) {
        double reference = square(rmse(truth, baseline));
        if (reference == 0) {
            throw new IllegalArgumentException(
                    "the baseline has no error at all, so nothing can be better; take another");
        }
        return 1 - square(rmse(truth, predicted)) / reference;
    }

    /**
     * Says {@link #skill} in words: {@code 24 % less squared error}, or {@code 76 % more squared error}.
     *
     * @throws IllegalArgumentException as {@link #skill}
     */
    public static String inWords(double[] truth, double[] predicted, double[] baseline) {
        double percent = 100 * skill(truth, predicted, baseline);
        double size = Math.abs(percent);
        return String.format(
                Locale.ROOT,
                size < 10 ? "%,.1f %% %s squared error" : "%,.0f %% %s squared error",
                size,
                percent < 0 ? "more" : "less");
    }

    private static double square(double x) {
        return x * x;
    }

    private static double mean(IntToDoubleFunction error, int length) {
        return IntStream.range(0, length).mapToDouble(error).sum() / length;
    }

    private static void requirePairs(double[] truth, double[] predicted) {
        Given.finite("truth", truth);
        Given.finite("predicted", predicted);
        Given.sameLength("truth", truth.length, "predicted", predicted.length);
    }
}
