package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the rows and columns of cells into the order of their numbers.
 *
 * <p>Tablesaw sorts the values of a column as words: 0, 1, 10, 11, 2. Drawn at their numbers in that
 * order, cells would lie on one another.
 */
final class CellOrder {
    private CellOrder() {}

    /** Changes the figure in place. */
    static void ascending(ObjectNode plotly) {
        for (JsonNode trace : plotly.path("data")) {
            if (trace.path("z") instanceof ArrayNode rows && rows.path(0).isArray()) {
                int[] y = order(trace.path("y"), rows.size());
                sort((ObjectNode) trace, "y", y);
                sort(rows, y);
                int[] x = order(trace.path("x"), rows.path(0).size());
                sort((ObjectNode) trace, "x", x);
                rows.forEach(row -> sort((ArrayNode) row, x));
            }
        }
    }

    /** Returns the places of the numbers from the least to the greatest; as they are if words. */
    private static int[] order(JsonNode places, int size) {
        boolean sortable = places.size() == size;
        for (JsonNode place : places) {
            sortable &= place.isNumber();
        }
        IntStream all = IntStream.range(0, size);
        return !sortable
                ? all.toArray()
                : all.boxed()
                        .sorted(Comparator.comparingDouble(i -> places.path(i).doubleValue()))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private static void sort(ObjectNode trace, String side, int[] order) {
        if (trace.path(side) instanceof ArrayNode places && places.size() == order.length) {
            sort(places, order);
        }
    }

    private static void sort(ArrayNode items, int[] order) {
        if (items.size() != order.length) {
            return; // a row that is shorter than others
        }
        List<JsonNode> before = new ArrayList<>();
        items.forEach(before::add);
        for (int i = 0; i < order.length; i++) {
            items.set(i, before.get(order[i]));
        }
    }
}
