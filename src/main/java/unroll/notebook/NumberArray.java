package unroll.notebook;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import unroll.plot.Digits;

/** Any array of numbers, with its shape, as doubles in row-major order. */
final class NumberArray {
    private final List<Long> shape;
    private final double[] numbers;

    /** The same where they are whole numbers of 64 bits, of which a double has only 53; else empty. */
    private final long[] exact;

    /** Length along each axis, the outermost first; and all numbers, the last axis running fastest. */
    private NumberArray(List<Long> shape, double... numbers) {
        this(shape, numbers, new long[0]);
    }

    private NumberArray(List<Long> shape, double[] numbers, long[] exact) {
        this.shape = List.copyOf(shape);
        this.numbers = numbers;
        this.exact = exact;
    }

    private static NumberArray ofLongs(List<Long> shape, long[] exact) {
        return new NumberArray(shape, LongStream.of(exact).asDoubleStream().toArray(), exact);
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
        if (array.getDataType() == DataType.INT64) {
            return ofLongs(shape, array.toLongArray());
        }
        try (NDArray doubles = array.toType(DataType.FLOAT64, true)) {
            return new NumberArray(shape, doubles.toDoubleArray());
        }
    }

    private static NumberArray ofNumbers(Object array) {
        if (array instanceof long[] exact) {
            return ofLongs(List.of((long) exact.length), exact.clone());
        }
        double[] numbers = new double[Array.getLength(array)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Array.getDouble(array, i);
        }
        return new NumberArray(List.of((long) numbers.length), numbers);
    }

    private static NumberArray ofRows(Object array) {
        int length = Array.getLength(array);
        DoubleStream.Builder numbers = DoubleStream.builder();
        LongStream.Builder exact = LongStream.builder();
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
            DoubleStream.of(row.numbers).forEach(numbers);
            LongStream.of(row.exact).forEach(exact);
        }
        List<Long> shape = new ArrayList<>(List.of((long) length));
        shape.addAll(first);
        return new NumberArray(shape, numbers.build().toArray(), exact.build().toArray());
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

    /**
     * Returns a number as a table shows it.
     *
     * @param whole whether it is a whole number
     */
    Object item(int index, boolean whole) {
        if (exact.length > 0) {
            return exact[index];
        }
        return whole ? (Object) (long) numbers[index] : (Object) numbers[index];
    }

    /** Returns a number with all its digits if it is whole, else with four. */
    String text(int index, boolean whole) {
        return exact.length > 0 ? Long.toString(exact[index]) : written(numbers[index], whole);
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
        if (exact.length > 0) {
            LongSummaryStatistics longs = LongStream.of(exact).summaryStatistics();
            return "range " + longs.getMin() + " to " + longs.getMax();
        }
        String ends =
                "range " + written(range.getMin(), whole) + " to " + written(range.getMax(), whole);
        return whole ? ends : ends + ", " + nan;
    }

    private static String written(double value, boolean whole) {
        return whole ? Long.toString((long) value) : Digits.four(value);
    }
}
