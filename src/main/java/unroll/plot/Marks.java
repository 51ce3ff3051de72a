package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes of each trace of a figure what is drawn, and puts it on its panel. */
final class Marks {
    private static final Set<String> BARS = Set.of("bar", "histogram");
    private static final Set<String> HEATS = Set.of("heatmap", "histogram2d");
    private static final Set<String> GROUPS = Set.of("box", "violin");

    private final JsonNode layout;
    private final Axes axes;
    private final List<JsonNode> traces = new ArrayList<>();
    private final Map<String, Panel> panels = new LinkedHashMap<>();
    private final Space space;
    private final List<Mark> named = new ArrayList<>();

    Marks(JsonNode plotly, Axes axes) {
        this.layout = plotly.path("layout");
        this.axes = axes;
        this.space = new Space(layout.path("scene"));
        for (JsonNode trace : plotly.path("data")) {
            JsonNode visible = trace.path("visible");
            if (visible.asBoolean(true) && !visible.asText().equals("legendonly")) {
                traces.add(trace);
            }
        }
        traces.stream().filter(Marks::onAxes).forEach(this::see);
        for (int i = 0; i < traces.size(); i++) {
            add(traces.get(i), i);
        }
    }

    List<Panel> panels() {
        return List.copyOf(panels.values());
    }

    /** Returns what the legend may name, in the order of the traces. */
    List<Mark> named() {
        return named;
    }

    private static String type(JsonNode trace) {
        return Read.text(trace.path("type"), "scatter");
    }

    private static boolean onAxes(JsonNode trace) {
        return switch (type(trace)) {
            case "scatter",
                    "scattergl",
                    "bar",
                    "histogram",
                    "histogram2d",
                    "box",
                    "violin",
                    "heatmap",
                    "contour",
                    "histogram2dcontour",
                    "candlestick",
                    "ohlc",
                    "image" ->
                    true;
            default -> false;
        };
    }

    private void see(JsonNode trace) {
        axes.x(trace).see(trace.path("x"));
        axes.y(trace).see(trace.path("y"));
        if (GROUPS.contains(type(trace)) && !(trace.has("x") && trace.has("y"))) {
            Ruler across = BoxMark.isLevel(trace) ? axes.y(trace) : axes.x(trace);
            across.see(PlotlyJson.object().putArray("names").add(TextNode.valueOf("name")));
        }
    }

    private void add(JsonNode trace, int index) {
        Panel.Layer layer = layer(trace);
        if (!BARS.contains(type(trace))) {
            put(layer, mark(trace, Look.of(trace, index), layer), trace);
            return;
        }
        List<Integer> together = together(trace);
        if (together.get(0) == index) {
            List<JsonNode> bars = together.stream().map(traces::get).toList();
            List<Look> looks = together.stream().map(i -> Look.of(traces.get(i), i)).toList();
            List<Mark> marks = Bars.of(bars, looks, layout, layer.x(), layer.y());
            for (int i = 0; i < marks.size(); i++) {
                put(layer, marks.get(i), bars.get(i));
            }
        }
    }

    private void put(Panel.Layer layer, Mark mark, JsonNode trace) {
        layer.marks().add(mark);
        if (trace.path("showlegend").asBoolean(true)) {
            named.add(mark);
        }
    }

    /** Returns which traces are bars that stand beside or on one another. */
    private List<Integer> together(JsonNode trace) {
        return IntStream.range(0, traces.size())
                .filter(i -> BARS.contains(type(traces.get(i))))
                .filter(i -> axes.x(traces.get(i)) == axes.x(trace))
                .filter(i -> axes.y(traces.get(i)) == axes.y(trace))
                .boxed()
                .toList();
    }

    private Mark mark(JsonNode trace, Look look, Panel.Layer layer) {
        Ruler x = layer.x();
        Ruler y = layer.y();
        return switch (type(trace)) {
            case "scatter", "scattergl" -> new LineMark(trace, look, x, y, before(layer));
            case "box" -> new BoxMark(trace, look, x, y);
            case "violin" -> new ViolinMark(trace, look, x, y);
            case "heatmap" -> new HeatMark(trace, Cells.of(trace, x, y), x, y, rectangles());
            case "histogram2d" ->
                    new HeatMark(trace, Cells.counted(trace, x, y), x, y, rectangles());
            case "histogram2dcontour" -> new ContourMark(trace, Cells.counted(trace, x, y), x, y);
            case "contour" -> new ContourMark(trace, Cells.of(trace, x, y), x, y);
            case "candlestick", "ohlc" -> new PriceMark(trace, look, x, y);
            case "image" -> new ImageMark(trace, x, y);
            case "pie" -> new PieMark(trace);
            case "scatter3d" -> new CloudMark(trace, look, space);
            default -> new UnknownMark(type(trace));
        };
    }

    /** Returns how many rectangles each of the heat maps may have. */
    private int rectangles() {
        long maps = traces.stream().filter(trace -> HEATS.contains(type(trace))).count();
        return (int) (HeatMark.RECTANGLES / maps);
    }

    private static LineMark before(Panel.Layer layer) {
        LineMark last = null;
        for (Mark mark : layer.marks()) {
            last = mark instanceof LineMark line ? line : last;
        }
        return last;
    }

    private Panel.Layer layer(JsonNode trace) {
        if (onAxes(trace)) {
            Ruler x = axes.x(trace);
            Ruler y = axes.y(trace);
            Ruler baseX = axes.base(x);
            Ruler baseY = axes.base(y);
            return panels.computeIfAbsent(baseX.id() + baseY.id(), key -> new Panel(baseX, baseY))
                    .layer(x, y);
        }
        boolean solid = type(trace).equals("scatter3d");
        JsonNode domain = (solid ? layout.path("scene") : trace).path("domain");
        Ruler[] hidden = Axes.hidden(domain);
        String key = solid ? "scene" : "part " + panels.size();
        boolean first = !panels.containsKey(key);
        Panel panel = panels.computeIfAbsent(key, k -> new Panel(hidden[0], hidden[1]));
        Panel.Layer layer = panel.layer(panel.x(), panel.y());
        if (solid && first) {
            layer.marks().add(space);
        }
        return layer;
    }
}
