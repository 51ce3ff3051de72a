package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.plotly.components.Figure;

/** Says in one line what a figure shows: for terminals, and for those who cannot see the picture. */
final class Caption {
    private static final int TRACES = 8;
    private static final int LENGTH = 1000;

    private Caption() {}

    static String of(Figure figure) {
        return figure instanceof Chart chart ? chart.summary() : of(PlotlyJson.tree(figure));
    }

    private static String of(JsonNode plotly) {
        List<String> parts = new ArrayList<>();
        JsonNode data = plotly.path("data");
        for (int i = 0; i < Math.min(data.size(), TRACES); i++) {
            parts.add(trace(data.path(i)));
        }
        if (data.size() > TRACES) {
            parts.add(Digits.format("and %d more", data.size() - TRACES));
        }
        String title = plotly.path("layout").path("title").path("text").asText("Figure");
        String line =
                Html.unescape(title + ": " + String.join("; ", parts)).replaceAll("\\s+", " ");
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH - 1) + "…";
    }

    private static String trace(JsonNode trace) {
        String name = trace.path("name").asText();
        String type = trace.path("type").asText("scatter");
        JsonNode y = trace.path(trace.has("values") ? "values" : "y");
        String what = (name.isEmpty() ? type : name) + ", " + Digits.grouped(y.size()) + " points";
        JsonNode last = y.path(y.size() - 1);
        return last.isNumber() ? what + ", last " + Digits.four(last.doubleValue()) : what;
    }
}
