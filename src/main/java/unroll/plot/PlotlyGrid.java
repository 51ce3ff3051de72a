package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns a layout's grid into places of its axes, which every reader of Plotly JSON understands. */
final class PlotlyGrid {
    private PlotlyGrid() {}

    /** Changes the layout in place. */
    static void place(ObjectNode plotly) {
        ObjectNode layout = (ObjectNode) plotly.get("layout");
        JsonNode grid = layout.remove("grid");
        int rows = grid == null ? 0 : grid.path("rows").asInt();
        int columns = grid == null ? 0 : grid.path("columns").asInt();
        if (rows < 1 || columns < 1 || rows * columns > 400) {
            return;
        }
        boolean independent = grid.path("pattern").asText().equals("independent");
        boolean upward = grid.path("roworder").asText().startsWith("bottom");
        double apart = independent ? 0.2 : 0.1;
        double xGap = gap(grid.path("xgap"), apart);
        double yGap = gap(grid.path("ygap"), independent ? 0.3 : 0.1);
        for (int i = 0; i < (independent ? rows * columns : columns); i++) {
            axis(layout, "x", i, domain(i % columns, columns, xGap), independent);
        }
        for (int i = 0; i < (independent ? rows * columns : rows); i++) {
            int row = independent ? i / columns : i;
            double[] domain = domain(upward ? row : rows - 1 - row, rows, yGap);
            axis(layout, "y", i, domain, independent);
        }
    }

    /** Gaps are parts of a cell; Tablesaw's own default, 100, is none. */
    private static double gap(JsonNode stated, double otherwise) {
        double gap = Read.number(stated, otherwise);
        return gap >= 0 && gap < 1 ? gap : otherwise;
    }

    private static double[] domain(int cell, int cells, double gap) {
        double step = 1 / (cells - gap);
        return new double[] {cell * step, Math.min(1, (cell + 1 - gap) * step)};
    }

    private static void axis(
            ObjectNode layout, String side, int i, double[] domain, boolean independent) {
        String number = i == 0 ? "" : String.valueOf(i + 1);
        ObjectNode axis = layout.withObject("/" + side + "axis" + number);
        if (!axis.has("domain")) {
            axis.putArray("domain").add(domain[0]).add(domain[1]);
        }
        if (independent && !axis.has("anchor")) {
            axis.put("anchor", (side.equals("x") ? "y" : "x") + number);
        }
    }
}
