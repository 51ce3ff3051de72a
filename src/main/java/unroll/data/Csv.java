package unroll.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import unroll.data.CsvRecords.Cell;

/**
 * How a file of comma-separated values is read; its first line names the columns.
 *
 * <pre>
 *   Csv.read(Path.of("reviews.csv"))                                 // a table
 *   Csv.of(Path.of("reviews.csv")).texts("text", "label")            // examples for a classifier
 *   Csv.of(Path.of("prices.csv")).separator(';').series("close")     // a series for a forecaster
 *   Csv.of(Path.of("loads.csv")).series("date", "load")              // whose times are checked
 * </pre>
 *
 * <p>Nothing is guessed and nothing passed over but empty lines, which in a file of one column are gaps
 * if a row follows: what is not as it should be is refused with its line and column. Reading takes
 * time in proportion to the file.
 *
 * @param file where it is
 * @param charset name of its encoding
 * @param separator what stands between two cells
 * @param carryForward whether a gap in a series takes the value before it; else it is refused
 */
public record Csv(Path file, String charset, char separator, boolean carryForward) {
    private static final int MEMORY_PER_BYTE = 8;
    private static final int SERIES_VALUE =
            4 * Double.BYTES; // while lists and copies of it are made

    public Csv {
        TextFile.charset(charset);
        Objects.requireNonNull(file, "file is null: name one, for example Path.of(\"my.csv\")");
        if (separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException(
                    "a quote or a line end cannot separate cells; try ',', ';' or '\\t'");
        }
    }

    /** Returns how a file in UTF-8 with commas is read. */
    public static Csv of(Path file) {
        return new Csv(file, "UTF-8", ',', false);
    }

    /**
     * Reads a file in UTF-8 with commas as a table.
     *
     * @throws DataFileException as {@link #table}
     */
    public static Table read(Path file) {
        return of(file).table();
    }

    /**
     * Returns this with another encoding, for example {@code "windows-1252"}.
     *
     * @throws IllegalArgumentException if Java knows no encoding of that name
     */
    public Csv charset(String name) {
        return new Csv(file, name, separator, carryForward);
    }

    /** Returns this with another separator, for example {@code ';'} or {@code '\t'}. */
    public Csv separator(char character) {
        return new Csv(file, charset, character, carryForward);
    }

    /** Returns this with gaps in a series filled by the value before them, or refused. */
    public Csv carryForward(boolean fill) {
        return new Csv(file, charset, separator, fill);
    }

    private CsvRows rows(int memoryPerByte) {
        TextFile source = new TextFile(file, TextFile.charset(charset), "charset(\"%s\")");
        TextStream in =
                memoryPerByte == 0 ? source.open() : source.open(memoryPerByte, "reading it");
        try {
            return new CsvRows(in, separator);
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Passes the rows on one by one, cells by the names of their columns; memory does not grow.
     *
     * @throws DataFileException if the file is no such table; rows before the fault were passed on
     */
    public void forEach(Consumer<Map<String, String>> action) {
        Given.value("action", action);
        try (CsvRows rows = rows(0)) {
            for (List<Cell> row = rows.next(); row != null; row = rows.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.put(rows.names().get(i), row.get(i).text());
                }
                action.accept(cells);
            }
        }
    }

    /**
     * Reads examples for a classifier of texts, each standing alone.
     *
     * @param text name of the column with what is read
     * @param label name of the column with the class
     * @throws DataFileException if the file is no such table, a text or a label is blank, or a label is
     *     a word for what is missing, such as {@code NA} or {@code null}
     */
    public List<LabelledText> texts(String text, String label) {
        return texts(text, label, null);
    }

    /**
     * Reads examples for a classifier of texts that stay together by group.
     *
     * @param group name of the column that is equal for examples which a split must not part
     * @throws DataFileException as {@link #texts(String, String)}
     */
    public List<LabelledText> texts(String text, String label, String group) {
        try (CsvRows rows = rows(MEMORY_PER_BYTE)) {
            int[] at = {
                rows.column(text), rows.column(label), group == null ? -1 : rows.column(group)
            };
            List<LabelledText> examples = new ArrayList<>();
            for (List<Cell> row = rows.next(); row != null; row = rows.next()) {
                Cell words = row.get(at[0]);
                Cell name = row.get(at[1]);
                String fault = Labels.fault(words.text(), name.text());
                if (fault != null) {
                    throw rows.fault(Labels.isBlank(words.text()) ? words : name, fault);
                }
                String together = at[2] < 0 ? "" : row.get(at[2]).text();
                rows.keep(Kept.ITEM + Kept.of(words.text()) + Kept.of(name.text()));
                rows.keep(at[2] < 0 ? 0 : Kept.of(together));
                examples.add(new LabelledText(words.text(), name.text(), together));
            }
            requireRows(examples.size());
            return List.copyOf(examples);
        }
    }

    /**
     * Reads a column as a series, the first row being the oldest, as far as the reader knows: other
     * columns, such as one of dates, are not looked at.
     *
     * @throws DataFileException if the file is no such table, a cell of the column is no number, or
     *     is a gap ({@code NA} or empty) that is not to be filled
     */
    public TimeSeries series(String column) {
        return read(null, column);
    }

    /**
     * Reads a column as a series whose times stand in another: numbers, or dates such as {@code
     * 2024-01-31}, {@code 2024-01-31 18:30} and {@code 2024-01}.
     *
     * @param time name of the column of times
     * @throws DataFileException as {@link #series(String)}, or if a time is none, is not later than the
     *     one before, or lies further from it than usual
     */
    public TimeSeries series(String time, String column) {
        return read(Given.value("the name of a column", time), column);
    }

    private TimeSeries read(String time, String column) {
        try (CsvRows rows = rows(MEMORY_PER_BYTE)) {
            int at = rows.column(column);
            int when = time == null ? -1 : rows.column(time);
            Times times = new Times(rows);
            DoubleStream.Builder values = DoubleStream.builder();
            double last = Double.NaN;
            int count = 0;
            for (List<Cell> row = rows.next(); row != null; row = rows.next()) {
                if (when >= 0) {
                    times.add(row.get(when));
                    rows.keep(2 * SERIES_VALUE);
                }
                last = value(rows, row.get(at), last);
                values.add(last);
                rows.keep(SERIES_VALUE);
                count++;
            }
            requireRows(count);
            times.requireEven(column);
            return new TimeSeries(column, values.build().toArray());
        }
    }

    private double value(CsvRows rows, Cell cell, double last) {
        if (Numbers.isGap(cell.text())) {
            if (carryForward && !Double.isNaN(last)) {
                return last;
            }
            throw rows.fault(
                    cell,
                    carryForward
                            ? "the series begins with a gap, there is no value before it; delete the row"
                            : String.format(
                                    Locale.ROOT,
                                    "a gap (\"%s\") in the series; fill it, or take the value before it with carryForward(true)",
                                    cell.text()));
        }
        String fault = Numbers.fault(cell.text());
        if (fault != null) {
            throw rows.fault(
                    cell,
                    String.format(
                            Locale.ROOT,
                            "\"%s\" is no number; %s",
                            Labels.shown(cell.text()),
                            fault));
        }
        return Double.parseDouble(cell.text());
    }

    /**
     * Reads all columns: one in which every cell is a number or a gap as numbers, any other as text.
     *
     * <p>What begins with a zero, such as {@code 007}, is a name and stays text; so do {@code T}, {@code
     * null} and dates.
     *
     * @throws DataFileException if the file is missing or no table, or has a header only
     */
    public Table table() {
        try (CsvRows rows = rows(MEMORY_PER_BYTE)) {
            rows.requireTableNames();
            List<List<String>> columns = new ArrayList<>();
            rows.names().forEach(name -> columns.add(new ArrayList<>()));
            for (List<Cell> row = rows.next(); row != null; row = rows.next()) {
                for (int i = 0; i < row.size(); i++) {
                    rows.keep(Kept.ITEM + Kept.of(row.get(i).text()));
                    columns.get(i).add(row.get(i).text());
                }
            }
            requireRows(columns.get(0).size());
            Table table = Table.create(String.valueOf(file.getFileName()));
            for (int i = 0; i < columns.size(); i++) {
                table.addColumns(column(rows.names().get(i), columns.get(i)));
            }
            return table;
        }
    }

    private static Column<?> column(String name, List<String> cells) {
        boolean numbers = false;
        for (String cell : cells) {
            boolean gap = Numbers.isGap(cell);
            if (!gap && (Numbers.isCode(cell) || !Numbers.isNumber(cell))) {
                return StringColumn.create(name, cells);
            }
            numbers |= !gap;
        }
        return numbers
                ? DoubleColumn.create(name, cells.stream().mapToDouble(Numbers::orNaN))
                : StringColumn.create(name, cells);
    }

    private void requireRows(int count) {
        if (count == 0) {
            throw new DataFileException(file, "has a header and no rows");
        }
    }
}
