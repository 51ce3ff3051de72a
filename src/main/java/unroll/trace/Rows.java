package unroll.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Checks and copies that the records of numbers share. */
final class Rows {
    private Rows() {}

    /** Returns a value that a reader gives; who gives null is told what it was. */
    static <T> T given(String what, T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    what + ": found null, expected a value; run the cell that makes it again");
        }
        return value;
    }

    /** Returns a copy of a list in which nothing is null. */
    static List<String> names(String what, List<String> names) {
        int place = 0;
        for (String name : given(what, names)) {
            given(what + ", number " + place++, name);
        }
        return List.copyOf(names);
    }

    /** Returns a copy of a list of at least one, none of them null. */
    static List<String> some(String what, List<String> names) {
        List<String> copy = names(what, names);
        requireSome(what, copy);
        return copy;
    }

    /** Returns a copy of rows that are all as long as there are columns; every number is finite. */
    static double[][] copy(String what, double[][] rows, int height, int width) {
        given(what, rows);
        if (rows.length != height) {
            throw new IllegalArgumentException(
                    format("%s: expected %d rows, got %d", what, height, rows.length));
        }
        double[][] copy = new double[height][];
        for (int row = 0; row < height; row++) {
            if (given(what + ", row " + row, rows[row]).length != width) {
                throw new IllegalArgumentException(
                        format(
                                "%s: row %d has %d numbers, expected %d",
                                what, row, rows[row].length, width));
            }
            copy[row] = rows[row].clone();
            requireFinite(what + ", row " + row, copy[row]);
        }
        return copy;
    }

    static double[][] copy(double[][] rows) {
        return Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
    }

    static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        format("%s: number %d is %s, expected a finite one", what, i, values[i]));
            }
        }
    }

    static void requireLength(String what, double[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    format("%s: expected %d numbers, got %d", what, length, values.length));
        }
    }

    static void requireSome(String what, List<?> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException(what + ": there are none, expected at least one");
        }
    }

    static void requireDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        format("%s: '%s' is there twice, expected different names", what, name));
            }
        }
    }

    /** Returns where a name stands; who asks for one that is missing is told those there are. */
    static int index(String what, String name, List<String> names) {
        int index = names.indexOf(name);
        if (index < 0) {
            String shown = String.join(", ", names.subList(0, Math.min(20, names.size())));
            throw new IllegalArgumentException(
                    format(
                            "%s '%s' is missing; there are: %s%s",
                            what, name, shown, names.size() > 20 ? ", …" : ""));
        }
        return index;
    }

    /** Returns how many there are of what has these names: 1 query, 2 queries. */
    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** Returns a loss with its decimals; a very large one, which has none, as a power of ten. */
    static String fixed(double value, int decimals) {
        return format(Math.abs(value) < 1e7 ? "%." + decimals + "f" : "%.3e", value);
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
