package unroll.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.trace.Confusion;

/**
 * What was taken for what, with options.
 *
 * <pre>
 *   Plots.confusion(Confusion.of(truth, predicted)).shares(true)
 * </pre>
 *
 * <p>A row is a class, its columns are what it was called. Colours are shares of the row, so that a
 * rare class is seen as well as a frequent one.
 */
public final class ConfusionChart extends Chart {
    private static final int NAMED = 12;

    private final Confusion confusion;

    private ConfusionChart(Confusion confusion, boolean shares) {
        super(draw(confusion, shares));
        this.confusion = confusion;
    }

    static ConfusionChart of(Confusion confusion) {
        return new ConfusionChart(confusion, false);
    }

    /** Returns the chart with per cent of the row in its cells, or with counts. */
    public ConfusionChart shares(boolean on) {
        return new ConfusionChart(confusion, on);
    }

    private static Content draw(Confusion confusion, boolean shares) {
        List<String> labels = confusion.labels();
        int size = labels.size();
        double cell = Math.max(9, Math.min(64, 440.0 / size));
        int left = 50 + Heat.widest(labels);
        int below = 60 + Math.min(110, Heat.widest(labels));
        int width = (int) Math.max(360, left + 110 + cell * size);
        int height = (int) (50 + below + cell * size);
        ChartJson json =
                new ChartJson(title(confusion), width, height).margin(left, 100, 50, below);
        Heat heat =
                new Heat(shares(confusion), labels, labels, ColorScale.SEQUENTIAL, 0, 1, List.of());
        if (size <= Heat.NUMBERED) {
            heat = heat.texts(texts(confusion, shares));
        }
        heat.draw(json, Place.WHOLE, "share of the row");
        heat.axes(json, Place.WHOLE, "predicted", "truth");
        return json.content(summary(confusion), confusion::table);
    }

    private static double[][] shares(Confusion confusion) {
        return Stream.of(confusion.counts())
                .map(
                        row -> {
                            double sum = Arrays.stream(row).sum();
                            return Arrays.stream(row).mapToDouble(count -> count / sum).toArray();
                        })
                .toArray(double[][]::new);
    }

    private static List<List<String>> texts(Confusion confusion, boolean shares) {
        List<List<String>> texts = new ArrayList<>();
        for (long[] row : confusion.counts()) {
            long sum = Arrays.stream(row).sum();
            texts.add(
                    Arrays.stream(row)
                            .mapToObj(count -> shares ? percent(count, sum) : Digits.grouped(count))
                            .toList());
        }
        return texts;
    }

    private static String percent(long count, long sum) {
        return sum == 0 ? "" : Digits.format("%.0f %%", 100.0 * count / sum);
    }

    private static String title(Confusion confusion) {
        return confusion.total() == 0
                ? "0 judged"
                : Digits.format(
                        "%,d judged, accuracy %.3f", confusion.total(), confusion.accuracy());
    }

    private static String share(double recall) {
        return Double.isNaN(recall) ? "never there" : Digits.fixed(recall, 3);
    }

    private static String summary(Confusion confusion) {
        return confusion.labels().stream()
                .limit(NAMED)
                .map(label -> label + " " + share(confusion.recall(label)))
                .collect(
                        Collectors.joining(
                                ", ",
                                "Confusion matrix: "
                                        + title(confusion)
                                        + "; recognised of each class: ",
                                confusion.labels().size() > NAMED ? ", …" : "."));
    }
}
