package unroll.plot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A matrix as coloured cells, with options.
 *
 * <pre>
 *   Plots.heatMap(weights).labels(tokens, tokens).numbers(true)
 * </pre>
 *
 * <p>Without options, colours go from white to dark over the numbers there are, and from blue over
 * white to red, the same far on both sides of zero, where some are negative.
 *
 * <p>{@code table()} has a row for each cell. Of more than four million cells it has the means of
 * blocks of them, and its name says so: who made the matrix still has it.
 */
public final class HeatMap extends Chart {

    /**
     * What is drawn and how.
     *
     * @param heat the cells
     * @param numbers whether the cells carry their numbers
     * @param quantity name of the numbers
     * @param rowAxis name of the rows
     * @param columnAxis name of the columns
     */
    private record Options(
            Heat heat, boolean numbers, String quantity, String rowAxis, String columnAxis) {

        Options heat(Heat other) {
            return new Options(other, numbers, quantity, rowAxis, columnAxis);
        }
    }

    private static final int SIDE = 560;

    /** Rows and columns that {@code table()} has of a matrix at most. */
    private static final int TABLE_SIDE = 2000;

    private final Options options;

    private HeatMap(Options options) {
        super(draw(options));
        this.options = options;
    }

    static HeatMap of(
            double[][] values,
            List<String> rows,
            List<String> columns,
            String quantity,
            String rowAxis,
            String columnAxis) {
        Heat heat = Heat.of(rectangle(values), rows, columns);
        return new HeatMap(new Options(heat, false, quantity, rowAxis, columnAxis));
    }

    /** Returns columns of a table as cells, one row for each of its rows. */
    static HeatMap of(Table table, String names, List<String> columns) {
        List<double[]> numbers = columns.stream().map(c -> Columns.numbers(table, c)).toList();
        double[][] values =
                IntStream.range(0, table.rowCount())
                        .mapToObj(row -> numbers.stream().mapToDouble(c -> c[row]).toArray())
                        .toArray(double[][]::new);
        return of(values, Columns.words(table, names), columns, table.name(), names, "");
    }

    private static double[][] rectangle(double[][] values) {
        Given.all("values", values);
        int width = values.length == 0 ? 0 : values[0].length;
        if (width == 0) {
            throw new IllegalArgumentException("a heat map without a cell; it needs one or more");
        }
        for (int row = 0; row < values.length; row++) {
            if (values[row].length != width) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "row %d of the heat map has %d numbers, row 0 has %d",
                                row, values[row].length, width));
            }
        }
        return Stream.of(values).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns the map with names of its rows and columns; they may repeat.
     *
     * @throws IllegalArgumentException if there are not as many as rows or columns
     */
    public HeatMap labels(List<String> rows, List<String> columns) {
        Given.all("rows", Given.one("rows", rows).toArray());
        Given.all("columns", Given.one("columns", columns).toArray());
        Heat heat = options.heat();
        if (rows.size() != heat.values().length || columns.size() != heat.width()) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "%d row and %d column labels for a heat map of %d rows and %d columns",
                            rows.size(), columns.size(), heat.values().length, heat.width()));
        }
        Heat named =
                new Heat(
                        heat.values(),
                        List.copyOf(rows),
                        List.copyOf(columns),
                        heat.shades(),
                        heat.low(),
                        heat.high(),
                        heat.texts());
        return new HeatMap(options.heat(named));
    }

    /** Returns the map with names of its two sides. */
    public HeatMap axes(String rows, String columns) {
        return new HeatMap(
                new Options(
                        options.heat(),
                        options.numbers(),
                        options.quantity(),
                        Given.one("rows", rows),
                        Given.one("columns", columns)));
    }

    /** Returns the map with a name of its numbers. */
    public HeatMap quantity(String name) {
        return new HeatMap(
                new Options(
                        options.heat(),
                        options.numbers(),
                        Given.one("name", name),
                        options.rowAxis(),
                        options.columnAxis()));
    }

    /** Returns the map with the numbers in its cells, where at most 20 x 20 of them can be read. */
    public HeatMap numbers(boolean on) {
        return new HeatMap(
                new Options(
                        options.heat(),
                        on,
                        options.quantity(),
                        options.rowAxis(),
                        options.columnAxis()));
    }

    /**
     * Returns the map with diverging colours, white at zero, or with sequential ones.
     *
     * <p>The range becomes as wide on both sides of zero, or what it was.
     */
    public HeatMap diverging(boolean on) {
        Heat heat = options.heat();
        double most = Math.max(Math.abs(heat.low()), Math.abs(heat.high()));
        Heat changed =
                on
                        ? heat.shades(ColorScale.DIVERGING).range(-most, most)
                        : heat.shades(ColorScale.SEQUENTIAL);
        return new HeatMap(options.heat(changed));
    }

    /**
     * Returns the map whose colours span a given range; numbers beyond take the colours of the ends.
     *
     * @throws IllegalArgumentException if {@code low} is not below {@code high}
     */
    public HeatMap range(double low, double high) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "a range from %s to %s: the first must be less, and both finite",
                            low, high));
        }
        return new HeatMap(options.heat(options.heat().range(low, high)));
    }

    private static Content draw(Options options) {
        Heat heat = options.numbers() ? options.heat().numbered() : options.heat();
        int rows = heat.values().length;
        double cell = Math.min(44, (double) SIDE / Math.max(rows, heat.width()));
        int left = 40 + (heat.rows().isEmpty() ? 20 : Heat.widest(heat.rows()));
        int width = Math.max(360, (int) (cell * heat.width()) + left + 110);
        int below =
                50 + (heat.columns().isEmpty() ? 15 : Math.min(90, Heat.widest(heat.columns())));
        int height = Math.max(200, (int) (cell * rows)) + 50 + below;
        ChartJson json = new ChartJson(title(options), width, height).margin(left, 90, 45, below);
        Blocks blocks = Blocks.of(rows, heat.width(), Blocks.SIDE);
        heat.means(blocks).draw(json, Place.WHOLE, options.quantity());
        heat.axes(json, Place.WHOLE, options.columnAxis(), options.rowAxis());
        if (!blocks.single()) {
            blocks.place(json.trace(0));
            PlotlyLimit.note(json.layout(), blocks.note());
        }
        return json.content(summary(options), table(options));
    }

    private static String title(Options options) {
        String name = options.quantity().isEmpty() ? "Heat map" : options.quantity();
        double[][] values = options.heat().values();
        long infinite = Heat.all(values).filter(Double::isInfinite).count();
        return Digits.format("%s, %d × %d", name, values.length, options.heat().width())
                + Words.leftOut(infinite, "infinite number", "");
    }

    private static String summary(Options options) {
        double[][] values = options.heat().values();
        double mean = Magnitude.mean(() -> Heat.all(values).filter(Double::isFinite));
        String range = Words.range(Heat.all(values));
        return title(options) + ": " + range + ", mean " + Digits.four(mean) + ".";
    }

    private static Supplier<Table> table(Options options) {
        return () -> table(options.heat(), options.rowAxis(), options.columnAxis());
    }

    private static Table table(Heat heat, String rowAxis, String columnAxis) {
        List<String> rows = names(heat.rows(), heat.values().length);
        List<String> columns = names(heat.columns(), heat.width());
        boolean all = (long) rows.size() * columns.size() <= TABLE_SIDE * TABLE_SIDE;
        Blocks blocks =
                all
                        ? new Blocks(rows.size(), columns.size(), 1, 1)
                        : Blocks.of(rows.size(), columns.size(), TABLE_SIDE);
        double[][] values = heat.means(blocks).values();
        DoubleColumn value = DoubleColumn.create("value");
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER); // as a table compares
        taken.add(value.name());
        StringColumn row = StringColumn.create(name(taken, rowAxis, "row"));
        StringColumn column = StringColumn.create(name(taken, columnAxis, "column"));
        for (int r = 0; r < values.length; r++) {
            String name = Blocks.name(rows, r * blocks.down(), blocks.down());
            for (int c = 0; c < values[r].length; c++) {
                row.append(name);
                column.append(Blocks.name(columns, c * blocks.across(), blocks.across()));
                value.append(values[r][c]);
            }
        }
        String named = blocks.single() ? "heat map" : "heat map, " + blocks.note("");
        return Table.create(named, row, column, value);
    }

    /** Returns the name of an axis as a column's, or another where it is blank or taken. */
    private static String name(Set<String> taken, String axis, String otherwise) {
        return Stream.of(axis, otherwise, otherwise + " label")
                .filter(name -> !name.isBlank() && taken.add(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<String> labels, int count) {
        return labels.isEmpty()
                ? IntStream.range(0, count).mapToObj(String::valueOf).toList()
                : labels;
    }
}
