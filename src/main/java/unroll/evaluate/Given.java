package unroll.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Checks that all scores share. */
final class Given {
    private static final double ROUNDING = 1e-3;

    /** Numbers up to here can be squared and added. */
    private static final double LARGEST = 1e100;

    private Given() {}

    /** Refuses null. */
    static <T> T value(String name, T value) {
        return Objects.requireNonNull(
                value, () -> name + " is null: a cell above was re-run; run it again");
    }

    /** Refuses null, nothing at all, and holes; names the first hole. */
    static <T> List<T> list(String name, List<T> values) {
        value(name, values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is empty: give at least one item", name));
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s holds null at item %d of %d (counted from 0)",
                                name,
                                i,
                                values.size()));
            }
        }
        return values;
    }

    /** Refuses null, nothing at all, what is not a finite number, and what is too large to square. */
    static void finite(String name, double[] values) {
        value(name, values);
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is empty: give at least one item", name));
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s holds %s at item %d of %d (counted from 0)",
                                name,
                                values[i],
                                i,
                                values.length));
            }
            if (Math.abs(values[i]) > LARGEST) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s holds %s at item %d (counted from 0): numbers beyond %s cannot be squared"
                                        + " and added; bring them to another unit first",
                                name,
                                values[i],
                                i,
                                LARGEST));
            }
        }
    }

    /** Refuses two lists that cannot belong together. */
    static void sameLength(String first, int length, String second, int other) {
        if (length != other) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s has %d items, %s has %d: they must belong together, item by item",
                            first,
                            length,
                            second,
                            other));
        }
    }

    /** Refuses values below {@code least}. */
    static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%s must be %d or more, got %d", name, least, value));
        }
        return value;
    }

    /** Refuses values below {@code least} or above {@code most}. */
    static int within(String name, int value, int least, int most) {
        if (atLeast(name, value, least) > most) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%s must be %,d or less, got %,d", name, most, value));
        }
        return value;
    }

    /** Refuses what is no distribution over labels. */
    static void distribution(Map<String, Double> row, int item) {
        row.forEach(
                (label, p) -> {
                    value(String.format(Locale.ROOT, "a label of item %d", item), label);
                    value(String.format(Locale.ROOT, "p(%s) of item %d", label, item), p);
                });
        double sum = 0;
        for (double p : row.values()) {
            sum += p >= 0 ? p : Double.NaN;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the probabilities of item %d must be 0 or more and sum to 1, got %s; "
                                    + "for scores without a scale apply softmax first",
                            item,
                            row));
        }
    }
}
