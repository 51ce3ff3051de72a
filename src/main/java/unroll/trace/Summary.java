package unroll.trace;

import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The layers of a model with their shapes and sizes.
 *
 * @param rows the layers from input to output
 */
public record Summary(List<Row> rows) {

    /**
     * One layer.
     *
     * @param layer its name, as in a file of weights, and what it is
     * @param input shape that goes in; B is the batch, T the time
     * @param output shape that comes out
     * @param parameters how many numbers are learned
     * @param formula how that number comes about
     */
    public record Row(String layer, String input, String output, long parameters, String formula) {}

    public Summary {
        rows = List.copyOf(rows);
    }

    /** Returns how many numbers are learned in all. */
    public long parameters() {
        return rows.stream().mapToLong(Row::parameters).sum();
    }

    /** Returns how much memory the numbers take: {@code 1.4 kB as float32}. */
    public String size() {
        double bytes = 4.0 * parameters();
        return bytes < 1e6
                ? Rows.format("%.1f kB as float32", bytes / 1e3)
                : Rows.format("%.1f MB as float32", bytes / 1e6);
    }

    /** Returns one row per layer. */
    public Table table() {
        Table table =
                Table.create(
                        "summary",
                        StringColumn.create("layer"),
                        StringColumn.create("input"),
                        StringColumn.create("output"),
                        LongColumn.create("parameters"),
                        StringColumn.create("formula"));
        for (Row row : rows) {
            table.stringColumn("layer").append(row.layer());
            table.stringColumn("input").append(row.input());
            table.stringColumn("output").append(row.output());
            table.longColumn("parameters").append(row.parameters());
            table.stringColumn("formula").append(row.formula());
        }
        return table;
    }

    /** Returns the rows as aligned lines, with the sum below. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "layer", "input", "output", "parameters", "formula");
        for (Row row : rows) {
            line(text, row.layer(), row.input(), row.output(), number(row), row.formula());
        }
        line(text, "all", "", "", number(parameters()), size());
        return text.toString().stripTrailing();
    }

    private static String number(Row row) {
        return number(row.parameters());
    }

    private static String number(long parameters) {
        return Rows.format("%,d", parameters);
    }

    private void line(StringBuilder text, String... cells) {
        int layer = width("layer", rows.stream().map(Row::layer).toList());
        int input = width("input", rows.stream().map(Row::input).toList());
        int output = width("output", rows.stream().map(Row::output).toList());
        String format = "%-" + layer + "s  %-" + input + "s  %-" + output + "s  %10s  %s";
        text.append(Rows.format(format, (Object[]) cells).stripTrailing());
        text.append('\n');
    }

    private static int width(String head, List<String> cells) {
        return cells.stream().mapToInt(String::length).reduce(head.length(), Math::max);
    }
}
