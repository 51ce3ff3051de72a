package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives a figure the looks that it leaves open, so that its interactive form and its still picture
 * agree: colours of enough contrast, and dashes, symbols and patterns beside them.
 */
final class PlotlyLook {
    private static final List<String> PATTERNS = List.of("", "-", ".", "|", "+");
    private static final Set<String> COLORED =
            Set.of("heatmap", "contour", "histogram2d", "histogram2dcontour");
    private static final double WIDEST = 40;

    /** A pattern lies on the colour of its bar, as it is drawn here, and does not replace it. */
    static final String OVER = "overlay";

    private PlotlyLook() {}

    /** Returns the pattern of the so-many-th kind of bars, by Plotly's name; the first has none. */
    static String pattern(int series) {
        return PATTERNS.get(series % PATTERNS.size());
    }

    /** Changes the figure in place. */
    static void dress(ObjectNode plotly) {
        ObjectNode layout = (ObjectNode) plotly.get("layout");
        if (!layout.has("colorway")) {
            Palette.COLORS.forEach(layout.putArray("colorway")::add);
        }
        List<ObjectNode> lines = new ArrayList<>();
        List<ObjectNode> clouds = new ArrayList<>();
        List<ObjectNode> bars = new ArrayList<>();
        for (JsonNode node : plotly.path("data")) {
            ObjectNode trace = (ObjectNode) node;
            String type = trace.path("type").asText("scatter");
            String mode = trace.path("mode").asText("lines+markers");
            if (COLORED.contains(type) && !trace.has("colorscale")) {
                trace.set("colorscale", ColorScale.SEQUENTIAL.json());
            } else if (type.equals("bar") || type.equals("histogram")) {
                bars.add(trace);
            } else if (type.startsWith("scatter")) {
                (mode.contains("lines") ? lines : clouds).add(trace);
                bubbles(trace.path("marker"));
            }
        }
        differ(lines, "line", "dash", Palette.DASHES);
        differ(clouds, "marker", "symbol", Palette.MARKERS);
        if (bars.size() > 1) {
            bars.forEach(bar -> bar.withObject("/marker").withObject("/pattern"));
            for (int i = 0; i < bars.size(); i++) {
                ObjectNode pattern = bars.get(i).withObject("/marker").withObject("/pattern");
                stated(pattern, "shape", pattern(i));
                stated(pattern, "fillmode", OVER);
            }
        }
    }

    private static void differ(
            List<ObjectNode> traces, String part, String name, List<String> looks) {
        for (int i = 0; i < traces.size() && traces.size() > 1; i++) {
            stated(traces.get(i).withObject("/" + part), name, looks.get(i % looks.size()));
        }
    }

    private static void stated(ObjectNode part, String name, String value) {
        if (!part.has(name)) {
            part.put(name, value);
        }
    }

    /** Sizes given as plain numbers of the data would be specks, or hide one another. */
    private static void bubbles(JsonNode marker) {
        if (!(marker.path("size") instanceof ArrayNode sizes) || marker.has("sizeref")) {
            return;
        }
        double most = 0;
        for (JsonNode size : sizes) {
            most = Math.max(most, Read.number(size, 0));
        }
        boolean area = marker.path("sizemode").asText().equals("area");
        double widest = area ? Math.sqrt(most) : most;
        if (most > 0 && (widest < WIDEST / 4 || widest > WIDEST * 3)) {
            ((ObjectNode) marker).put("sizeref", area ? most / (WIDEST * WIDEST) : most / WIDEST);
        }
    }
}
