package unroll.layer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Locale;

/**
 * Plain numbers with a shape, outside any engine.
 *
 * @param values row-major
 * @param shape lengths of the axes; empty for a single number
 */
@SuppressWarnings(
        "ArrayRecordComponent") // the engine and files take flat arrays; equality is by content
public record Tensor(float[] values, long[] shape) {

    public Tensor {
        long size = 1;
        for (long axis : shape) {
            if (axis < 0) {
                throw new IllegalArgumentException(
                        "an axis cannot have length " + axis + ", shape " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, axis);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "shape %s holds %d values, got %d",
                            Arrays.toString(shape),
                            size,
                            values.length));
        }
    }

    /** Copies an array out of the engine, and leaves nothing behind where that is a GPU. */
    public static Tensor of(NDArray array) {
        NDArray host = array.toDevice(Device.cpu(), false); // on a CPU the array itself
        float[] values = host.toFloatArray();
        if (host != array) {
            host.close();
        }
        return new Tensor(values, array.getShape().getShape());
    }

    /** Puts the values into an array of this shape; other holders of the array see them. */
    public void copyTo(NDArray array) {
        Require.array("the array to fill", array, 0, Integer.MAX_VALUE, ofEngine().toString());
        Require.exactly("the array to fill", ofEngine(), array.getShape());
        try (NDManager manager = array.getManager().newSubManager()) {
            array.set(new NDIndex("..."), manager.create(values, ofEngine()));
        }
    }

    Shape ofEngine() {
        return new Shape(shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && Arrays.equals(values, that.values)
                && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
