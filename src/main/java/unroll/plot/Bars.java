package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Sets the bars of several traces beside one another, on one another or before one another. */
final class Bars {
    /** Heights at places, of one trace. */
    @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
    private record Row(double[] places, double[] values, double width) {}

    private final List<JsonNode> traces;
    private final JsonNode layout;
    private final boolean level;
    private final Ruler places;
    private final Ruler values;
    private final String mode;

    private Bars(List<JsonNode> traces, JsonNode layout, Ruler x, Ruler y) {
        this.traces = traces;
        this.layout = layout;
        this.level = isLevel(traces.get(0));
        this.places = level ? y : x;
        this.values = level ? x : y;
        this.mode = layout.path("barmode").asText("group");
    }

    static List<Mark> of(
            List<JsonNode> traces, List<Look> looks, JsonNode layout, Ruler x, Ruler y) {
        return new Bars(traces, layout, x, y).marks(looks, x, y);
    }

    private static boolean isLevel(JsonNode trace) {
        boolean counted = trace.path("type").asText().equals("histogram");
        String otherwise = counted && trace.has("y") && !trace.has("x") ? "h" : "v";
        return trace.path("orientation").asText(otherwise).equals("h");
    }

    private List<Mark> marks(List<Look> looks, Ruler x, Ruler y) {
        List<Row> rows = rows();
        Map<Double, double[]> heaps = new HashMap<>();
        List<Mark> marks = new ArrayList<>();
        for (int t = 0; t < rows.size(); t++) {
            Row row = rows.get(t);
            boolean faint = mode.equals("overlay") && rows.size() > 1;
            Look look = faint && opaque(looks.get(t)) ? faint(looks.get(t)) : looks.get(t);
            List<BarMark.Bar> bars = new ArrayList<>();
            for (int i = 0; i < row.places().length; i++) {
                bars.add(bar(row, i, t, rows.size(), look, heaps));
            }
            String name = Read.plain(traces.get(t).path("name"));
            marks.add(new BarMark(name, look, level, bars).on(x, y));
        }
        return marks;
    }

    private static boolean opaque(Look look) {
        return Rgb.parse(look.color()).alpha() >= 1;
    }

    private static Look faint(Look look) {
        return new Look(
                look.faint(0.6), "solid", look.width(), look.symbol(), look.size(), look.pattern());
    }

    private BarMark.Bar bar(
            Row row, int i, int t, int count, Look look, Map<Double, double[]> heaps) {
        JsonNode trace = traces.get(t);
        double wide = row.width() * (1 - gap(trace));
        double from = row.places()[i] - wide / 2;
        boolean beside = mode.equals("group");
        double share = beside ? wide / count : wide;
        double start = beside ? from + t * share : from;
        double base = Read.number(Read.each(trace.path("base"), i), 0);
        double value = row.values()[i];
        if (mode.equals("stack") || mode.equals("relative")) {
            double[] heap = heaps.computeIfAbsent(row.places()[i], place -> new double[2]);
            int side = value < 0 ? 1 : 0;
            base = heap[side];
            heap[side] += Double.isFinite(value) ? value : 0;
        }
        JsonNode own = trace.path("marker").path("color");
        String color = own.isArray() ? Read.color(own.path(i), look.color()) : look.color();
        String text = trace.path("text").isArray() ? Read.plain(trace.path("text").path(i)) : "";
        return new BarMark.Bar(start, start + share, base, base + value, color, text);
    }

    private double gap(JsonNode trace) {
        boolean counted = trace.path("type").asText().equals("histogram");
        boolean whole =
                counted
                        && places.kind() != Reach.Kind.WORDS
                        && (traces.size() == 1 || !mode.equals("group"));
        double otherwise = whole || trace.path("width").isNumber() ? 0 : 0.2;
        return Math.min(0.95, Read.number(layout.path("bargap"), otherwise));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        if (traces.get(0).path("type").asText().equals("histogram")) {
            return places.kind() == Reach.Kind.WORDS ? wordCounts() : counts();
        }
        NavigableSet<Double> all = new TreeSet<>();
        for (JsonNode trace : traces) {
            JsonNode column = trace.path(level ? "y" : "x");
            int size = Math.max(trace.path("x").size(), trace.path("y").size());
            double[] at = places.values(column, size);
            Arrays.stream(at).filter(Double::isFinite).forEach(all::add);
            rows.add(new Row(at, values.values(trace.path(level ? "x" : "y"), size), 0));
        }
        double unit = unit(all);
        for (int i = 0; i < rows.size(); i++) {
            double width = Read.number(traces.get(i).path("width"), unit);
            rows.set(i, new Row(rows.get(i).places(), rows.get(i).values(), width));
        }
        return rows;
    }

    /** Returns the least distance between two places. */
    private double unit(NavigableSet<Double> all) {
        if (places.kind() == Reach.Kind.WORDS || all.size() < 2) {
            return places.kind() == Reach.Kind.DATES ? 86_400 : 1;
        }
        double least = Double.POSITIVE_INFINITY;
        double before = Double.NEGATIVE_INFINITY;
        for (double place : all) {
            least = Math.min(least, place - before);
            before = place;
        }
        return least;
    }

    /** Counts numbers in stretches that all traces share. */
    private List<Row> counts() {
        List<double[]> columns = new ArrayList<>();
        for (JsonNode trace : traces) {
            JsonNode column = trace.path(level ? "y" : "x");
            columns.add(places.values(column, column.size()));
        }
        double[] all = columns.stream().flatMapToDouble(Arrays::stream).toArray();
        Binning bins = Binning.of(all, traces.get(0), level ? "y" : "x");
        double[] middles = new double[bins.count()];
        for (int bin = 0; bin < middles.length; bin++) {
            middles[bin] = bins.middle(bin);
        }
        List<Row> rows = new ArrayList<>();
        for (int t = 0; t < traces.size(); t++) {
            double[] weights = Read.values(traces.get(t).path(level ? "x" : "y"));
            double[] heights = bins.fill(columns.get(t), weights, traces.get(t));
            rows.add(new Row(middles, heights, bins.size()));
        }
        return rows;
    }

    private List<Row> wordCounts() {
        List<Row> rows = new ArrayList<>();
        for (JsonNode trace : traces) {
            JsonNode column = trace.path(level ? "y" : "x");
            double[] at = places.values(column, column.size());
            int count = 1 + (int) Arrays.stream(at).filter(Double::isFinite).max().orElse(0);
            Binning bins = new Binning(-0.5, 1, count);
            double[] weights = Read.values(trace.path(level ? "x" : "y"));
            double[] middles = new double[count];
            Arrays.setAll(middles, bin -> bin);
            rows.add(new Row(middles, bins.fill(at, weights, trace), 1));
        }
        return rows;
    }
}
