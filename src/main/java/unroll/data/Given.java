package unroll.data;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Refuses null, which a notebook passes on where a cell above was run again. */
final class Given {
    private Given() {}

    static <T> T value(String name, T value) {
        return Objects.requireNonNull(
                value, () -> name + " is null: a cell above was re-run; run it again");
    }

    /** Returns a list that nobody changes; names the first item that is null. */
    static <T> List<T> list(String name, List<T> items) {
        int item = 0;
        for (T each : value(name, items)) {
            if (each == null) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s holds null at item %d of %d (counted from 0); leave it out",
                                name,
                                item,
                                items.size()));
            }
            item++;
        }
        return List.copyOf(items);
    }
}
