package unroll.notebook;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import unroll.plot.Digits;

/** Any array of numbers, with its shape, as doubles in row-major order. */
final class NumberArray {
    private final List<Long> shape;
    private final double[] numbers;

    /** Length along each axis, the outermost first; and all numbers, the last axis running fastest. */
    private NumberArray(List<Long> shape, double... numbers) {
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
    }

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
            return new NumberArray(List.of(), number.doubleValue());
        }
        if (value == null || !value.getClass().isArray()) {
            throw new IllegalArgumentException("expected an array of numbers, found " + value);
        }
        return isNumeric(value.getClass().getComponentType()) ? ofNumbers(value) : ofRows(value);
    }

    /** Reads an array if all its rows have one shape and hold numbers. */
    static Optional<NumberArray> ifRegular(Object value) {
        try {
            return Optional.of(of(value));
        } catch (IllegalArgumentException e) { // ragged, or with rows that are not there
            return Optional.empty();
        }
    }

    private static boolean isNumeric(Class<?> item) {
        return item.isPrimitive() && item != boolean.class && item != char.class;
    }

    private static NumberArray of(NDArray array) {
        List<Long> shape = LongStream.of(array.getShape().getShape()).boxed().toList();
        if (array.size() == 0) {
            return new NumberArray(shape); // which the engines cannot copy
        }
        try (NDArray doubles = array.toType(DataType.FLOAT64, true)) {
            return new NumberArray(shape, doubles.toDoubleArray());
        }
    }

    private static NumberArray ofNumbers(Object array) {
        double[] numbers = new double[Array.getLength(array)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Array.getDouble(array, i);
        }
        return new NumberArray(List.of((long) numbers.length), numbers);
    }

    private static NumberArray ofRows(Object array) {
        int length = Array.getLength(array);
        DoubleStream.Builder numbers = DoubleStream.builder();
        List<Long> first = List.of();
        for (int i = 0; i < length; i++) {
            NumberArray row = of(Array.get(array, i));
            first = i == 0 ? row.shape : first;
            if (!row.shape.equals(first)) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "rows of one array need one shape: row 0 has %s, row %d has %s",
                                first, i, row.shape));
            }
            for (double number : row.numbers) {
                numbers.add(number);
            }
        }
        List<Long> shape = new ArrayList<>(List.of((long) length));
        shape.addAll(first);
        return new NumberArray(shape, numbers.build().toArray());
    }

    List<Long> shape() {
        return shape;
    }

    int size() {
        return numbers.length;
    }

    double at(int index) {
        return numbers[index];
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

    /**
     * Returns, for example, {@code range -1.2 to 3.4, no NaN}; empty without a number.
     *
     * @param whole whether they are whole numbers, which cannot be NaN
     */
    String spread(boolean whole) {
        if (numbers.length == 0) {
            return "";
        }
        long notNumbers = DoubleStream.of(numbers).filter(Double::isNaN).count();
        String nan = (notNumbers == 0 ? "no" : Digits.grouped(notNumbers)) + " NaN";
        DoubleSummaryStatistics range =
                DoubleStream.of(numbers).filter(n -> !Double.isNaN(n)).summaryStatistics();
        if (range.getCount() == 0) {
            return nan;
        }
        String ends =
                "range " + written(range.getMin(), whole) + " to " + written(range.getMax(), whole);
        return whole ? ends : ends + ", " + nan;
    }

    /** Returns a number with all its digits if it is whole, else with four. */
    static String written(double value, boolean whole) {
        return whole ? Long.toString((long) value) : Digits.four(value);
    }
}
