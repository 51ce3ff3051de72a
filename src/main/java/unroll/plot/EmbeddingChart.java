package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.trace.TokenVectors;
import unroll.trace.TokenVectors.Neighbour;

/**
 * Tokens as points of a plane: their vectors along the two directions in which they differ most,
 * with options.
 *
 * <pre>
 *   Plots.embedding(vectors).neighbours("good", 3)
 * </pre>
 *
 * <p>Neighbours are those of the whole vectors; in the plane they may lie further apart.
 */
public final class EmbeddingChart extends Chart {
    private static final int HEIGHT = 520;

    private final Options options;

    /** What is drawn: the vectors, and the neighbours named of one token, of none if it is empty. */
    private record Options(
            TokenVectors vectors, Components plane, String token, List<Neighbour> nearest) {
        boolean named(String other) {
            return other.equals(token)
                    || nearest.stream().anyMatch(neighbour -> neighbour.token().equals(other));
        }
    }

    private EmbeddingChart(Options options) {
        super(draw(options));
        this.options = options;
    }

    static EmbeddingChart of(TokenVectors vectors) {
        Components plane = Components.of(vectors.vectors());
        return new EmbeddingChart(new Options(vectors, plane, "", List.of()));
    }

    /**
     * Returns the chart with a token and those nearest to it marked and named, by cosine.
     *
     * @param count how many neighbours
     * @throws IllegalArgumentException if there is no such token; the message lists some there are;
     *     or {@code count} is below 1
     */
    public EmbeddingChart neighbours(String token, int count) {
        List<Neighbour> nearest = options.vectors().nearest(Given.one("token", token), count);
        return new EmbeddingChart(new Options(options.vectors(), options.plane(), token, nearest));
    }

    private static Content draw(Options options) {
        ChartJson json = new ChartJson(title(options), ChartJson.WIDTH, HEIGHT);
        List<String> tokens = options.vectors().tokens();
        int[] named =
                IntStream.range(0, tokens.size())
                        .filter(i -> options.named(tokens.get(i)))
                        .toArray();
        int[] others =
                IntStream.range(0, tokens.size())
                        .filter(i -> !options.named(tokens.get(i)))
                        .toArray();
        Labels labels = new Labels(options.plane().points(), ChartJson.WIDTH - 80, HEIGHT - 120);
        points(json, options, named, labels, "near '" + options.token() + "'", 1);
        points(json, options, others, labels, "tokens", 0);
        json.legend();
        double[] shares = options.plane().shares();
        json.axis("xaxis", axis("first", shares[0]));
        json.axis("yaxis", axis("second", shares[1]));
        return json.content(summary(options), () -> table(options));
    }

    private static String axis(String which, double share) {
        return Digits.format("%s component, %.0f %% of the variance", which, 100 * share);
    }

    private static void points(
            ChartJson json, Options options, int[] which, Labels labels, String name, int look) {
        if (which.length == 0) {
            return;
        }
        ObjectNode trace = json.trace("scatter", name).put("mode", "markers+text");
        double[][] points = options.plane().points();
        ChartJson.put(trace, "x", IntStream.of(which).mapToDouble(i -> points[i][0]).toArray());
        ChartJson.put(trace, "y", IntStream.of(which).mapToDouble(i -> points[i][1]).toArray());
        List<String> tokens = options.vectors().tokens();
        ArrayNode texts = trace.putArray("text");
        ArrayNode hover = trace.putArray("hovertext");
        ArrayNode sides = trace.putArray("textposition");
        for (int i : which) {
            String label = Words.label(tokens.get(i));
            Optional<String> side = labels.place(i, label);
            texts.add(side.isPresent() ? PlotlyJson.literal(label) : "");
            sides.add(side.orElse("top center"));
            hover.add(PlotlyJson.literal(label));
        }
        trace.put("hoverinfo", "text");
        trace.putObject("textfont").put("size", 12).put("color", Palette.color(look));
        ObjectNode marker = trace.putObject("marker").put("size", look == 1 ? 9 : 6);
        marker.put("color", Palette.color(look)).put("symbol", Palette.marker(look));
    }

    private static String title(Options options) {
        TokenVectors vectors = options.vectors();
        return options.token().isEmpty()
                ? size(vectors) + ", in a plane"
                : "Nearest to '" + Words.label(options.token()) + "': " + nearest(options);
    }

    private static String size(TokenVectors vectors) {
        return Digits.format(
                "%s, %s each",
                Digits.count(vectors.tokens().size(), "token"),
                Digits.count(vectors.width(), "number"));
    }

    private static String nearest(Options options) {
        return options.nearest().stream()
                .map(near -> Digits.format("%s %.2f", Words.label(near.token()), near.similarity()))
                .collect(Collectors.joining(", "));
    }

    private static String summary(Options options) {
        double[] shares = options.plane().shares();
        List<String> parts = new ArrayList<>();
        parts.add(
                Digits.format(
                        "Embedding of %s; the plane holds %.0f %% of the variance",
                        size(options.vectors()), 100 * (shares[0] + shares[1])));
        if (!options.token().isEmpty()) {
            parts.add("nearest to '" + options.token() + "': " + nearest(options));
        }
        return String.join("; ", parts) + ".";
    }

    private static Table table(Options options) {
        double[][] points = options.plane().points();
        TokenVectors vectors = options.vectors();
        List<Neighbour> nearest = vectors.nearest();
        return Table.create(
                "embedding in a plane",
                StringColumn.create("token", vectors.tokens()),
                DoubleColumn.create("first component", column(points, 0)),
                DoubleColumn.create("second component", column(points, 1)),
                StringColumn.create(
                        "nearest token",
                        nearest.isEmpty()
                                ? Stream.of("") // a token alone
                                : nearest.stream().map(Neighbour::token)));
    }

    private static double[] column(double[][] points, int column) {
        return Stream.of(points).mapToDouble(point -> point[column]).toArray();
    }
}
