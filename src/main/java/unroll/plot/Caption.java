package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Says in one line what a figure shows: for terminals, and for those who cannot see the picture. */
final class Caption {
    private static final int TRACES = 8;
    private static final int LENGTH = 1000;

    private Caption() {}

    static String of(JsonNode plotly) {
        List<String> parts = new ArrayList<>();
        JsonNode data = plotly.path("data");
        for (int i = 0; i < Math.min(data.size(), TRACES); i++) {
            parts.add(trace(RepeatedLabels.named(plotly, data.path(i))));
        }
        if (data.size() > TRACES) {
            parts.add(Digits.format("and %d more", data.size() - TRACES));
        }
        String text = Read.title(plotly.path("layout"));
        String title = text.isBlank() ? "Figure" : text;
        String line = (title + ": " + String.join("; ", parts)).replaceAll("\\s+", " ");
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH - 1) + "…";
    }

    private static String trace(JsonNode trace) {
        String type = trace.path("type").asText("scatter");
        String name = Read.plain(trace.path("name"));
        String what = name.isBlank() ? kind(trace, type) : name;
        return (what.isEmpty() ? "" : what + ", ") + numbers(trace, type);
    }

    /** Returns what a reader calls a trace; nothing where its numbers say that. */
    private static String kind(JsonNode trace, String type) {
        return switch (type) {
            case "scatter", "scattergl" -> isLine(trace) ? "line" : "";
            case "heatmap" -> "heat map";
            case "histogram2d" -> "histogram of two columns";
            case "histogram2dcontour" -> "contours of a histogram of two columns";
            case "candlestick" -> "candles";
            case "ohlc" -> "prices";
            case "bar", "pie", "scatter3d" -> "";
            default -> type;
        };
    }

    private static boolean isLine(JsonNode trace) {
        return trace.path("mode").asText("lines").contains("lines");
    }

    private static String numbers(JsonNode trace, String type) {
        return switch (type) {
            case "heatmap", "contour" -> matrix(trace.path("z"));
            case "pie" -> pie(trace);
            case "histogram", "box", "violin" ->
                    spread(trace.path(trace.path("y").isArray() ? "y" : "x"));
            case "candlestick", "ohlc" -> course(trace, "close", "close");
            case "bar" -> bars(trace);
            case "scatter", "scattergl" ->
                    isLine(trace)
                            ? course(trace, "y", "last")
                            : points(trace) + range(drawn(trace, "y"));
            default -> points(trace);
        };
    }

    private static String matrix(JsonNode rows) {
        double[] all =
                StreamSupport.stream(rows.spliterator(), false)
                        .flatMapToDouble(row -> Arrays.stream(Read.values(row)))
                        .toArray();
        return Digits.format("%d x %d cells", rows.size(), rows.path(0).size()) + range(all);
    }

    private static String spread(JsonNode column) {
        double[] values = Read.values(column);
        String count = Digits.count(present(column), "value") + range(values);
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0
                ? count
                : count + ", median " + Digits.four(BoxMark.quantile(sorted, 0.5));
    }

    private static String range(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0
                ? ""
                : ", from "
                        + Digits.four(finite[0])
                        + " to "
                        + Digits.four(finite[finite.length - 1]);
    }

    private static long present(JsonNode column) {
        return StreamSupport.stream(column.spliterator(), false)
                .filter(value -> !value.isNull())
                .count();
    }

    private static String points(JsonNode trace) {
        return Digits.count(Present.count(trace), "point");
    }

    /** Returns how many points there are and the last number, which may stand before a gap. */
    private static String course(JsonNode trace, String column, String which) {
        double[] numbers = drawn(trace, column);
        return numbers.length == 0
                ? points(trace)
                : points(trace) + ", " + which + " " + Digits.four(numbers[numbers.length - 1]);
    }

    /** Returns the numbers of a column that have a place: their points are there along the axis. */
    private static double[] drawn(JsonNode trace, String column) {
        double[] values = Read.values(trace.path(column));
        JsonNode x = trace.path("x");
        return IntStream.range(0, values.length)
                .filter(i -> !x.isArray() || (x.has(i) && !x.path(i).isNull()))
                .mapToDouble(i -> values[i])
                .filter(Double::isFinite)
                .toArray();
    }

    private static String bars(JsonNode trace) {
        boolean level = trace.path("orientation").asText().equals("h");
        return parts(trace.path(level ? "y" : "x"), trace.path(level ? "x" : "y"), "bar");
    }

    private static String pie(JsonNode trace) {
        return parts(trace.path("labels"), trace.path("values"), "slice");
    }

    private static String parts(JsonNode names, JsonNode values, String what) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), TRACES); i++) {
            parts.add(Read.plain(names.path(i)) + " " + Words.value(Read.value(values.path(i))));
        }
        String more = values.size() > TRACES ? " …" : "";
        return Digits.count(values.size(), what) + ": " + String.join(", ", parts) + more;
    }
}
