package unroll.plot;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.trace.AttentionMap;
import unroll.trace.Confusion;
import unroll.trace.Forecast;
import unroll.trace.GateTrace;
import unroll.trace.GradientFlow;
import unroll.trace.TokenVectors;

/** One chart of each of our kinds, the same at every call. */
final class ChartSamples {
    private ChartSamples() {}

    /** Returns the charts by kind, with a text of the caller's wherever a reader may put one. */
    static Map<String, Chart> all(String text) {
        List<String> words = List.of("not", text, "bad", text);
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("loss", Plots.loss(Samples.history(60)).smoothed(5).logarithmic(true));
        charts.put(
                "losses", Plots.loss(Map.of(text, Samples.history(60), "b", Samples.history(60))));
        charts.put(
                "seeds",
                Plots.lossOverSeeds(
                        Map.of(text, List.of(Samples.history(100), Samples.history(150)))));
        charts.put("learning rate", Plots.learningRate(Map.of(text, Samples.history(60))));
        charts.put("gradient norm", Plots.gradientNorm(Samples.history(60)).logarithmic(true));
        charts.put("lines", Plots.lines(table(text), "x", "x", "y"));
        charts.put("bars", Plots.bars(table(text), "word", "x", "y"));
        charts.put(
                "heat map",
                Plots.heatMap(new double[][] {{1, 2, 3, 4}, {5, 6, Double.NaN, 8}})
                        .labels(List.of(text, text), words)
                        .axes(text, text)
                        .quantity(text)
                        .numbers(true));
        charts.put("attention", Plots.attention(attention(words)));
        charts.put("gates", Plots.gates(gates(words)));
        charts.put(
                "gradient flow",
                Plots.gradientFlow(new GradientFlow(text, new double[] {1e-9, 0, 0.5, 1})));
        charts.put("embedding", Plots.embedding(vectors(text)).neighbours(text, 2));
        charts.put(
                "confusion",
                Plots.confusion(Confusion.of(words, List.of("not", "bad", "bad", text))));
        charts.put("forecast", Plots.forecast(forecast(text)));
        charts.put("image", Plots.image(text, new double[][] {{0, 1}, {0.5, 0.25}}));
        charts.put("images", Plots.images(2, images(text)));
        charts.put("frames", Plots.frames(2, new double[3][4][5]));
        charts.put("panels", Plots.panels(2, charts.get("loss"), charts.get("heat map")));
        charts.put("titled", charts.get("loss").title(text).size(400, 300));
        return charts;
    }

    static Table table(String text) {
        return Table.create(
                "sample",
                StringColumn.create("word", text, text, "good"),
                DoubleColumn.create("x", 1, 2, 4),
                DoubleColumn.create("y", 3, Double.NaN, 1));
    }

    /** Two heads: the first sees only what came before, the second everything. */
    static AttentionMap attention(List<String> words) {
        int size = words.size();
        double[][][] weights = new double[2][size][size];
        for (int query = 0; query < size; query++) {
            Arrays.fill(weights[0][query], 0, query + 1, 1.0 / (query + 1));
            Arrays.fill(weights[1][query], 1.0 / size);
        }
        return new AttentionMap(words, words, weights);
    }

    static GateTrace gates(List<String> words) {
        Map<String, double[][]> gates = new LinkedHashMap<>();
        gates.put("i", values(words.size(), 0));
        gates.put("g", values(words.size(), -0.5));
        return new GateTrace(words, gates);
    }

    private static double[][] values(int steps, double from) {
        return IntStream.range(0, steps)
                .mapToObj(t -> new double[] {from + 0.1 * t, from + 0.2, from + 0.3})
                .toArray(double[][]::new);
    }

    static TokenVectors vectors(String text) {
        return new TokenVectors(
                List.of("king", text, "table", "chair"),
                new double[][] {{2, 0, 1}, {2, 1, 1}, {0, -5, 1}, {-1, -4, 0}});
    }

    private static Forecast forecast(String quantity) {
        double none = Double.NaN;
        return new Forecast(
                quantity,
                new double[] {0, 1, 2, 3},
                new double[] {5, 6, 9, none},
                new double[] {none, 6, 7, 8},
                new double[] {none, 5, 6, 7},
                new double[] {none, 7, 8, 9},
                0.9);
    }

    private static Map<String, BufferedImage> images(String text) {
        Map<String, BufferedImage> images = new LinkedHashMap<>();
        images.put(text, new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        images.put("large", new BufferedImage(700, 20, BufferedImage.TYPE_INT_RGB));
        return images;
    }
}
