package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What of the data of a figure is there: missing values have no place in a picture. */
final class Present {
    private static final List<String> FIELDS =
            List.of("x", "y", "z", "open", "high", "low", "close", "values");

    private Present() {}

    /** Returns how many points, bars or cells of a trace have all their values. */
    static int count(JsonNode trace) {
        if (trace.path("z").path(0).isArray()) {
            return (int)
                    StreamSupport.stream(trace.path("z").spliterator(), false)
                            .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                            .filter(cell -> !cell.isNull())
                            .count();
        }
        List<JsonNode> columns =
                FIELDS.stream().map(trace::path).filter(column -> !column.isMissingNode()).toList();
        int size = columns.stream().mapToInt(JsonNode::size).max().orElse(0);
        return (int)
                IntStream.range(0, size)
                        .filter(i -> columns.stream().allMatch(column -> has(column, i)))
                        .count();
    }

    private static boolean has(JsonNode column, int i) {
        return !column.isArray() || (column.has(i) && !column.path(i).isNull());
    }

    private static boolean isEmpty(JsonNode trace) {
        return FIELDS.stream().anyMatch(trace::has) && count(trace) == 0;
    }

    /** Writes into a figure that it has no data, if it has none. */
    static void say(ObjectNode plotly) {
        JsonNode data = plotly.path("data");
        boolean empty = StreamSupport.stream(data.spliterator(), false).allMatch(Present::isEmpty);
        if (data.isEmpty() || !empty) {
            return;
        }
        ObjectNode note = plotly.withObject("/layout").withArray("/annotations").addObject();
        note.put("text", "no data").put("showarrow", false);
        note.put("xref", "paper").put("x", 0.5).put("xanchor", "center");
        note.put("yref", "paper").put("y", 0.5).put("yanchor", "middle");
        note.putObject("font").put("color", Palette.INK).put("size", 16);
    }
}
