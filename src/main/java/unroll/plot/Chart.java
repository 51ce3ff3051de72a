package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A figure of ours: it also carries what Tablesaw's builders cannot say (annotations, legends, the
 * current form of titles) and says in one line what it shows.
 */
public final class Chart extends Figure {
    private final ObjectNode plotly;
    private final String summary;

    /** Makes a chart of {@code {"data": […], "layout": {…}}}. */
    Chart(ObjectNode plotly, String summary) {
        super(layout(plotly.path("layout")), traces(plotly.path("data")));
        this.plotly = plotly;
        this.summary = summary;
    }

    ObjectNode plotly() {
        return plotly.deepCopy();
    }

    /** Returns what the chart shows, in one line with its final numbers. */
    public String summary() {
        return summary;
    }

    @Override
    public String toString() {
        return summary;
    }

    private static Layout layout(JsonNode layout) {
        return Layout.builder(
                        title(layout), title(layout.path("xaxis")), title(layout.path("yaxis")))
                .width(layout.path("width").intValue())
                .height(layout.path("height").intValue())
                .build();
    }

    /** Returns a title as Tablesaw's templates can hold it. */
    private static String title(JsonNode titled) {
        String text = Html.unescape(titled.path("title").path("text").asText());
        return text.replace('\\', '/').replaceAll("\\s", " ");
    }

    private static Trace[] traces(JsonNode data) {
        return StreamSupport.stream(data.spliterator(), false)
                .map(JsonTrace::new)
                .toArray(Trace[]::new);
    }

    /** A trace that is written as it stands. */
    private record JsonTrace(JsonNode json) implements Trace {
        @Override
        public String asJavascript(int number) {
            return "var trace" + number + " = " + json.toString().replace("<", "\\u003c") + ";\n";
        }

        @Override
        public String name() {
            return json.path("name").asText();
        }

        @Override
        public HoverLabel hoverLabel() {
            return null;
        }

        @Override
        public boolean showLegend() {
            return json.path("showlegend").asBoolean(true);
        }
    }
}
