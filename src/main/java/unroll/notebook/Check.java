package unroll.notebook;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import unroll.plot.Digits;

/**
 * Judges an answer in a notebook: says nothing if it is right, and throws if it is not.
 *
 * <pre>
 *   Check.near("loss of the blind guess", myLoss, Math.log(83), 1e-3);
 *   Check.shape("hidden states", states, 5, 128);
 * </pre>
 *
 * <p>Every message says what was judged, what was expected and what was found.
 */
public final class Check {
    private Check() {}

    /**
     * Checks that a number is within a tolerance of another.
     *
     * @throws AssertionError if it is not, or is not a number
     */
    public static void near(String what, double actual, double expected, double tolerance) {
        if (!(Math.abs(actual - expected) <= tolerance)) {
            throw wrong(
                    what,
                    "%s within %s".formatted(Digits.four(expected), Digits.four(tolerance)),
                    "%s, off by %s".formatted(Digits.four(actual), Digits.four(actual - expected)));
        }
    }

    /**
     * Checks that numbers are, one by one, within a tolerance of others.
     *
     * @throws AssertionError if one is not, naming the first, or if there are more or fewer
     */
    public static void near(String what, float[] actual, float[] expected, double tolerance) {
        given(what, actual);
        if (actual.length != expected.length) {
            throw wrong(what, expected.length + " numbers", actual.length + " numbers");
        }
        for (int i = 0; i < expected.length; i++) {
            near("%s, number [%d]".formatted(what, i), actual[i], expected[i], tolerance);
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
     * @param actual an array of arrays …; a {@code long[]} is taken as the shape itself, as {@code
     *     ndarray.getShape().getShape()} gives it
     * @throws AssertionError if the shape differs or rows have different lengths
     */
    public static void shape(String what, Object actual, long... expected) {
        given(what, actual);
        List<Long> found = new ArrayList<>();
        if (actual instanceof long[] shape) {
            java.util.Arrays.stream(shape).forEach(found::add);
        } else {
            measure(what, actual, found);
        }
        List<Long> wanted = java.util.Arrays.stream(expected).boxed().toList();
        if (!found.equals(wanted)) {
            throw wrong(what, "shape " + wanted, "shape " + found);
        }
    }

    private static void measure(String what, Object array, List<Long> shape) {
        if (array == null || !array.getClass().isArray()) {
            return;
        }
        int length = Array.getLength(array);
        shape.add((long) length);
        if (length == 0 || !array.getClass().getComponentType().isArray()) {
            return;
        }
        List<Long> first = new ArrayList<>();
        measure(what, Array.get(array, 0), first);
        for (int i = 1; i < length; i++) {
            List<Long> other = new ArrayList<>();
            measure(what, Array.get(array, i), other);
            if (!other.equals(first)) {
                throw wrong(
                        what,
                        "rows of one shape",
                        "row 0 is " + first + ", row " + i + " is " + other);
            }
        }
        shape.addAll(first);
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
                        "%s, number [%d]".formatted(what, i),
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
                    "%s to %s".formatted(Digits.four(low), Digits.four(high)),
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

    private static void given(String what, Object actual) {
        if (actual == null) {
            throw wrong(what, "a value", "null: fill in the cell above, or run it again");
        }
    }

    private static AssertionError wrong(String what, String expected, String found) {
        return new AssertionError("%s: expected %s, found %s".formatted(what, expected, found));
    }

    private static String text(Object value) {
        return value != null && value.getClass().isArray()
                ? Arrays.text(value)
                : String.valueOf(value);
    }
}
