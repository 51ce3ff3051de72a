package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One line or cloud of points as it is drawn.
 *
 * @param name what the legend calls it
 * @param points in the order in which they are joined
 * @param lines whether points are joined
 * @param markers whether points are marked
 * @param inLegend whether the legend names it
 * @param style its look
 */
record Series(
        String name,
        List<Point> points,
        boolean lines,
        boolean markers,
        boolean inLegend,
        Style style) {

    /** Points drawn of one line at most; more than three for each pixel are not seen. */
    private static final int LIMIT = 3000;

    /** A place in the data; a word stands at its number, and NaN is a gap in the line. */
    record Point(double x, double y) {}

    /** Colour, dash and width of the line, symbol and size in pixels of the markers. */
    record Style(String color, String dash, double width, String symbol, double size) {}

    /**
     * Reads a trace of type {@code scatter}.
     *
     * @param index its place in the figure, from which follows the look that it does not state
     * @param places where each word of the horizontal axis stands; empty if it holds numbers
     */
    static Series of(JsonNode trace, int index, Map<String, Integer> places) {
        String mode = trace.path("mode").asText("lines+markers");
        double[] y =
                IntStream.range(0, trace.path("y").size()).mapToDouble(i -> y(trace, i)).toArray();
        return new Series(
                Html.unescape(trace.path("name").asText()),
                IntStream.of(Thin.keep(y, LIMIT))
                        .mapToObj(i -> new Point(x(trace, i, places), y[i]))
                        .toList(),
                mode.contains("lines"),
                mode.contains("markers"),
                trace.path("showlegend").asBoolean(true) && !trace.path("name").asText().isEmpty(),
                style(trace, index));
    }

    private static Style style(JsonNode trace, int index) {
        JsonNode line = trace.path("line");
        JsonNode marker = trace.path("marker");
        String color = text(line.path("color"), text(marker.path("color"), Palette.color(index)));
        return new Style(
                color,
                text(line.path("dash"), Palette.dash(index)),
                line.path("width").asDouble(2),
                text(marker.path("symbol"), Palette.marker(index)),
                marker.path("size").asDouble(7));
    }

    private static String text(JsonNode node, String otherwise) {
        return node.isTextual() ? node.textValue() : otherwise;
    }

    private static double x(JsonNode trace, int i, Map<String, Integer> places) {
        JsonNode value = trace.path("x").path(i);
        if (trace.path("x").isMissingNode()) {
            return i;
        }
        if (!places.isEmpty()) {
            return places.get(value.asText());
        }
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static double y(JsonNode trace, int i) {
        JsonNode value = trace.path("y").path(i);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }
}
