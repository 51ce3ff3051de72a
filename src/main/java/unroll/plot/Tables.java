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
 * <p>A table of a million rows costs a notebook no more than one of twenty.
 */
public final class Tables {
    private static final int ROWS = 20;
    private static final int COLUMNS = 12;
    private static final int CHARACTERS = 60;
    private static final String ELLIPSIS = "…";
    private static final String CELL = "padding: 2px 10px; text-align: ";

    private Tables() {}

    /** Returns the first rows and columns of a Tablesaw table; its caption says how many there are. */
    public static Picture of(Table table) {
        List<Column<?>> columns = table.columns().stream().limit(COLUMNS).toList();
        List<String> header = new ArrayList<>(columns.stream().map(Column::name).toList());
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(ROWS, table.rowCount()); row++) {
            int at = row;
            rows.add(new ArrayList<>(columns.stream().map(column -> cell(column, at)).toList()));
        }
        if (table.columnCount() > COLUMNS) {
            header.add(ELLIPSIS);
            rows.forEach(row -> row.add(ELLIPSIS));
        }
        String size =
                Digits.format(
                        "%s: %,d rows × %,d columns",
                        table.name(), table.rowCount(), table.columnCount());
        boolean all = rows.size() == table.rowCount() && columns.size() == table.columnCount();
        String shown = Digits.format(", %d × %d shown", rows.size(), columns.size());
        return of(size + (all ? "" : shown), header, rows);
    }

    private static Object cell(Column<?> column, int row) {
        return column.isMissing(row) ? "" : column.get(row);
    }

    /**
     * Returns a table of given cells, all of them.
     *
     * @param caption what the table shows; may be empty
     * @param header one name per column
     * @param rows cells; a {@link Number} is set at the right
     * @throws IllegalArgumentException if a row has not as many cells as the header
     */
    public static Picture of(String caption, List<String> header, List<? extends List<?>> rows) {
        for (List<?> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row has %d cells, the header has %d: %s"
                                .formatted(row.size(), header.size(), row));
            }
        }
        return Picture.ofHtml(html(caption, header, rows), text(caption, header, rows));
    }

    private static String html(String caption, List<String> header, List<? extends List<?>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        if (!caption.isEmpty()) {
            html.append("<caption style=\"text-align: left\">")
                    .append(Html.escape(caption))
                    .append("</caption>");
        }
        html.append("<thead><tr>");
        for (int column = 0; column < header.size(); column++) {
            html.append(cell("th", isNumeric(rows, column), header.get(column)));
        }
        html.append("</tr></thead><tbody>");
        for (List<?> row : rows) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append(cell("td", isNumeric(rows, column), written(row.get(column))));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String cell(String element, boolean right, String text) {
        String side = right ? "right" : "left";
        return "<%s style=\"%s%s\">%s</%s>"
                .formatted(element, CELL, side, Html.escape(text), element);
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
        lines.add(line(header, widths, rows));
        for (List<?> row : rows) {
            lines.add(line(row.stream().map(Tables::written).toList(), widths, rows));
        }
        return String.join("\n", lines);
    }

    private static int width(String name, List<? extends List<?>> rows, int column) {
        int cells =
                rows.stream().mapToInt(row -> written(row.get(column)).length()).max().orElse(0);
        return Math.max(name.length(), cells);
    }

    private static String line(List<String> cells, int[] widths, List<? extends List<?>> rows) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        column -> {
                            String padding =
                                    " ".repeat(widths[column] - cells.get(column).length());
                            return isNumeric(rows, column)
                                    ? padding + cells.get(column)
                                    : cells.get(column) + padding;
                        })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static boolean isNumeric(List<? extends List<?>> rows, int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    private static String written(Object cell) {
        if (cell instanceof Double || cell instanceof Float) {
            return Digits.four(((Number) cell).doubleValue());
        }
        if (cell instanceof Long whole) {
            return Digits.grouped(whole);
        }
        String text = String.valueOf(cell).replaceAll("\\s", " ");
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS - 1) + ELLIPSIS;
    }
}
