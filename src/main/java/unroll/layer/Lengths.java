package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How many places of each row of a padded batch are filled; the rest, at the end of the row, is
 * padding that no answer may depend on.
 *
 * <p>A block gets it beside its arrays: {@code body.forward(store, in, training, lengths.asOption())}
 * and {@code Lengths.in(params)} inside the block. Only a block that reads from the end has to heed
 * it; one that reads forwards meets the padding after everything else.
 */
public final class Lengths {
    private static final String OPTION = "lengths";

    private final int[] values; // (B)
    private final int time; // T

    private Lengths(int[] values, int time) {
        this.values = values;
        this.time = time;
    }

    /**
     * Returns the lengths of the rows of an array.
     *
     * @param lengths one for each row (B), int32, each in 1 .. T
     * @param x the padded rows (B, T) or (B, T, E)
     * @throws IllegalArgumentException if there are more or fewer than rows, or one is out of range
     */
    public static Lengths of(NDArray lengths, NDArray x) {
        Shape shape = x.getShape();
        Require.exactly("lengths", shape.slice(0, 1), lengths.getShape());
        int[] values = lengths.toIntArray();
        int time = (int) shape.get(1);
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 1 || values[row] > time) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "the length of row %d is %d; it must be from 1 to %d, the length of the rows",
                                row,
                                values[row],
                                time));
            }
        }
        return new Lengths(values, time);
    }

    /** Returns the lengths of rows (B, T, E) without padding. */
    public static Lengths full(NDArray x) {
        int[] values = new int[(int) x.getShape().get(0)];
        int time = (int) x.getShape().get(1);
        Arrays.fill(values, time);
        return new Lengths(values, time);
    }

    /** Returns the lengths that came with the arrays of a block, if any did. */
    public static Optional<Lengths> in(PairList<String, Object> params) {
        return Optional.ofNullable(params).map(all -> (Lengths) all.get(OPTION));
    }

    /** Returns what brings these lengths to a block. */
    public PairList<String, Object> asOption() {
        PairList<String, Object> params = new PairList<>();
        params.add(OPTION, this);
        return params;
    }

    /** Refuses answers (B, T, W) of other rows, of which a place would be foreign memory. */
    void requireOf(NDArray y) {
        Require.array("the padded rows", y, 3, 3, "(batch, time, width)");
        Shape rows = new Shape(values.length, time, y.getShape().get(2));
        Require.exactly("the padded rows", rows, y.getShape());
    }

    /** Returns whether nothing is padded. */
    boolean fillAll() {
        return Arrays.stream(values).allMatch(length -> length == time);
    }

    /** Returns every row (T, W) read from its own end, the padding still behind it; y (B, T, W). */
    NDArray reversed(NDArray y) {
        int[] places = new int[values.length * time];
        for (int row = 0; row < values.length; row++) {
            for (int t = 0; t < time; t++) {
                int from = t < values[row] ? values[row] - 1 - t : t;
                places[row * time + t] = row * time + from;
            }
        }
        return places(y, places).reshape(y.getShape());
    }

    /** Returns what stands at the last filled place of each row, (B, W). */
    NDArray last(NDArray y) {
        int[] places = new int[values.length];
        Arrays.setAll(places, row -> row * time + values[row] - 1);
        return places(y, places);
    }

    /** Returns what stands at the first place of each row, (B, W). */
    NDArray first(NDArray y) {
        int[] places = new int[values.length];
        Arrays.setAll(places, row -> row * time);
        return places(y, places);
    }

    /** Takes rows of y (B, T, W) by their number b T + t; the one way both engines can go back. */
    private static NDArray places(NDArray y, int[] numbers) {
        NDArray rows = y.reshape(-1, y.getShape().get(2)); // (B T, W)
        NDArray index = y.getManager().create(numbers);
        return Embedding.embedding(index, rows, SparseFormat.DENSE).head();
    }

    /** Returns 1 where a place is filled and 0 where it is padding, (B, T, 1). */
    NDArray mask(NDManager manager) {
        float[] mask = new float[values.length * time];
        for (int row = 0; row < values.length; row++) {
            Arrays.fill(mask, row * time, row * time + values[row], 1);
        }
        return manager.create(mask, new Shape(values.length, time, 1));
    }

    /** Returns how many places of each row are filled, as numbers to divide by, (B, 1). */
    NDArray counts(NDManager manager) {
        float[] counts = new float[values.length];
        for (int row = 0; row < counts.length; row++) {
            counts[row] = values[row];
        }
        return manager.create(counts, new Shape(counts.length, 1));
    }
}
