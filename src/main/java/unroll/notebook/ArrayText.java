package unroll.notebook;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import unroll.plot.Digits;

/** Arrays in words: their shape and their first numbers, instead of {@code [F@1b2c3d}. */
final class ArrayText {
    private static final int ITEMS = 12;

    private ArrayText() {}

    /** Returns, for example, {@code float[2][3] [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]}. */
    static String of(Object array) {
        return type(array) + " " + items(array);
    }

    /** Returns, for example, {@code float[2][3]}; only the first row is asked for its length. */
    static String type(Object array) {
        StringBuilder type = new StringBuilder();
        Class<?> item = array.getClass();
        Object first = array;
        while (item.isArray()) {
            type.append('[').append(first == null ? "" : Array.getLength(first)).append(']');
            first = first == null || Array.getLength(first) == 0 ? null : firstOf(first);
            item = item.getComponentType();
        }
        return item.getSimpleName() + type;
    }

    private static Object firstOf(Object array) {
        Object first = Array.get(array, 0);
        return first != null && first.getClass().isArray() ? first : null;
    }

    private static String items(Object array) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        int length = Array.getLength(array);
        for (int i = 0; i < Math.min(ITEMS, length); i++) {
            text.add(item(Array.get(array, i)));
        }
        if (length > ITEMS) {
            text.add("…");
        }
        return text.toString();
    }

    /** Returns the text of a value of any kind, or why it has none. */
    static String words(Object value) {
        try {
            String text = String.valueOf(value);
            return text == null ? "(no text: toString() returned null)" : text;
        } catch (RuntimeException | StackOverflowError e) { // a value in a cell must not stop it
            return Digits.format("(no text: %s)", e.getClass().getSimpleName());
        }
    }

    private static String item(Object item) {
        if (item instanceof Double || item instanceof Float) {
            return Digits.four(((Number) item).doubleValue());
        }
        return item != null && item.getClass().isArray() ? items(item) : words(item);
    }
}
