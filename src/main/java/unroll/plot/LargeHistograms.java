package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts histograms of very many values here instead of in the browser. */
final class LargeHistograms {
    private LargeHistograms() {}

    /** Replaces histograms by bars and cells, if one has more values than the limit. */
    static boolean count(ObjectNode plotly, int limit) {
        List<ObjectNode> lines = new ArrayList<>();
        List<ObjectNode> squares = new ArrayList<>();
        for (JsonNode trace : plotly.path("data")) {
            String type = trace.path("type").asText();
            int size = Math.max(trace.path("x").size(), trace.path("y").size());
            if (type.equals("histogram") && size > limit) {
                lines.add((ObjectNode) trace);
            } else if (type.equals("histogram2d") && size > limit) {
                squares.add((ObjectNode) trace);
            }
        }
        ObjectNode layout = (ObjectNode) plotly.get("layout");
        if (!lines.isEmpty() && !layout.has("bargap")) {
            layout.put("bargap", 0);
        }
        Map<String, Binning> shared = shared(lines);
        lines.forEach(trace -> line(trace, shared.get(key(trace))));
        squares.forEach(LargeHistograms::square);
        return !lines.isEmpty() || !squares.isEmpty();
    }

    private static String side(JsonNode trace) {
        return trace.path("x").isArray() ? "x" : "y";
    }

    private static String key(JsonNode trace) {
        return trace.path("xaxis").asText() + " " + trace.path("yaxis").asText();
    }

    /** Histograms on the same axes are counted in the same stretches. */
    private static Map<String, Binning> shared(List<ObjectNode> traces) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (ObjectNode trace : traces) {
            double[] own = Read.values(trace.path(side(trace)));
            values.merge(key(trace), own, LargeHistograms::joined);
        }
        Map<String, Binning> bins = new LinkedHashMap<>();
        for (ObjectNode trace : traces) {
            double[] all = values.get(key(trace));
            bins.computeIfAbsent(key(trace), k -> Binning.of(all, trace, side(trace)));
        }
        return bins;
    }

    private static double[] joined(double[] one, double[] other) {
        double[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void line(ObjectNode trace, Binning numbers) {
        String side = side(trace);
        String across = side.equals("x") ? "y" : "x";
        JsonNode column = trace.path(side);
        double[] weights = Read.values(trace.path(across));
        Map<String, Integer> words = words(column);
        Binning bins = words.isEmpty() ? numbers : new Binning(-0.5, 1, words.size());
        double[] values = words.isEmpty() ? Read.values(column) : places(column, words);
        double[] heights = bins.fill(values, weights, trace);
        ArrayNode at = trace.putArray(side);
        words.keySet().forEach(at::add);
        for (int bin = 0; words.isEmpty() && bin < heights.length; bin++) {
            at.add(bins.middle(bin));
        }
        ArrayNode counts = trace.putArray(across);
        Arrays.stream(heights).forEach(counts::add);
        trace.put("type", "bar").put("orientation", side.equals("x") ? "v" : "h");
        if (words.isEmpty()) {
            trace.put("width", bins.size());
        }
        trace.remove(List.of("histnorm", "histfunc", "cumulative", "nbinsx", "nbinsy", "autobinx"));
        trace.remove(List.of("autobiny", "xbins", "ybins"));
    }

    private static Map<String, Integer> words(JsonNode column) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (JsonNode value : column) {
            if (value.isTextual()) {
                words.putIfAbsent(value.textValue(), words.size());
            }
        }
        return words;
    }

    private static double[] places(JsonNode column, Map<String, Integer> words) {
        double[] places = new double[column.size()];
        Arrays.setAll(places, i -> words.getOrDefault(column.path(i).asText(), -1));
        return places;
    }

    private static void square(ObjectNode trace) {
        Ruler x = new Ruler("x", PlotlyJson.object(), new Reach());
        Ruler y = new Ruler("y", PlotlyJson.object(), new Reach());
        x.see(trace.path("x"));
        y.see(trace.path("y"));
        if (x.kind() != Reach.Kind.NUMBERS || y.kind() != Reach.Kind.NUMBERS) {
            return;
        }
        Cells cells = Cells.counted(trace, x, y);
        ArrayNode rows = trace.putArray("z");
        for (double[] row : cells.z()) {
            ArrayNode line = rows.addArray();
            Arrays.stream(row).forEach(line::add);
        }
        Arrays.stream(cells.x()).forEach(trace.putArray("x")::add);
        Arrays.stream(cells.y()).forEach(trace.putArray("y")::add);
        trace.put("type", "heatmap");
    }
}
