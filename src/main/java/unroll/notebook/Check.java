package unroll.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import unroll.plot.Digits;

/**
 * Judges an answer in a notebook: says nothing if it is right, and throws if it is not.
 *
 * <pre>
 *   Check.near("loss of the blind guess", myLoss, Math.log(83), 1e-3);
 *   Check.shape("hidden states", states, 5, 128);
 * </pre>
 *
 * <p>Every message says what was judged, what was expected and what was found, with as many digits as
 * tell the two apart.
 */
public final class Check {
    private static final int FEWEST_DIGITS = 4;

    /** As many as a {@code double} can need. */
    private static final int MOST_DIGITS = 17;

    private Check() {}

    /**
     * Checks that a number is within a tolerance of another.
     *
     * @throws AssertionError if it is not, or is not a number
     */
    public static void near(String what, double actual, double expected, double tolerance) {
        if (isFar(actual, expected, tolerance)) {
            int digits = digitsThatTellApart(actual, expected, tolerance);
            throw wrong(
                    what,
                    Digits.format("%s within %s", text(expected, digits), Digits.four(tolerance)),
                    Digits.format(
                            "%s, off by %s%s",
                            text(actual, digits),
                            Digits.four(actual - expected),
                            actual == 0 ? " (is the cell above filled in?)" : ""));
        }
    }

    /** Says yes also for what is not a number. */
    private static boolean isFar(double actual, double expected, double tolerance) {
        return !(Math.abs(actual - expected) <= tolerance);
    }

    /** A near miss needs more than four digits, else both numbers read the same. */
    private static int digitsThatTellApart(double actual, double expected, double tolerance) {
        int digits = FEWEST_DIGITS;
        if (Double.isFinite(actual) && Double.isFinite(expected)) {
            while (digits < MOST_DIGITS
                    && !isFar(round(actual, digits), round(expected, digits), tolerance)) {
                digits++;
            }
        }
        return digits;
    }

    private static double round(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }

    private static String text(double value, int digits) {
        return digits == FEWEST_DIGITS
                ? Digits.four(value)
                : BigDecimal.valueOf(round(value, digits)).toString();
    }

    /**
     * Checks that the numbers of an array are, one by one, within a tolerance of another's.
     *
     * @param actual an {@code NDArray}, or an array (of arrays …) of numbers
     * @param expected the same, not necessarily of the same kind
     * @throws AssertionError if the shapes differ, or if a number is too far off, naming the first
     */
    public static void near(String what, Object actual, Object expected, double tolerance) {
        NumberArray found = NumberArray.of(given(what, actual));
        NumberArray wanted = NumberArray.of(expected);
        if (!found.shape().equals(wanted.shape())) {
            throw wrong(what, "shape " + wanted.shape(), "shape " + found.shape());
        }
        for (int i = 0; i < wanted.size(); i++) {
            near(what + ", number " + wanted.place(i), found.at(i), wanted.at(i), tolerance);
        }
    }

    /**
     * Checks that a value equals another; arrays are compared by what they hold.
     *
     * @throws AssertionError if it does not
     */
    public static void equal(String what, Object actual, Object expected) {
        if (!Objects.deepEquals(actual, expected)) {
            throw wrong(what, text(expected), text(actual));
        }
    }

    /**
     * Checks how many items an array has along each axis.
     *
     * @param actual an {@code NDArray}, or an array (of arrays …) of numbers
     * @throws AssertionError if the shape differs
     */
    public static void shape(String what, Object actual, long... expected) {
        List<Long> found = NumberArray.of(given(what, actual)).shape();
        List<Long> wanted = LongStream.of(expected).boxed().toList();
        if (!found.equals(wanted)) {
            throw wrong(what, "shape " + wanted, "shape " + found);
        }
    }

    /**
     * Checks that each number is below the one before it.
     *
     * @throws AssertionError naming the first that is not
     */
    public static void decreasing(String what, double... values) {
        given(what, values);
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] < values[i - 1])) {
                throw wrong(
                        Digits.format("%s, number [%d]", what, i),
                        "less than " + Digits.four(values[i - 1]),
                        Digits.four(values[i]));
            }
        }
    }

    /**
     * Checks that a number is in a range, its ends included.
     *
     * @throws AssertionError if it is not, or is not a number
     */
    public static void between(String what, double actual, double low, double high) {
        if (!(actual >= low && actual <= high)) {
            throw wrong(
                    what,
                    Digits.format("%s to %s", Digits.four(low), Digits.four(high)),
                    Digits.four(actual));
        }
    }

    /**
     * Checks a statement.
     *
     * @param what the statement as it should be, such as {@code the tune has 8 bars or more}
     * @throws AssertionError if it does not hold
     */
    public static void that(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
    }

    private static Object given(String what, Object actual) {
        if (actual == null) {
            throw wrong(what, "a value", "null: fill in the cell above, or run it again");
        }
        return actual;
    }

    private static AssertionError wrong(String what, String expected, String found) {
        return new AssertionError(
                Digits.format("%s: expected %s, found %s", what, expected, found));
    }

    private static String text(Object value) {
        return value != null && value.getClass().isArray()
                ? ArrayText.of(value)
                : String.valueOf(value);
    }
}
