package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A matrix of coloured cells in one panel, the first row at the top.
 *
 * @param values shape (rows, columns); NaN is an empty cell
 * @param rows labels; empty for none
 * @param columns labels; empty for none
 * @param shades the colours
 * @param low number of the first colour
 * @param high number of the last colour
 * @param texts what stands in the cells, same shape; empty for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // copied by whoever makes it, never compared
record Heat(
        double[][] values,
        List<String> rows,
        List<String> columns,
        ColorScale shades,
        double low,
        double high,
        List<List<String>> texts) {

    /** Cells of a side with numbers in them at most; more of them are not read. */
    static final int NUMBERED = 20;

    private static final int LABELS = 40;
    private static final int CELL_TEXT = 11;
    private static final String EMPTY_CELL = "#ececec";

    /** Returns the matrix with what fits its numbers: diverging colours where some are negative. */
    static Heat of(double[][] values, List<String> rows, List<String> columns) {
        DoubleSummaryStatistics finite = all(values).filter(Double::isFinite).summaryStatistics();
        double low = finite.getCount() == 0 ? 0 : finite.getMin();
        double high = finite.getCount() == 0 ? 1 : finite.getMax();
        if (low < 0) {
            double most = Math.max(-low, high);
            return new Heat(values, rows, columns, ColorScale.DIVERGING, -most, most, List.of());
        }
        double top = high > low ? high : ColorBar.Range.above(low);
        return new Heat(values, rows, columns, ColorScale.SEQUENTIAL, low, top, List.of());
    }

    /** Returns all numbers, row by row, without a copy of them. */
    static DoubleStream all(double[][] values) {
        return Stream.of(values).flatMapToDouble(Arrays::stream);
    }

    /** Returns the means of blocks, with the colours of the whole. */
    Heat means(Blocks blocks) {
        return blocks.single()
                ? this
                : new Heat(blocks.means(values), rows, columns, shades, low, high, texts);
    }

    Heat range(double from, double to) {
        return new Heat(values, rows, columns, shades, from, to, texts);
    }

    Heat shades(ColorScale other) {
        return new Heat(values, rows, columns, other, low, high, texts);
    }

    Heat texts(List<List<String>> cells) {
        return new Heat(values, rows, columns, shades, low, high, cells);
    }

    /** Returns the matrix with its numbers in the cells, if there are not too many to be read. */
    Heat numbered() {
        if (values.length > NUMBERED || width() > NUMBERED) {
            return this;
        }
        int decimals = decimals();
        return texts(
                Stream.of(values)
                        .map(row -> Arrays.stream(row).mapToObj(v -> number(v, decimals)).toList())
                        .toList());
    }

    /** Returns as many decimals as three digits of the largest number need, at most two. */
    private int decimals() {
        double[] all = all(values).toArray();
        if (Arrays.stream(all).allMatch(v -> Double.isNaN(v) || v == Math.rint(v))) {
            return 0;
        }
        double most = Arrays.stream(all).filter(Double::isFinite).map(Math::abs).max().orElse(1);
        return most >= 100 ? 0 : most >= 10 ? 1 : 2;
    }

    private boolean tiny() {
        return Math.max(Math.abs(low), Math.abs(high)) < 0.1;
    }

    private String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "";
        }
        return tiny() || Math.abs(value) >= 1e6
                ? Digits.four(value)
                : Digits.fixed(value + 0.0, decimals);
    }

    int width() {
        return values.length == 0 ? 0 : values[0].length;
    }

    /** Draws the cells with a colour bar at the right of the panel. */
    void draw(ChartJson json, Place place, String quantity) {
        ObjectNode bar = cells(json, place).put("showscale", true).putObject("colorbar");
        ChartJson.titled(bar, quantity);
        ((ObjectNode) bar.get("title")).put("side", "right");
        bar.put("thickness", 14).put("x", ChartJson.round(place.right() + 0.015));
        bar.put("xanchor", "left").put("len", ChartJson.round(place.top() - place.bottom()));
        bar.put("y", ChartJson.round((place.top() + place.bottom()) / 2)).put("yanchor", "middle");
    }

    /** Draws the cells without a colour bar. */
    ObjectNode cells(ChartJson json, Place place) {
        ObjectNode trace = place.hold(json.trace("heatmap", ""));
        ArrayNode z = trace.putArray("z");
        for (double[] row : values) {
            ArrayNode line = z.addArray();
            Arrays.stream(row).forEach(value -> ChartJson.add(line, value));
        }
        trace.put("zmin", ChartJson.round(low)).put("zmax", ChartJson.round(high));
        trace.set("colorscale", shades.json());
        trace.put("showscale", false).put("hoverongaps", false);
        trace.put("hovertemplate", "%{y}, %{x}: %{z}<extra></extra>");
        if (!texts.isEmpty()) {
            ArrayNode cells = trace.putArray("text");
            texts.forEach(row -> row.forEach(cells.addArray()::add));
            trace.put("texttemplate", "%{text}").putObject("textfont").put("size", CELL_TEXT);
        }
        return trace;
    }

    /** Adds the axes of the panel: labels at the left and below, the first row at the top. */
    void axes(ChartJson json, Place place, String xTitle, String yTitle) {
        ObjectNode x = axis(json, place.axis('x'), xTitle, columns, width());
        x.putArray("range").add(-0.5).add(width() - 0.5);
        if (crowded(json, place)) {
            x.put("tickangle", -90);
        }
        ObjectNode y = axis(json, place.axis('y'), yTitle, rows, values.length);
        y.putArray("range").add(values.length - 0.5).add(-0.5);
        place.put(x, y);
        if (all(values).anyMatch(v -> !Double.isFinite(v))) {
            ground(json, place);
        }
    }

    /** Lays grey under the panel, so that an empty cell differs from one of the first colour. */
    private static void ground(ChartJson json, Place place) {
        ObjectNode ground = json.layout().withArray("/shapes").addObject().put("type", "rect");
        ground.put("xref", place.reference('x') + " domain").put("x0", 0).put("x1", 1);
        ground.put("yref", place.reference('y') + " domain").put("y0", 0).put("y1", 1);
        ground.put("fillcolor", EMPTY_CELL).put("layer", "below");
        ground.putObject("line").put("width", 0);
    }

    private static ObjectNode axis(
            ChartJson json, String name, String title, List<String> labels, int count) {
        ObjectNode axis = json.axis(name, title).put("showgrid", false);
        axis.put("tickmode", "array").put("automargin", true);
        int every = labels.isEmpty() ? step(count) : every(labels.size());
        int[] places = IntStream.range(0, count).filter(i -> i % every == 0).toArray();
        ChartJson.put(axis, "tickvals", Arrays.stream(places).asDoubleStream().toArray());
        ChartJson.put(
                axis,
                "ticktext",
                Arrays.stream(places)
                        .mapToObj(
                                i ->
                                        labels.isEmpty()
                                                ? String.valueOf(i)
                                                : Words.label(labels.get(i)))
                        .toList());
        return axis;
    }

    /** Returns every how many labels one is written. */
    private static int every(int labels) {
        return Math.max(1, (labels + LABELS - 1) / LABELS);
    }

    /** Returns the round distance of at most ten numbers in place of labels. */
    private static int step(int count) {
        int step = 1;
        for (int i = 0; count > 10 * step; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2; // 1, 2, 5, 10, 20, 50 …
        }
        return step;
    }

    /** Returns whether labels below the cells are too wide to stand side by side. */
    private boolean crowded(ChartJson json, Place place) {
        double room = place.right() - place.left();
        double pixels = (json.layout().path("width").asInt() - 150) * room;
        return widest(columns) + 4 > pixels / Math.max(1, width()) * every(columns.size());
    }

    /** Returns how many pixels the widest label takes. */
    static int widest(List<String> labels) {
        return (int)
                Math.ceil(
                        Words.labels(labels).stream()
                                .mapToDouble(label -> TextWidth.of(label, 12))
                                .max()
                                .orElse(10));
    }

    static double[][] doubles(float[][] values) {
        double[][] doubles = new double[Given.one("values", values).length][];
        for (int row = 0; row < values.length; row++) {
            Given.one("values[" + row + "]", values[row]);
            doubles[row] = new double[values[row].length];
            for (int i = 0; i < values[row].length; i++) {
                doubles[row][i] = values[row][i];
            }
        }
        return doubles;
    }
}
