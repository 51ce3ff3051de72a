package unroll.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * What data look like before a model learns from them: a small table, and so a picture.
 *
 * <pre>
 *   Overview.texts(reviews)                                            // classes, how many, how long
 *   Plots.bars(Overview.texts(reviews), "class", "examples")
 *   Overview.columns(Csv.read(Path.of("prices.csv")))                  // kinds, gaps, ranges
 * </pre>
 */
public final class Overview {
    private static final int DIGITS = 4;

    private Overview() {}

    /** Returns one row for each class: examples, their share, lengths in characters, repeated texts. */
    public static Table texts(List<LabelledText> examples) {
        Map<String, List<Integer>> lengths = new TreeMap<>();
        Map<String, Integer> repeated = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (LabelledText example : Given.list("examples", examples)) {
            lengths.computeIfAbsent(example.label(), label -> new ArrayList<>())
                    .add(example.text().length());
            repeated.merge(example.label(), seen.add(example.text()) ? 0 : 1, Integer::sum);
        }
        Table table = lengths("texts", "class", "examples", lengths);
        return table.addColumns(
                IntColumn.create(
                        "repeated", repeated.values().stream().mapToInt(n -> n).toArray()));
    }

    /** Returns one row for each tag: stretches of it, their share, lengths in tokens. */
    public static Table tagged(List<TaggedTokens> examples) {
        Map<String, List<Integer>> lengths = new TreeMap<>();
        for (TaggedTokens example : Given.list("examples", examples)) {
            int from = 0;
            for (int t = 1; t <= example.tags().size(); t++) {
                String tag = example.tags().get(from);
                if (t == example.tags().size() || !example.tags().get(t).equals(tag)) {
                    lengths.computeIfAbsent(tag, name -> new ArrayList<>()).add(t - from);
                    from = t;
                }
            }
        }
        Table table = lengths("tags", "tag", "stretches", lengths);
        double[] tokens = lengths.values().stream().mapToDouble(Overview::sum).toArray();
        double all = Arrays.stream(tokens).sum();
        return table.replaceColumn(
                "share", numbers("share", Arrays.stream(tokens).map(n -> n / all).toArray()));
    }

    private static double sum(List<Integer> lengths) {
        return lengths.stream().mapToDouble(n -> n).sum();
    }

    /** Returns one row for each series: values, their range, and how many equal the one before. */
    public static Table series(TimeSeries... series) {
        Table table =
                Table.create(
                        "series",
                        StringColumn.create("series"),
                        IntColumn.create("values"),
                        numbers("lowest"),
                        numbers("mean"),
                        numbers("highest"),
                        IntColumn.create("unchanged"));
        for (TimeSeries each : Given.list("series", Arrays.asList(Given.value("series", series)))) {
            double[] values = each.values();
            var statistics = Arrays.stream(values).summaryStatistics();
            int unchanged = 0;
            for (int t = 1; t < values.length; t++) {
                unchanged += values[t] == values[t - 1] ? 1 : 0;
            }
            table.stringColumn(0).append(each.name());
            table.intColumn(1).append(values.length);
            table.doubleColumn(2).append(statistics.getMin());
            table.doubleColumn(3).append(statistics.getAverage());
            table.doubleColumn(4).append(statistics.getMax());
            table.intColumn(5).append(unchanged);
        }
        return table;
    }

    /** Returns one row for each sequence's letter: how often it stands there and its share. */
    public static Table letters(List<FastaRecord> records) {
        Map<String, Integer> counts = new TreeMap<>();
        for (FastaRecord record : Given.list("records", records)) {
            for (char c : record.residues().toCharArray()) {
                counts.merge(String.valueOf(c), 1, Integer::sum);
            }
        }
        double all = counts.values().stream().mapToDouble(n -> n).sum();
        return Table.create(
                "letters",
                StringColumn.create("letter", counts.keySet()),
                IntColumn.create("count", counts.values().stream().mapToInt(n -> n).toArray()),
                numbers("share", counts.values().stream().mapToDouble(n -> n / all).toArray()));
    }

    /**
     * Returns one row for each column of a table: its kind, rows, gaps, different values, and the range
     * of its numbers or of the lengths of its texts.
     */
    public static Table columns(Table table) {
        Table rows =
                Table.create(
                        table.name(),
                        StringColumn.create("column"),
                        StringColumn.create("kind"),
                        IntColumn.create("rows"),
                        IntColumn.create("gaps"),
                        IntColumn.create("different"),
                        numbers("smallest"),
                        numbers("largest"));
        for (Column<?> column : table.columns()) {
            boolean numbers = column instanceof NumericColumn;
            double[] sizes =
                    numbers
                            ? ((NumericColumn<?>) column).asDoubleArray()
                            : column.asStringColumn().asList().stream()
                                    .mapToDouble(String::length)
                                    .toArray();
            var range = Arrays.stream(sizes).filter(n -> !Double.isNaN(n)).summaryStatistics();
            rows.stringColumn(0).append(column.name());
            rows.stringColumn(1).append(numbers ? "numbers" : "text, length");
            rows.intColumn(2).append(column.size());
            rows.intColumn(3).append(column.countMissing());
            rows.intColumn(4).append(column.unique().size());
            rows.doubleColumn(5).append(range.getMin());
            rows.doubleColumn(6).append(range.getMax());
        }
        return rows;
    }

    /** Returns a column that prints four digits, or all those before the point. */
    private static DoubleColumn numbers(String name, double... values) {
        DoubleColumn column = DoubleColumn.create(name, values);
        column.setPrintFormatter(
                new NumberColumnFormatter() {
                    @Override
                    public String format(double value) {
                        return Double.isFinite(value) ? rounded(value) : "";
                    }
                });
        return column;
    }

    private static String rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int before = exact.precision() - exact.scale();
        BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, before)));
        return before < -DIGITS ? rounded.toString() : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns one row for each class: how many, which share of all, shortest, median and longest. */
    static Table lengths(
            String name, String classes, String items, Map<String, List<Integer>> lengths) {
        double all = lengths.values().stream().mapToInt(List::size).sum();
        IntColumn counts = IntColumn.create(items);
        DoubleColumn shares = numbers("share");
        IntColumn shortest = IntColumn.create("shortest");
        IntColumn median = IntColumn.create("median");
        IntColumn longest = IntColumn.create("longest");
        for (List<Integer> each : lengths.values()) {
            List<Integer> sorted = each.stream().sorted().toList();
            counts.append(sorted.size());
            shares.append(sorted.size() / all);
            shortest.append(sorted.get(0));
            median.append(sorted.get(sorted.size() / 2));
            longest.append(sorted.get(sorted.size() - 1));
        }
        StringColumn names = StringColumn.create(classes, lengths.keySet());
        return Table.create(name, names, counts, shares, shortest, median, longest);
    }
}
