package unroll.notebook;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.plot.Tables;

/** Arrays as a reader wants them: type, shape, range, what is not a number, and the first numbers. */
final class ArrayBundle {
    private static final int SHOWN = 12;

    /** Numbers of a tensor that are looked at; more would be copied out of the engine for one line. */
    private static final int LOOKED_AT = 4_000_000;

    private ArrayBundle() {}

    /** Returns a Java array in words and, where it has rows and columns, as a table. */
    static Map<String, Object> of(Object array) {
        Optional<NumberArray> numbers = NumberArray.ifRegular(array);
        String text = ArrayText.of(array);
        if (numbers.isEmpty()) {
            return Map.of(Bundle.TEXT, text);
        }
        boolean whole = !text.startsWith("float") && !text.startsWith("double");
        String spread = numbers.get().spread(whole);
        if (numbers.get().size() > SHOWN) {
            text += ", " + spread;
        }
        List<Long> shape = numbers.get().shape();
        return bundle(ArrayText.type(array) + ", " + spread, text, shape, numbers.get(), whole);
    }

    /** Returns a tensor in words and, where it has rows and columns, as a table. */
    static Map<String, Object> of(NDArray array) {
        List<Long> shape = LongStream.of(array.getShape().getShape()).boxed().toList();
        DataType type = array.getDataType();
        boolean whole = !type.isFloating();
        NumberArray numbers = first(array);
        String spread = numbers.spread(whole);
        if (array.size() > numbers.size()) {
            spread += " in the first " + Digits.grouped(numbers.size()) + " numbers";
        }
        String name =
                Digits.format(
                        "NDArray %s %s on %s%s",
                        array.getShape(),
                        type.name().toLowerCase(Locale.ROOT),
                        array.getDevice(),
                        spread.isEmpty() ? "" : ", " + spread);
        return bundle(name, name + ": " + start(numbers, whole), shape, numbers, whole);
    }

    private static NumberArray first(NDArray array) {
        try (Inference quiet = Engines.quiet()) {
            if (array.size() <= LOOKED_AT) {
                return NumberArray.of(array);
            }
            try (NDArray flat = array.flatten();
                    NDArray head = flat.get("0:" + LOOKED_AT)) {
                return NumberArray.of(head);
            }
        }
    }

    private static Map<String, Object> bundle(
            String name, String text, List<Long> shape, NumberArray numbers, boolean whole) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        if (shape.size() >= 2 && numbers.size() > 0) {
            bundle.put(Bundle.HTML, table(name, shape, numbers, whole));
        }
        bundle.put(Bundle.TEXT, text);
        return bundle;
    }

    /** Returns the first rows and columns along the last two axes. */
    private static String table(String name, List<Long> shape, NumberArray numbers, boolean whole) {
        int axes = shape.size();
        long width = shape.get(axes - 1);
        int columns = (int) Math.min(SHOWN, width);
        long there = Math.min(shape.get(axes - 2), Math.max(1, numbers.size() / width));
        int rows = (int) Math.min(SHOWN, there);
        boolean wider = columns < width;
        List<List<Object>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Object> line = new ArrayList<>(List.of(row));
            for (int column = 0; column < columns; column++) {
                line.add(numbers.item((int) (row * width) + column, whole));
            }
            cells.add(cut(line, wider));
        }
        if (rows < shape.get(axes - 2)) {
            List<Object> more = new ArrayList<>();
            IntStream.rangeClosed(0, columns).forEach(column -> more.add("…"));
            cells.add(cut(more, wider));
        }
        List<Object> header = new ArrayList<>(List.of(""));
        IntStream.range(0, columns).forEach(header::add);
        List<String> names = cut(header, wider).stream().map(String::valueOf).toList();
        String part = axes > 2 ? "; the first matrix of the last two axes" : "";
        return Tables.of(name + part, names, cells).html();
    }

    private static List<Object> cut(List<Object> line, boolean wider) {
        if (wider) {
            line.add("…");
        }
        return line;
    }

    /** Returns the first numbers, in the order of memory. */
    private static String start(NumberArray numbers, boolean whole) {
        String first =
                IntStream.range(0, Math.min(SHOWN, numbers.size()))
                        .mapToObj(i -> numbers.text(i, whole))
                        .collect(Collectors.joining(", "));
        return numbers.size() > SHOWN ? first + ", …" : first;
    }
}
