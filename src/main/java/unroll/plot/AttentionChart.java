package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.trace.AttentionMap;

/**
 * Where each token looks: one heat map per head, with options.
 *
 * <pre>
 *   Plots.attention(map.head(0)).numbers(true)
 * </pre>
 *
 * <p>A row is a query, the token that looks; its columns are the keys, the tokens looked at. Cells
 * that a causal mask forbids are grey.
 */
public final class AttentionChart extends Chart {
    private static final int COLUMNS = 4;

    private final AttentionMap map;

    private AttentionChart(AttentionMap map, boolean numbers) {
        super(draw(map, numbers));
        this.map = map;
    }

    static AttentionChart of(AttentionMap map) {
        boolean few = map.heads() == 1 && map.queries().size() <= 12 && map.keys().size() <= 12;
        return new AttentionChart(map, few);
    }

    /** Returns the chart with or without the weights in its cells, where they can be read. */
    public AttentionChart numbers(boolean on) {
        return new AttentionChart(map, on);
    }

    private static Content draw(AttentionMap map, boolean numbers) {
        int columns = Math.min(map.heads(), COLUMNS);
        int rows = (map.heads() + columns - 1) / columns;
        double side = map.heads() == 1 ? 420 : 640.0 / columns;
        double cell = Math.min(44, side / map.keys().size());
        int left = 50 + Heat.widest(map.queries());
        int below = 60 + Math.min(110, Heat.widest(map.keys()));
        double panel = Math.max(120, cell * map.keys().size());
        double tall = Math.max(120, Math.min(44, cell) * map.queries().size());
        int width = Math.max(380, (int) (left + 100 + panel * columns + 30 * (columns - 1)));
        int height = (int) (65 + below + tall * rows + 45 * (rows - 1));
        ChartJson json = new ChartJson(title(map), width, height).margin(left, 100, 65, below);
        double across = 30.0 / (width - left - 100);
        double down = 45.0 / (height - 65 - below);
        List<Place> places = Place.grid(map.heads(), columns, across, down);
        for (Place place : places) {
            panel(json, map, place, numbers, place.number() > map.heads() - columns);
        }
        return json.content(summary(map), map::table);
    }

    private static void panel(
            ChartJson json, AttentionMap map, Place place, boolean numbers, boolean lowest) {
        double[][] weights = map.weights()[place.number() - 1];
        Heat heat =
                new Heat(
                        map.causal() ? masked(weights) : weights,
                        map.queries(),
                        map.keys(),
                        ColorScale.SEQUENTIAL,
                        0,
                        1,
                        List.of());
        Heat shown = numbers ? heat.numbered() : heat;
        boolean corner = place.number() == Math.min(map.heads(), COLUMNS);
        if (corner) {
            shown.draw(json, place, "weight");
        } else {
            shown.cells(json, place);
        }
        boolean first = place.left() == 0;
        shown.axes(json, place, lowest ? "key" : "", first ? "query" : "");
        hide(json, place.axis('x'), lowest);
        hide(json, place.axis('y'), first);
        if (map.heads() > 1) {
            json.caption("head " + (place.number() - 1), place.middle(), place.top() + 0.005);
        }
    }

    private static void hide(ChartJson json, String axis, boolean shown) {
        ((ObjectNode) json.layout().get(axis)).put("showticklabels", shown);
    }

    private static double[][] masked(double[][] weights) {
        double[][] masked = new double[weights.length][];
        for (int query = 0; query < weights.length; query++) {
            masked[query] = weights[query].clone();
            Arrays.fill(masked[query], query + 1, masked[query].length, Double.NaN);
        }
        return masked;
    }

    private static String title(AttentionMap map) {
        String heads = map.heads() == 1 ? "" : Digits.format(" of %d heads", map.heads());
        String kind = map.queries().equals(map.keys()) ? "Self-attention" : "Attention";
        return kind + heads + (map.causal() ? ", nothing ahead" : "");
    }

    private static String summary(AttentionMap map) {
        List<String> heads = new ArrayList<>();
        double[][][] weights = map.weights();
        for (int head = 0; head < map.heads(); head++) {
            String name = map.heads() == 1 ? "" : "head " + head + ": ";
            heads.add(name + strongest(map, weights[head]));
        }
        int queries = map.queries().size();
        String part =
                named(map) == queries
                        ? ""
                        : Digits.format("The last %d of %d queries: ", named(map), queries);
        return title(map) + ". " + part + String.join("; ", heads) + ".";
    }

    /** Returns whether no weight stands out: all are within a twentieth of the largest. */
    private static boolean isEven(double[] row) {
        double most = Arrays.stream(row).max().orElse(0);
        return Arrays.stream(row).allMatch(weight -> weight >= 0.95 * most);
    }

    /** Returns of how many queries the words tell. */
    private static int named(AttentionMap map) {
        return Math.min(map.queries().size(), map.heads() == 1 ? 6 : 2);
    }

    /** Returns where the last queries look most; the first of a causal map can only see themselves. */
    private static String strongest(AttentionMap map, double[][] weights) {
        return IntStream.range(weights.length - named(map), weights.length)
                .mapToObj(
                        query -> {
                            int seen = map.causal() ? query + 1 : weights[query].length;
                            double[] row = Arrays.copyOf(weights[query], seen);
                            int most =
                                    IntStream.range(0, row.length)
                                            .reduce(0, (a, b) -> row[b] > row[a] ? b : a);
                            if (seen > 1 && isEven(row)) {
                                return Digits.format(
                                        "%s looks evenly at %d tokens (%.2f each)",
                                        Words.label(map.queries().get(query)), seen, row[most]);
                            }
                            return Digits.format(
                                    "%s looks at %s (%.2f)",
                                    Words.label(map.queries().get(query)),
                                    Words.label(map.keys().get(most)),
                                    row[most]);
                        })
                .collect(Collectors.joining(", "));
    }
}
