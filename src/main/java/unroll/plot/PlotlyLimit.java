package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps a figure of very many numbers small enough for a notebook, and says so on the figure.
 *
 * <p>Lines keep the lowest and highest point of each stretch, clouds some points of each place,
 * matrices become means of blocks. Histograms are counted before, so that their counts are exact.
 */
final class PlotlyLimit {
    private static final int POINTS = 8000;
    private static final int LEAST = 40;
    private static final int BARS = 2000;
    private static final int PRICES = 1500;
    private static final int GROUPED = 3000;
    private static final int COUNTED = 20_000;
    private static final int CELLS = 256;
    private static final int CONTOURS = 100;
    private static final MathContext DIGITS = new MathContext(6);
    private static final Set<String> NUMBERS =
            Set.of("x", "y", "z", "open", "high", "low", "close", "values");

    private final ObjectNode plotly;
    private final List<String> notes = new ArrayList<>();

    private PlotlyLimit(ObjectNode plotly) {
        this.plotly = plotly;
    }

    /** Changes the figure in place where it has too many points. */
    static void thin(ObjectNode plotly) {
        new PlotlyLimit(plotly).thin();
    }

    private void thin() {
        ArrayNode data = (ArrayNode) plotly.path("data");
        if (LargeHistograms.count(plotly, COUNTED)) {
            notes.add("counted before drawing");
        }
        int limit = Math.max(LEAST, POINTS / Math.max(1, data.size()));
        for (JsonNode node : data) {
            ObjectNode trace = (ObjectNode) node;
            switch (trace.path("type").asText("scatter")) {
                case "scatter", "scattergl" -> points(trace, limit);
                case "scatter3d" -> keep(trace, size(trace), evenly(size(trace), limit));
                case "bar" -> bars(trace);
                case "box", "violin" -> grouped(trace);
                case "candlestick", "ohlc" -> prices(trace);
                case "heatmap" -> cells(trace, CELLS);
                case "contour" -> cells(trace, CONTOURS);
                default -> {}
            }
        }
        if (!notes.isEmpty()) {
            note((ObjectNode) plotly.get("layout"), String.join("; ", notes));
        }
    }

    private static int size(JsonNode trace) {
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
        keep(trace, size(trace), Thin.keep(values, BARS));
    }

    /** Keeps of each box or violin numbers at equal shares of it: its quartiles stay. */
    private void grouped(ObjectNode trace) {
        int size = size(trace);
        if (size <= GROUPED) {
            return;
        }
        JsonNode values = trace.path(BoxMark.isLevel(trace) ? "x" : "y");
        JsonNode names = trace.path(BoxMark.isLevel(trace) ? "y" : "x");
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        order.sort(
                (a, b) -> {
                    int byName = names.path(a).asText().compareTo(names.path(b).asText());
                    double first = Read.value(values.path(a));
                    return byName != 0 ? byName : Double.compare(first, Read.value(values.path(b)));
                });
        int[] every = evenly(size, GROUPED);
        keep(trace, size, IntStream.of(every).map(order::get).toArray());
    }

    private static int[] evenly(int size, int limit) {
        if (size <= limit) {
            return IntStream.range(0, size).toArray();
        }
        return IntStream.range(0, limit)
                .map(i -> (int) ((long) i * (size - 1) / (limit - 1)))
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

    private static void columns(ObjectNode object, int size, int[] kept) {
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
        if (size <= PRICES) {
            return;
        }
        int each = (size + PRICES - 1) / PRICES;
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

    /** Replaces blocks of cells by their means. */
    private void cells(ObjectNode trace, int limit) {
        JsonNode z = trace.path("z");
        int rows = z.size();
        int columns = z.path(0).size();
        int down = (rows + limit - 1) / limit;
        int across = (columns + limit - 1) / limit;
        if (down <= 1 && across <= 1) {
            return;
        }
        double[][] values = new double[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = Read.values(z.path(row));
        }
        ArrayNode means = PlotlyJson.object().arrayNode();
        for (int row = 0; row < rows; row += down) {
            ArrayNode line = means.addArray();
            for (int column = 0; column < columns; column += across) {
                double mean = mean(values, row, column, down, across);
                line.add(Double.isFinite(mean) ? round(mean) : line.nullNode());
            }
        }
        trace.set("z", means);
        trace.remove(List.of("text", "texttemplate", "hovertext", "customdata"));
        coordinates(trace, "x", columns, across);
        coordinates(trace, "y", rows, down);
        notes.add(
                Digits.format(
                        "means of %d x %d cells drawn, %d x %d given",
                        down, across, rows, columns));
    }

    private static double mean(double[][] values, int row, int column, int down, int across) {
        double sum = 0;
        int count = 0;
        for (int r = row; r < Math.min(values.length, row + down); r++) {
            for (int c = column; c < Math.min(values[r].length, column + across); c++) {
                if (Double.isFinite(values[r][c])) {
                    sum += values[r][c];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Gives each block the place of its middle; words and moments that of its first cell. */
    private static void coordinates(ObjectNode trace, String side, int size, int each) {
        JsonNode before = trace.path(side);
        ArrayNode after = trace.putArray(side);
        for (int from = 0; from < size; from += each) {
            int to = Math.min(size, from + each) - 1;
            JsonNode first = before.path(from);
            if (!before.isArray()) {
                after.add((from + to) / 2.0);
            } else if (first.isNumber() && before.path(to).isNumber()) {
                after.add((first.doubleValue() + before.path(to).doubleValue()) / 2);
            } else {
                after.add(first);
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
