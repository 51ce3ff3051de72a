package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** A box for each group of numbers: median, quartiles, whiskers and the points beyond. */
final class BoxMark implements Mark {
    private static final double HALF = 0.3;

    private final Look look;
    private final String name;
    private final boolean level;
    private final Map<Double, double[]> groups;

    BoxMark(JsonNode trace, Look look, Ruler x, Ruler y) {
        this.look = look;
        this.name = label(trace);
        this.level = isLevel(trace);
        this.groups = groups(trace, x, y);
    }

    /** Returns what the legend says: nothing where the name stands on the axis. */
    static String label(JsonNode trace) {
        boolean grouped = trace.has("x") && trace.has("y");
        return grouped ? Read.plain(trace.path("name")) : "";
    }

    /** Returns whether the numbers lie along the horizontal axis. */
    static boolean isLevel(JsonNode trace) {
        String otherwise = trace.has("x") && !trace.has("y") ? "h" : "v";
        return trace.path("orientation").asText(otherwise).equals("h");
    }

    /** Returns the sorted numbers of each group at its place; the axes learn to show them. */
    static Map<Double, double[]> groups(JsonNode trace, Ruler x, Ruler y) {
        boolean level = isLevel(trace);
        Ruler places = level ? y : x;
        Ruler values = level ? x : y;
        JsonNode names = trace.path(level ? "y" : "x");
        JsonNode column = trace.path(level ? "x" : "y");
        Map<Double, DoubleStream.Builder> streams = new TreeMap<>();
        for (int i = 0; i < column.size(); i++) {
            JsonNode own =
                    names.isArray() ? names.path(i) : TextNode.valueOf(trace.path("name").asText());
            double place = places.value(own);
            double value = values.value(column.path(i));
            if (Double.isFinite(place) && Double.isFinite(value)) {
                streams.computeIfAbsent(place, p -> DoubleStream.builder()).add(value);
                values.show(value);
            }
        }
        Map<Double, double[]> groups = new TreeMap<>();
        streams.forEach((place, stream) -> groups.put(place, stream.build().sorted().toArray()));
        groups.keySet().forEach(place -> places.edge(place - 0.5));
        groups.keySet().forEach(place -> places.edge(place + 0.5));
        return groups;
    }

    /** Returns the number below which lies a share of the sorted ones. */
    static double quantile(double[] sorted, double share) {
        double at = Math.max(0, Math.min(sorted.length - 1, share * sorted.length - 0.5));
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        double half = sorted[above] / 2 - sorted[below] / 2; // the whole may be infinite
        return (sorted[below] / 2 + (at - below) * half) * 2;
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        groups.forEach((place, sorted) -> draw(canvas, frame, place, sorted, HALF));
    }

    private void draw(Canvas canvas, Frame frame, double place, double[] sorted, double half) {
        double[] fences = box(canvas, frame, level, place, sorted, half, look);
        Outline points = new Outline();
        for (double value : sorted) {
            if (value < fences[0] || value > fences[1]) {
                double at = (level ? frame.y() : frame.x()).at(place);
                double px = (level ? frame.x() : frame.y()).at(value);
                if (frame.sees(px, at)) {
                    points.addCircle(level ? px : at, level ? at : px, 3);
                }
            }
        }
        if (!points.isEmpty()) {
            canvas.fill(points, look.color());
        }
    }

    /** Draws one box and returns the ends of its whiskers. */
    static double[] box(
            Canvas canvas,
            Frame frame,
            boolean level,
            double place,
            double[] sorted,
            double half,
            Look look) {
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double reach = 1.5 * (third - first);
        double low =
                Arrays.stream(sorted).filter(v -> v >= first - reach).findFirst().orElse(first);
        double high = Arrays.stream(sorted).filter(v -> v <= third + reach).max().orElse(third);
        Scale values = level ? frame.x() : frame.y();
        Scale places = level ? frame.y() : frame.x();
        double middle = places.at(place);
        double from = places.at(place - half);
        double to = places.at(place + half);
        Outline closed =
                Outline.polygon(corners(level, values.at(first), values.at(third), from, to));
        canvas.fill(closed, look.faint(0.25));
        canvas.stroke(closed, look.color(), 1.5, "solid");
        Outline strokes = new Outline();
        cross(strokes, level, values.at(low), (from + middle) / 2, (to + middle) / 2);
        cross(strokes, level, values.at(high), (from + middle) / 2, (to + middle) / 2);
        along(strokes, level, values.at(low), values.at(first), middle);
        along(strokes, level, values.at(third), values.at(high), middle);
        canvas.stroke(strokes, look.color(), 1.5, "solid");
        Outline median = new Outline();
        cross(median, level, values.at(quantile(sorted, 0.5)), from, to);
        canvas.stroke(median, look.color(), 3, "solid");
        return new double[] {low, high};
    }

    private static double[] corners(boolean level, double a, double b, double from, double to) {
        return level
                ? new double[] {a, from, b, from, b, to, a, to}
                : new double[] {from, a, from, b, to, b, to, a};
    }

    /** Adds a line across the axis of values. */
    static void cross(Outline outline, boolean level, double at, double from, double to) {
        if (level) {
            outline.move(at, from).line(at, to);
        } else {
            outline.move(from, at).line(to, at);
        }
    }

    private static void along(Outline outline, boolean level, double from, double to, double at) {
        if (level) {
            outline.move(from, at).line(to, at);
        } else {
            outline.move(at, from).line(at, to);
        }
    }

    @Override
    public List<Legend.Entry> entries() {
        return List.of(new Legend.Entry(name, look, Legend.Sample.AREA));
    }
}
