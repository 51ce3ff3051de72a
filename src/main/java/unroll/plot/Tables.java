package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables as pictures: short, with numbers at the right and four significant digits.
 *
 * <p>A table of a million rows costs a notebook no more than one of twenty: its first and its last
 * rows are shown, since both ends of a course are of interest.
 */
public final class Tables {
    private static final int ROWS = 20;
    private static final int FIRST_ROWS = 12;
    private static final int COLUMNS = 12;
    private static final int CHARACTERS = 60;

    /** Cells of a reader's own table at most: long ones stay below the megabyte of a notebook cell. */
    private static final int CELLS = 2000;

    private static final String ELLIPSIS = "…";
    private static final String CELL = "padding: 2px 10px; text-align: ";

    private Tables() {}

    /** Returns both ends of a Tablesaw table; its caption says how many rows and columns it has. */
    public static Picture of(Table table) {
        Given.one("table", table);
        List<Column<?>> columns = table.columns().stream().limit(COLUMNS).toList();
        boolean wider = table.columnCount() > COLUMNS;
        boolean longer = table.rowCount() > ROWS;
        List<List<Object>> rows = new ArrayList<>();
        for (int row : shown(table.rowCount())) {
            List<Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(row < 0 ? ELLIPSIS : cell(column, row)));
            rows.add(cut(cells, ELLIPSIS, wider));
        }
        List<String> header = new ArrayList<>(columns.stream().map(Column::name).toList());
        String shown =
                Digits.format(", %d × %d shown", Math.min(ROWS, table.rowCount()), columns.size());
        String caption = table.name() + ": " + size(table) + (wider || longer ? shown : "");
        return of(caption, cut(header, ELLIPSIS, wider), rows).with(() -> table);
    }

    /** Returns the same folded away under one line, to be opened with a click or the Enter key. */
    public static Picture folded(Table table) {
        Picture open = of(table);
        String html =
                Digits.format(
                        "<details><summary>The numbers: %s</summary>%s</details>",
                        size(table), open.html());
        return Picture.ofHtml(html, open.text()).with(() -> table);
    }

    private static String size(Table table) {
        return Digits.count(table.rowCount(), "row")
                + " × "
                + Digits.count(table.columnCount(), "column");
    }

    /** Returns the rows that are shown, with -1 where rows are left out. */
    private static int[] shown(int rows) {
        if (rows <= ROWS) {
            return IntStream.range(0, rows).toArray();
        }
        IntStream last = IntStream.range(rows - ROWS + FIRST_ROWS, rows);
        IntStream first = IntStream.concat(IntStream.range(0, FIRST_ROWS), IntStream.of(-1));
        return IntStream.concat(first, last).toArray();
    }

    private static <T> List<T> cut(List<T> cells, T end, boolean wider) {
        if (wider) {
            cells.add(end);
        }
        return cells;
    }

    private static Object cell(Column<?> column, int row) {
        return column.isMissing(row) ? "" : column.get(row);
    }

    /**
     * Returns a table of given cells: all of them, or the first rows of very many, and says so.
     *
     * @param caption what the table shows; may be empty
     * @param header one name per column
     * @param rows cells; a {@link Number} is set at the right
     * @throws IllegalArgumentException if a row has not as many cells as the header
     */
    public static Picture of(String caption, List<String> header, List<? extends List<?>> rows) {
        Given.one("caption", caption);
        Given.all("header", Given.one("header", header).toArray());
        Given.all("rows", Given.one("rows", rows).toArray());
        for (List<?> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "a row has %d cells, the header has %d: %s",
                                row.size(), header.size(), row));
            }
        }
        int most = Math.max(1, CELLS / Math.max(1, header.size()));
        if (rows.size() <= most) {
            return Picture.ofHtml(html(caption, header, rows), text(caption, header, rows));
        }
        String some = Digits.format("the first %,d of %,d rows", most, rows.size());
        String line = caption.isEmpty() ? some : caption + ", " + some;
        List<? extends List<?>> first = rows.subList(0, most);
        return Picture.ofHtml(html(line, header, first), text(line, header, first));
    }

    private static String html(String caption, List<String> header, List<? extends List<?>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        if (!caption.isEmpty()) {
            html.append("<caption style=\"text-align: left\">")
                    .append(Html.escape(caption))
                    .append("</caption>");
        }
        boolean[] right = numeric(header.size(), rows);
        html.append("<thead><tr>");
        for (int column = 0; column < header.size(); column++) {
            html.append(cell("th scope=\"col\"", right[column], header.get(column)));
        }
        html.append("</tr></thead><tbody>");
        for (List<?> row : rows) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append(cell("td", right[column], written(row.get(column))));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String cell(String element, boolean right, String text) {
        String side = right ? "right" : "left";
        String end = element.substring(0, 2);
        return Digits.format(
                "<%s style=\"%s%s\">%s</%s>", element, CELL, side, Html.escape(text), end);
    }

    private static String text(String caption, List<String> header, List<? extends List<?>> rows) {
        int[] widths =
                IntStream.range(0, header.size())
                        .map(column -> width(header.get(column), rows, column))
                        .toArray();
        List<String> lines = new ArrayList<>();
        if (!caption.isEmpty()) {
            lines.add(caption);
        }
        boolean[] right = numeric(header.size(), rows);
        lines.add(line(header, widths, right));
        for (List<?> row : rows) {
            lines.add(line(row.stream().map(Tables::written).toList(), widths, right));
        }
        return String.join("\n", lines);
    }

    private static int width(String name, List<? extends List<?>> rows, int column) {
        int cells =
                rows.stream().mapToInt(row -> written(row.get(column)).length()).max().orElse(0);
        return Math.max(name.length(), cells);
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        column -> {
                            String padding =
                                    " ".repeat(widths[column] - cells.get(column).length());
                            return right[column]
                                    ? padding + cells.get(column)
                                    : cells.get(column) + padding;
                        })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    /** Returns for each column whether any of its cells is a number. */
    private static boolean[] numeric(int columns, List<? extends List<?>> rows) {
        boolean[] numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            numeric[column] = rows.stream().anyMatch(row -> row.get(at) instanceof Number);
        }
        return numeric;
    }

    private static String written(Object cell) {
        if (cell instanceof Double || cell instanceof Float) {
            return Digits.four(((Number) cell).doubleValue());
        }
        if (cell instanceof Long whole) {
            return Digits.grouped(whole);
        }
        String text = String.valueOf(cell).replaceAll("\\s", " ");
        boolean fits = text.codePointCount(0, text.length()) <= CHARACTERS;
        return fits
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS - 1)) + ELLIPSIS;
    }
}
