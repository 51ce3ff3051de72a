package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import tech.tablesaw.plotly.components.Figure;

/** A figure as a drawing that needs no script: one SVG document, the same bytes on every machine. */
public final class Svg {
    private Svg() {}

    /**
     * Draws a figure of lines and points. A figure of another kind becomes a frame that names it; its
     * interactive form is untouched.
     */
    public static String of(Figure figure) {
        return of(PlotlyJson.tree(figure), Caption.of(figure));
    }

    static String of(JsonNode plotly, String summary) {
        Set<String> others = new TreeSet<>();
        plotly.path("data").forEach(trace -> others.add(trace.path("type").asText("scatter")));
        others.remove("scatter");
        return others.isEmpty()
                ? new LineChart(plotly, summary).draw()
                : frame(plotly.path("layout"), others, summary);
    }

    private static String frame(JsonNode layout, Set<String> kinds, String summary) {
        SvgCanvas canvas = new SvgCanvas(640, 120, summary);
        String title = Html.unescape(layout.path("title").path("text").asText());
        canvas.title(20, 36, 16, TextWidth.fit(title, 18, 600));
        canvas.text(
                20,
                72,
                SvgCanvas.Anchor.START,
                13,
                Palette.SOFT_INK,
                "Charts of type %s have no still picture; this one shows where Plotly is."
                        .formatted(String.join(", ", kinds)));
        return canvas.finish();
    }
}
