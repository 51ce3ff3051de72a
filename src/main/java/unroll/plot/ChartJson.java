package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * Plotly JSON as it is made: the frame, axes, lines and notes that all our charts share.
 *
 * <p>Titles, names and notes are given as they read; markup in them is shown, not obeyed.
 */
final class ChartJson {
    /** Points written of one line at most, so that a long run stays a small figure. */
    static final int POINTS = 1500;

    static final int WIDTH = 720;

    /** From labels to the title below them: Plotly's own would put it onto the lower border. */
    private static final int STANDOFF = 8;

    /** How much of its colour a band has, so that lines and other bands are seen through it. */
    private static final double BAND = 0.22;

    /** Digits written of a number: as many as a float has. */
    private static final MathContext FLOAT = new MathContext(7);

    private final ObjectNode plotly = PlotlyJson.object();
    private final ArrayNode data = plotly.putArray("data");
    private final ObjectNode layout = plotly.putObject("layout");
    private final ArrayNode annotations = layout.putArray("annotations");

    ChartJson(String title, int width, int height) {
        titled(layout, title).put("x", 0.02);
        layout.put("width", width).put("height", height);
        layout.put("paper_bgcolor", "white").put("plot_bgcolor", "white");
        margin(60, 20, 70, 50);
    }

    ObjectNode layout() {
        return layout;
    }

    /** Sets the room around the axes, in pixels. */
    ChartJson margin(int left, int right, int top, int bottom) {
        ObjectNode margin = layout.putObject("margin");
        margin.put("l", left).put("r", right).put("t", top).put("b", bottom);
        return this;
    }

    /** Puts the legend into rows between title and axes. */
    ChartJson legend() {
        layout.putObject("legend").put("orientation", "h").put("y", 1.01).put("yanchor", "bottom");
        return this;
    }

    /** Adds {@code xaxis}, {@code yaxis2} … with a grid; an empty title is none. */
    ObjectNode axis(String name, String title) {
        ObjectNode axis = layout.putObject(name);
        axis.put("gridcolor", Palette.GRID).put("zeroline", false);
        if (!title.isEmpty()) {
            ObjectNode named = titled(axis, title);
            if (name.startsWith("x")) {
                named.put("standoff", STANDOFF);
            }
        }
        return axis;
    }

    ArrayNode annotations() {
        return annotations;
    }

    /** Adds a trace as it is. */
    void add(JsonNode trace) {
        data.add(trace);
    }

    /** Returns the so-many-th trace, counted from 0. */
    ObjectNode trace(int index) {
        return (ObjectNode) data.get(index);
    }

    ObjectNode trace(String type, String name) {
        return data.addObject().put("type", type).put("name", PlotlyJson.literal(name));
    }

    /** Adds a line through points, thinned where there are too many to be seen; NaN is a gap. */
    ObjectNode line(String name, double[] x, double[] y, String color) {
        ObjectNode trace = trace("scatter", name).put("mode", "lines");
        int[] kept = Thin.keep(y, POINTS);
        ArrayNode xs = trace.putArray("x");
        ArrayNode ys = trace.putArray("y");
        for (int i : kept) {
            add(xs, x[i]);
            add(ys, y[i]);
        }
        trace.putObject("line").put("color", color);
        return trace;
    }

    /** Changes how a line is drawn. */
    static ObjectNode style(ObjectNode line, String dash, double width) {
        ((ObjectNode) line.get("line")).put("dash", dash).put("width", width);
        return line;
    }

    /** Marks the points of a line as the so-many-th series. */
    static ObjectNode marked(ObjectNode line, int series) {
        line.put("mode", "lines+markers");
        line.putObject("marker").put("symbol", Palette.marker(series)).put("size", 7);
        return line;
    }

    /** Adds the area between two lines, in a pale shade of a colour, under its name. */
    void band(double[] x, double[] low, double[] high, String color, String name) {
        edge(name + ", low", x, low, color);
        edge(name, x, high, color)
                .put("showlegend", true)
                .put("fill", "tonexty")
                .put("fillcolor", Rgb.parse(color).fade(BAND).css());
    }

    private ObjectNode edge(String name, double[] x, double[] y, String color) {
        ObjectNode edge = style(line(name, x, y, color), "solid", 0);
        return edge.put("showlegend", false).put("hoverinfo", "skip");
    }

    /** Adds a text; the caller says where. */
    ObjectNode note(String text, String color) {
        ObjectNode note =
                annotations
                        .addObject()
                        .put("text", PlotlyJson.literal(text))
                        .put("showarrow", false);
        note.putObject("font").put("color", color).put("size", 12);
        return note;
    }

    /** Adds a text whose place is given in parts of the frame around all axes. */
    ObjectNode caption(String text, double x, double y) {
        return note(text, Palette.INK)
                .put("xref", "paper")
                .put("yref", "paper")
                .put("x", round(x))
                .put("y", round(y))
                .put("xanchor", "center")
                .put("yanchor", "bottom");
    }

    Content content(String summary, Supplier<Table> table) {
        return new Content(plotly, summary, table);
    }

    static ObjectNode titled(ObjectNode parent, String text) {
        return parent.putObject("title").put("text", PlotlyJson.literal(text));
    }

    static void put(ObjectNode parent, String field, double[] values) {
        ArrayNode array = parent.putArray(field);
        for (double value : values) {
            add(array, value);
        }
    }

    static void put(ObjectNode parent, String field, List<String> texts) {
        ArrayNode array = parent.putArray(field);
        texts.forEach(text -> array.add(PlotlyJson.literal(text)));
    }

    static void add(ArrayNode array, double value) {
        if (!Double.isFinite(value)) {
            array.addNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            array.add((long) value);
        } else {
            array.add(round(value));
        }
    }

    static double round(double value) {
        return BigDecimal.valueOf(value).round(FLOAT).doubleValue();
    }
}
