package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Draws numbers of categories as bars, side by side where there are several columns. */
final class BarChart {
    private static final int NAMED = 6;
    private static final int LETTERS = 32;

    private BarChart() {}

    static Chart of(Table table, String category, List<String> columns) {
        Columns.requireRows(table);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "no column to draw for each '%s'; the table has: %s",
                            category, String.join(", ", table.columnNames())));
        }
        Table rows = table.copy();
        List<String> names = Columns.words(rows, category);
        String title = String.join(", ", columns) + " by " + category;
        ChartJson json = new ChartJson(title, ChartJson.WIDTH, 380).legend();
        int look = 0;
        for (String column : columns) {
            bars(json, column, Columns.numbers(rows, column), look++)
                    .put("showlegend", columns.size() > 1);
        }
        json.layout().put("barmode", "group");
        axis(json, category, names);
        json.axis("yaxis", columns.size() == 1 ? columns.get(0) : "").put("rangemode", "tozero");
        String summary =
                columns.stream()
                        .map(column -> words(column, names, Columns.numbers(rows, column)))
                        .collect(Collectors.joining("; ", title + ". ", "."));
        return new PlainChart(json.content(summary, rows::copy));
    }

    private static ObjectNode bars(ChartJson json, String name, double[] values, int look) {
        ObjectNode trace = json.trace("bar", name);
        ChartJson.put(trace, "x", IntStream.range(0, values.length).asDoubleStream().toArray());
        ChartJson.put(trace, "y", values);
        ObjectNode marker = trace.putObject("marker").put("color", Palette.color(look));
        ObjectNode pattern = marker.putObject("pattern").put("shape", PlotlyLook.pattern(look));
        pattern.put("fillmode", PlotlyLook.OVER);
        return trace;
    }

    /** Labels the bars by place: categories of one name would else be one bar. */
    private static void axis(ChartJson json, String title, List<String> names) {
        ObjectNode axis = json.axis("xaxis", title).put("tickmode", "array");
        axis.put("automargin", true);
        int every = Math.max(1, names.size() / 30);
        int[] places = IntStream.range(0, names.size()).filter(i -> i % every == 0).toArray();
        ChartJson.put(axis, "tickvals", IntStream.of(places).asDoubleStream().toArray());
        ChartJson.put(
                axis,
                "ticktext",
                IntStream.of(places).mapToObj(i -> Words.label(names.get(i), LETTERS)).toList());
    }

    private static String words(String column, List<String> names, double[] values) {
        String shown =
                IntStream.range(0, Math.min(NAMED, names.size()))
                        .mapToObj(
                                i ->
                                        Words.label(names.get(i), LETTERS)
                                                + " "
                                                + Words.value(values[i]))
                        .collect(Collectors.joining(", "));
        return column + ": " + shown + (names.size() > NAMED ? ", …" : "");
    }
}
