package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** The checks that every block makes before the engine sees an array. */
final class Require {

    private Require() {}

    static int positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + value);
        }
        return value;
    }

    static int atMost(String what, int value, int most) {
        if (value > most) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%s can be at most %,d, got %,d", what, most, value));
        }
        return value;
    }

    /** Refuses an axis that no Java array could have; a cast would silently make it a short one. */
    static long axis(String what, long length) {
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s must be at least 1 and at most %d, got %d",
                            what,
                            Integer.MAX_VALUE,
                            length));
        }
        return length;
    }

    static void initialised(String name, Block block) {
        if (!block.isInitialized()) {
            throw new IllegalStateException(
                    name
                            + " has no weights yet; call initialize(manager, DataType.FLOAT32,"
                            + " shape of the input) first");
        }
    }

    /** Refuses a list with too few or too many arrays. */
    static void count(String block, String expected, int least, int most, NDList in) {
        if (in.size() != least && in.size() != most) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%s takes %s, got %d arrays", block, expected, in.size()));
        }
    }

    /** Refuses null, a closed array, or one of a rank outside {@code ranks}. */
    static void array(String what, NDArray array, int leastRank, int mostRank, String expected) {
        Objects.requireNonNull(
                array, () -> what + " is null: a cell above was re-run; run it again");
        if (array.isReleased()) {
            throw new IllegalStateException(
                    what
                            + " is closed: its manager was closed before the block used it; create it"
                            + " in a manager that is still open");
        }
        int rank = array.getShape().dimension();
        if (rank < leastRank || rank > mostRank) {
            throw shape(what, expected, array.getShape(), "");
        }
    }

    static void floats(String what, NDArray array) {
        if (array.getDataType() != DataType.FLOAT32) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s must hold float32 values, got %s; convert it with"
                                    + " toType(DataType.FLOAT32, false)",
                            what,
                            array.getDataType()));
        }
    }

    /** Refuses an array whose last axis is not {@code width} long. */
    static void width(String what, Shape given, long width, String expected) {
        if (given.get(given.dimension() - 1) != width) {
            throw shape(
                    what,
                    expected,
                    given,
                    String.format(
                            Locale.ROOT,
                            "; the last axis has %d values, the block was made for %d",
                            given.get(given.dimension() - 1),
                            width));
        }
    }

    static void exactly(String what, Shape expected, Shape given) {
        if (!expected.equals(given)) {
            throw shape(what, expected.toString(), given, "");
        }
    }

    /** Refuses ids (B) or (B, T) outside 0 .. count-1; MXNet would silently take the nearest. */
    static void ids(String what, NDArray ids, long count) {
        long length = ids.getShape().dimension() == 1 ? 1 : ids.getShape().get(1);
        long[] values =
                switch (ids.getDataType()) {
                    case INT64 -> ids.toLongArray();
                    case INT32 -> Arrays.stream(ids.toIntArray()).asLongStream().toArray();
                    default ->
                            throw new IllegalArgumentException(
                                    String.format(
                                            Locale.ROOT,
                                            "%s ids must be int32 or int64, got %s",
                                            what,
                                            ids.getDataType()));
                };
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] >= count) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "%s id %d at batch %d, position %d: the vocabulary has %d entries (0..%d)",
                                what,
                                values[i],
                                i / length,
                                i % length,
                                count,
                                count - 1));
            }
        }
    }

    static IllegalArgumentException shape(String what, String expected, Shape given, String more) {
        return new IllegalArgumentException(
                String.format(
                        Locale.ROOT,
                        "%s must have shape %s, got %s%s",
                        what,
                        expected,
                        given,
                        more));
    }
}
