package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps a figure of very many numbers small enough for a notebook, and says so on the figure.
 *
 * <p>Lines keep the lowest and highest point of each stretch, clouds some points of each place,
 * matrices become means of blocks, pies keep
 * their largest slices, figures their first traces. Histograms are counted before, so that their counts are exact.
 */
final class PlotlyLimit {
    private static final int TRACES = 300;
    private static final int POINTS = 8000;
    private static final int LEAST = 40;
    private static final int BARS = 2000;
    private static final int BOXES = 400;
    private static final int PRICES = 1500;
    private static final int GROUPED = 3000;
    private static final int TICKS = 2000;
    private static final int COUNTED = 20_000;
    private static final int CELLS = 40_000;
    private static final int SLICES = 100;
    private static final int CONTOURS = 100;
    private static final MathContext DIGITS = new MathContext(6);
    private static final Set<String> NUMBERS =
            Set.of("x", "y", "z", "open", "high", "low", "close", "values");

    private final ObjectNode plotly;
    private final ArrayNode data;
    private final int share;
    private final Set<String> notes = new LinkedHashSet<>();

    private PlotlyLimit(ObjectNode plotly, int share) {
        this.plotly = plotly;
        this.data = (ArrayNode) plotly.path("data");
        this.share = share;
    }

    /**
     * Changes the figure in place where it has too many points.
     *
     * @param share 1, or more for a figure that is still too large then
     */
    static void thin(ObjectNode plotly, int share) {
        new PlotlyLimit(plotly, share).thin();
    }

    private void thin() {
        traces();
        if (LargeHistograms.count(plotly, COUNTED / share)) {
            notes.add("counted before drawing");
        }
        int limit = part(Math.max(LEAST, POINTS / Math.max(1, data.size())));
        int side = side((int) Math.max(1, Blocks.SIDE / Math.sqrt(share)));
        for (JsonNode node : data) {
            ObjectNode trace = (ObjectNode) node;
            switch (trace.path("type").asText("scatter")) {
                case "scatter", "scattergl" -> points(trace, limit);
                case "scatter3d" -> keep(trace, size(trace), evenly(size(trace), limit));
                case "bar" -> bars(trace);
                case "box", "violin" -> groups(trace);
                case "candlestick", "ohlc" -> prices(trace);
                case "heatmap" -> cells(trace, side);
                case "pie" -> LargePies.gather(trace, part(SLICES)).ifPresent(notes::add);
                case "contour" -> cells(trace, (int) Math.max(1, CONTOURS / Math.sqrt(share)));
                default -> {}
            }
        }
        if (!notes.isEmpty()) {
            LargeTicks.prune(plotly, part(TICKS));
            note((ObjectNode) plotly.get("layout"), String.join("; ", notes));
        }
    }

    /** Returns what of a limit this figure may use. */
    private int part(int limit) {
        return Math.max(1, limit / share);
    }

    /** Returns how many things a trace may have that are large when they are drawn. */
    private int each(int limit) {
        return part(Math.min(limit, Math.max(LEAST, 3 * limit / data.size())));
    }

    /** Keeps the first traces: an area may reach down to the line before it. */
    private void traces() {
        int most = part(TRACES);
        if (data.size() > most) {
            notes.add(
                    Digits.format(
                            "first %d of %s traces drawn", most, Digits.grouped(data.size())));
            while (data.size() > most) {
                data.remove(data.size() - 1);
            }
        }
    }

    static int size(JsonNode trace) {
        return Math.max(trace.path("x").size(), trace.path("y").size());
    }

    private void points(ObjectNode trace, int limit) {
        int size = size(trace);
        if (size > limit) {
            boolean lines = trace.path("mode").asText("lines").contains("lines");
            double[] y = Read.values(trace.path("y"));
            double[] x = Read.values(trace.path("x"));
            keep(
                    trace,
                    size,
                    lines || x.length != y.length
                            ? Thin.keep(y, limit)
                            : Thin.scatter(x, y, limit));
        }
    }

    private void bars(ObjectNode trace) {
        boolean level = trace.path("orientation").asText().equals("h");
        double[] values = Read.values(trace.path(level ? "x" : "y"));
        keep(trace, size(trace), Thin.keep(values, each(BARS)));
    }

    private void groups(ObjectNode trace) {
        int boxes = each(BOXES);
        LargeGroups.fewer(trace, boxes)
                .ifPresent(
                        all ->
                                notes.add(
                                        Digits.format(
                                                "%d of %s boxes drawn",
                                                boxes, Digits.grouped(all))));
        LargeGroups.thin(trace, each(GROUPED)).ifPresent(kept -> keep(trace, size(trace), kept));
    }

    static int[] evenly(int size, int limit) {
        if (size <= limit) {
            return IntStream.range(0, size).toArray();
        }
        return IntStream.range(0, limit)
                .map(i -> (int) ((long) i * (size - 1) / Math.max(1, limit - 1)))
                .toArray();
    }

    /** Leaves only some points of a trace, in all its columns. */
    private void keep(ObjectNode trace, int size, int[] kept) {
        if (kept.length < size) {
            notes.add(
                    Digits.format(
                            "%s of %s points drawn",
                            Digits.grouped(kept.length), Digits.grouped(size)));
            columns(trace, size, kept);
        }
    }

    /** Leaves only some items of the lists of a trace, which have so many each. */
    static void columns(ObjectNode object, int size, int[] kept) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        for (Map.Entry<String, JsonNode> field : fields) {
            if (field.getValue() instanceof ArrayNode column && column.size() == size) {
                ArrayNode fewer = object.putArray(field.getKey());
                for (int i : kept) {
                    fewer.add(rounded(field.getKey(), column.get(i)));
                }
            } else if (field.getValue() instanceof ObjectNode inner) {
                columns(inner, size, kept);
            }
        }
    }

    private static JsonNode rounded(String name, JsonNode value) {
        boolean number = value.isDouble() && NUMBERS.contains(name);
        return number ? round(value.doubleValue()) : value;
    }

    private static JsonNode round(double value) {
        return DoubleNode.valueOf(BigDecimal.valueOf(value).round(DIGITS).doubleValue());
    }

    /** Puts neighbouring prices together: the first opens, the last closes. */
    private void prices(ObjectNode trace) {
        int size = trace.path("close").size();
        int most = each(PRICES);
        if (size <= most) {
            return;
        }
        int each = (size + most - 1) / most;
        ObjectNode fewer = PlotlyJson.object();
        List.of("x", "open", "high", "low", "close").forEach(fewer::putArray);
        for (int from = 0; from < size; from += each) {
            int to = Math.min(size, from + each);
            ((ArrayNode) fewer.get("x")).add(trace.path("x").path(from));
            ((ArrayNode) fewer.get("open")).add(trace.path("open").path(from));
            ((ArrayNode) fewer.get("close")).add(trace.path("close").path(to - 1));
            double[] high = stretch(trace.path("high"), from, to);
            double[] low = stretch(trace.path("low"), from, to);
            ((ArrayNode) fewer.get("high"))
                    .add(IntStream.range(0, high.length).mapToDouble(i -> high[i]).max().orElse(0));
            ((ArrayNode) fewer.get("low"))
                    .add(IntStream.range(0, low.length).mapToDouble(i -> low[i]).min().orElse(0));
        }
        trace.setAll(fewer);
        notes.add(Digits.format("%d prices in one", each));
    }

    private static double[] stretch(JsonNode column, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> Read.value(column.path(i))).toArray();
    }

    /** Returns how many cells along a side a map may have so that all maps together stay small. */
    private int side(int most) {
        int side = most;
        while (data.size() > 1 && side > 1 && drawn(data, side) > part(CELLS)) {
            side--;
        }
        return side;
    }

    private static long drawn(JsonNode data, int side) {
        long cells = 0;
        for (JsonNode trace : data) {
            cells +=
                    trace.path("type").asText().equals("heatmap") ? blocks(trace, side).count() : 0;
        }
        return cells;
    }

    private static Blocks blocks(JsonNode trace, int side) {
        JsonNode z = trace.path("z");
        return Blocks.of(z.size(), z.path(0).size(), side);
    }

    /** Replaces blocks of cells by their means. */
    private void cells(ObjectNode trace, int side) {
        Blocks blocks = blocks(trace, side);
        if (blocks.single()) {
            return;
        }
        Blocks before = Blocks.of(trace);
        JsonNode z = trace.path("z");
        double[][] values = new double[z.size()][];
        for (int row = 0; row < values.length; row++) {
            values[row] = Read.values(z.path(row));
        }
        ArrayNode means = trace.putArray("z");
        for (double[] row : blocks.means(values)) {
            ArrayNode line = means.addArray();
            for (double mean : row) {
                line.add(Double.isFinite(mean) ? round(mean) : line.nullNode());
            }
        }
        trace.remove(List.of("text", "texttemplate", "hovertext", "customdata"));
        Blocks all = blocks.over(before);
        blocks.place(trace);
        all.remember(trace);
        forget(before.note());
        notes.add(all.note());
    }

    /** Takes a note away that is true no more. */
    private void forget(String text) {
        Iterator<JsonNode> annotations = plotly.path("layout").path("annotations").elements();
        while (annotations.hasNext()) {
            if (annotations.next().path("text").asText().equals(text)) {
                annotations.remove();
            }
        }
    }

    /** Writes small below the title what is not drawn. */
    static void note(ObjectNode layout, String text) {
        ObjectNode note = layout.withArray("/annotations").addObject();
        note.put("text", text).put("xref", "paper").put("yref", "paper").put("x", 1).put("y", 1);
        note.put("xanchor", "right").put("yanchor", "bottom").put("showarrow", false);
        note.putObject("font").put("size", 11).put("color", Palette.SOFT_INK);
    }
}
