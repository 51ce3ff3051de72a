package unroll.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Columns of a table as lines over another column, with options.
 *
 * <pre>
 *   Plots.lines(table, "epoch", "training", "validation").logarithmic(true)
 * </pre>
 */
public final class LinesChart extends Chart {
    private final Options options;

    private record Options(
            Table table, String x, List<String> columns, boolean logarithmic, int smoothing) {}

    private LinesChart(Options options) {
        super(draw(options));
        this.options = options;
    }

    static LinesChart of(Table table, String x, List<String> columns) {
        Columns.requireRows(table);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "no column to draw over '%s'; the table has: %s",
                            x, String.join(", ", table.columnNames())));
        }
        return new LinesChart(new Options(table.copy(), x, List.copyOf(columns), false, 1));
    }

    /** Returns the chart with a logarithmic scale, where equal steps upward are equal factors. */
    public LinesChart logarithmic(boolean on) {
        return new LinesChart(
                new Options(
                        options.table(), options.x(), options.columns(), on, options.smoothing()));
    }

    /**
     * Returns the chart with the mean of the latest rows in place of each.
     *
     * @param rows how many are averaged; 1 averages nothing
     * @throws IllegalArgumentException if {@code rows} is below 1
     */
    public LinesChart smoothed(int rows) {
        Smooth.requireWindow(rows);
        return new LinesChart(
                new Options(
                        options.table(),
                        options.x(),
                        options.columns(),
                        options.logarithmic(),
                        rows));
    }

    private static Content draw(Options options) {
        Table table = options.table();
        ChartJson json = new ChartJson(title(options), ChartJson.WIDTH, 380).legend();
        double[] x = Columns.numbers(table, options.x());
        int look = 0;
        for (String column : options.columns()) {
            double[] y = shown(options, column);
            var line = json.line(column, x, y, Palette.color(look));
            ChartJson.style(line, Palette.dash(look++), 2);
            line.put("showlegend", options.columns().size() > 1);
        }
        json.axis("xaxis", options.x());
        String name = options.columns().size() == 1 ? options.columns().get(0) : "";
        json.axis("yaxis", name).put("type", options.logarithmic() ? "log" : "linear");
        return json.content(summary(options), table::copy);
    }

    private static double[] shown(Options options, String column) {
        return Smooth.trailing(Columns.numbers(options.table(), column), options.smoothing());
    }

    /** Returns the numbers of a column that have a place along the axis. */
    private static double[] drawn(Options options, String column) {
        double[] x = Columns.numbers(options.table(), options.x());
        double[] y = shown(options, column);
        return IntStream.range(0, y.length)
                .filter(i -> Double.isFinite(x[i]))
                .mapToDouble(i -> y[i])
                .toArray();
    }

    private static String title(Options options) {
        String mean =
                options.smoothing() == 1
                        ? ""
                        : ", "
                                + Smooth.words(
                                        options.smoothing(), options.table().rowCount(), "row");
        String leftOut =
                Words.leftOut(
                        options.logarithmic(),
                        options.columns().stream()
                                .flatMapToDouble(column -> Arrays.stream(shown(options, column))));
        return String.join(", ", options.columns()) + " over " + options.x() + mean + leftOut;
    }

    private static String summary(Options options) {
        return options.columns().stream()
                .map(
                        column ->
                                column
                                        + ": "
                                        + Words.course(
                                                drawn(options, column), options.logarithmic()))
                .collect(Collectors.joining("; ", title(options) + ". ", "."));
    }
}
