package unroll.plot;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a reader's call; who passes null is told which one it was. */
final class Given {
    private Given() {}

    static <T> T one(String what, T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    what + " is null, expected a value; run the cell that makes it again");
        }
        return value;
    }

    static <T> List<T> all(String what, T[] values) {
        List<T> all = new ArrayList<>();
        for (T value : one(what, values)) {
            all.add(one(what + "[" + all.size() + "]", value));
        }
        return all;
    }
}
