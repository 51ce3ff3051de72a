package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A figure of ours: it also carries what Tablesaw's builders cannot say (annotations, legends, the
 * current form of titles), says in one line what it shows, and gives its numbers as a table.
 *
 * <p>Charts do not change: every option returns another chart. Those of the kind come first, title
 * and size last.
 *
 * <pre>
 *   Plots.loss(history).smoothed(20).logarithmic(true).title("A first attempt")
 * </pre>
 */
public abstract class Chart extends Figure {
    private static final int LEAST_SIDE = 200;
    private static final int MOST_SIDE = 1600;

    private final Content content;

    Chart(Content content) {
        super(layout(content.plotly().path("layout")), traces(content.plotly().path("data")));
        this.content = content;
    }

    final ObjectNode plotly() {
        return content.plotly().deepCopy();
    }

    /** Returns what the chart shows, in one line with its final numbers. */
    public final String summary() {
        return content.summary();
    }

    /** Returns the numbers behind the chart. */
    public final Table table() {
        return content.table().get();
    }

    /** Returns the same chart under another title. */
    public final Chart title(String title) {
        ObjectNode changed = plotly();
        ObjectNode layout = (ObjectNode) changed.get("layout");
        layout.withObject("/title").put("text", PlotlyJson.literal(title));
        return new PlainChart(new Content(changed, content.summary(), content.table()));
    }

    /**
     * Returns the same chart in another size.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws IllegalArgumentException if one is not in 200 .. 1600
     */
    public final Chart size(int width, int height) {
        for (int side : new int[] {width, height}) {
            if (side < LEAST_SIDE || side > MOST_SIDE) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "a chart of %d x %d pixels: both must be in %d to %d",
                                width, height, LEAST_SIDE, MOST_SIDE));
            }
        }
        ObjectNode changed = plotly();
        ((ObjectNode) changed.get("layout")).put("width", width).put("height", height);
        return new PlainChart(new Content(changed, content.summary(), content.table()));
    }

    @Override
    public final String toString() {
        return content.summary();
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
