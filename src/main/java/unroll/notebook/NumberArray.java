package unroll.notebook;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Any array of numbers, with its shape, as a list of doubles in row-major order.
 *
 * @param shape length along each axis, the outermost first
 * @param numbers all numbers, the last axis running fastest
 */
record NumberArray(List<Long> shape, List<Double> numbers) {

    /**
     * Reads an {@code NDArray}, a number, or an array (of arrays …) of numbers.
     *
     * @throws IllegalArgumentException if it is something else, or if its rows have different shapes
     */
    static NumberArray of(Object value) {
        if (value instanceof NDArray array) {
            return of(array);
        }
        if (value instanceof Number number) {
            return new NumberArray(List.of(), List.of(number.doubleValue()));
        }
        if (value == null || !value.getClass().isArray()) {
            throw new IllegalArgumentException("expected an array of numbers, found " + value);
        }
        return ofRows(value);
    }

    private static NumberArray of(NDArray array) {
        try (NDArray doubles = array.toType(DataType.FLOAT64, true)) {
            List<Double> numbers = new ArrayList<>();
            for (double number : doubles.toDoubleArray()) {
                numbers.add(number);
            }
            return new NumberArray(
                    LongStream.of(array.getShape().getShape()).boxed().toList(), numbers);
        }
    }

    private static NumberArray ofRows(Object array) {
        int length = Array.getLength(array);
        List<Long> shape = new ArrayList<>(List.of((long) length));
        List<Double> numbers = new ArrayList<>();
        List<Long> first = List.of();
        for (int i = 0; i < length; i++) {
            NumberArray row = of(Array.get(array, i));
            first = i == 0 ? row.shape : first;
            if (!row.shape.equals(first)) {
                throw new IllegalArgumentException(
                        "rows of one array need one shape: row 0 has %s, row %d has %s"
                                .formatted(first, i, row.shape));
            }
            numbers.addAll(row.numbers);
        }
        shape.addAll(first);
        return new NumberArray(shape, numbers);
    }

    int size() {
        return numbers.size();
    }

    double at(int index) {
        return numbers.get(index);
    }

    /** Returns the place of a number along each axis, such as {@code [1, 2]}. */
    List<Long> place(int index) {
        List<Long> place = new ArrayList<>(shape);
        long rest = index;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            place.set(axis, rest % shape.get(axis));
            rest /= shape.get(axis);
        }
        return place;
    }
}
