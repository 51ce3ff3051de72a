package unroll.plot;

import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of a reader's table; who asks for one that is not there is told which are. */
final class Columns {
    private Columns() {}

    static Column<?> any(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        Digits.format(
                                                "column '%s' is missing; the table has: %s",
                                                name, String.join(", ", table.columnNames()))));
    }

    static double[] numbers(Table table, String name) {
        if (any(table, name) instanceof NumericColumn<?> column) {
            return column.asDoubleArray();
        }
        List<String> numeric = table.numericColumns().stream().map(Column::name).toList();
        throw new IllegalArgumentException(
                Digits.format(
                        "column '%s' holds no numbers but %s; columns of numbers are: %s",
                        name,
                        any(table, name).type().name(),
                        numeric.isEmpty() ? "none" : String.join(", ", numeric)));
    }

    static List<String> words(Table table, String name) {
        return any(table, name).asStringColumn().asList();
    }

    static void requireRows(Table table) {
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    Digits.format("table '%s' has no row; there is nothing to draw", table.name()));
        }
    }
}
