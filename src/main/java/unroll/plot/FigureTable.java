package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.components.Figure;

/** Reads the numbers back out of any figure: one row per point. */
final class FigureTable {
    /** What traces call their numbers, in the order of the columns. */
    private static final List<String> FIELDS =
            List.of("x", "y", "z", "open", "high", "low", "close", "labels", "values");

    private final StringColumn trace = StringColumn.create("trace");
    private final IntColumn panel = IntColumn.create("panel");
    private final List<StringColumn> columns = new ArrayList<>();
    private final Set<String> fields = new LinkedHashSet<>();

    private FigureTable(List<JsonNode> figures) {
        for (JsonNode figure : figures) {
            for (JsonNode one : figure.path("data")) {
                FIELDS.stream().filter(field -> one.path(field).isArray()).forEach(fields::add);
            }
        }
        FIELDS.stream().filter(fields::contains).map(StringColumn::create).forEach(columns::add);
        for (int i = 0; i < figures.size(); i++) {
            add(figures.get(i), i + 1);
        }
    }

    /** Returns the points of a figure by trace. */
    static Table of(Figure figure) {
        return new FigureTable(List.of(PlotlyJson.whole(figure))).table(figure, false);
    }

    /** Returns the points of several figures by panel and trace. */
    static Table of(List<? extends Figure> figures) {
        List<JsonNode> trees = new ArrayList<>();
        figures.forEach(figure -> trees.add(PlotlyJson.whole(figure)));
        return new FigureTable(trees).table(figures.get(0), true);
    }

    private void add(JsonNode figure, int number) {
        for (JsonNode trace : figure.path("data")) {
            JsonNode one = RepeatedLabels.named(figure, trace);
            boolean cells = one.path("z").path(0).isArray();
            if (cells) {
                cells(one, number);
            } else {
                points(one, number);
            }
        }
    }

    private void points(JsonNode one, int number) {
        int count = fields.stream().mapToInt(field -> one.path(field).size()).max().orElse(0);
        for (int i = 0; i < count; i++) {
            row(one, number);
            for (StringColumn column : columns) {
                column.append(text(one.path(column.name()).path(i)));
            }
        }
    }

    private void cells(JsonNode one, int number) {
        for (int row = 0; row < one.path("z").size(); row++) {
            for (int at = 0; at < one.path("z").path(row).size(); at++) {
                row(one, number);
                for (StringColumn column : columns) {
                    column.append(
                            switch (column.name()) {
                                case "x" -> text(one.path("x").path(at), at);
                                case "y" -> text(one.path("y").path(row), row);
                                case "z" -> text(one.path("z").path(row).path(at));
                                default -> "";
                            });
                }
            }
        }
    }

    private void row(JsonNode one, int number) {
        panel.append(number);
        String name = Html.unescape(one.path("name").asText());
        trace.append(name.isEmpty() ? one.path("type").asText("scatter") : name);
    }

    private static String text(JsonNode value, int otherwise) {
        return value.isMissingNode() ? String.valueOf(otherwise) : text(value);
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : Html.unescape(value.asText());
    }

    private Table table(Figure figure, boolean panels) {
        Table table = Table.create(title(figure, panels));
        if (panels) {
            table.addColumns(panel);
        }
        table.addColumns(trace);
        columns.forEach(column -> table.addColumns(typed(column)));
        return table;
    }

    private static String title(Figure figure, boolean panels) {
        JsonNode title = PlotlyJson.whole(figure).path("layout").path("title").path("text");
        return panels ? "panels" : Html.unescape(title.asText("figure"));
    }

    /** Returns numbers as numbers where a column holds nothing else. */
    private static Column<?> typed(StringColumn column) {
        DoubleColumn numbers = DoubleColumn.create(column.name());
        for (String text : column) {
            try {
                numbers.append(text.isEmpty() ? Double.NaN : Double.parseDouble(text));
            } catch (NumberFormatException e) { // words among them: they stay words
                return column;
            }
        }
        return numbers;
    }
}
