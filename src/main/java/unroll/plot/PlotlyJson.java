package unroll.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A Tablesaw figure as Plotly JSON: what {@code application/vnd.plotly.v1+json} holds.
 *
 * <p>Tablesaw writes JavaScript for plotly.js 1. This class reads its object literals and returns
 * strict JSON for every plotly.js: titles as {@code {"text": …}}, numbers as numbers, NaN as null.
 * Text from data is shown literally, never as markup.
 */
public final class PlotlyJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(
                            JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private PlotlyJson() {}

    /**
     * Returns {@code data}, {@code layout} and, where the figure has one, {@code config}, made of
     * maps, lists, strings, numbers and booleans only.
     *
     * @throws IllegalArgumentException if a trace of the reader's own writes what is not an object
     */
    public static Map<String, Object> of(Figure figure) {
        return map(tree(figure));
    }

    static Map<String, Object> map(JsonNode plotly) {
        return MAPPER.convertValue(plotly, MAP);
    }

    /** Returns the same as text that may stand inside a {@code <script>} element. */
    public static String text(Figure figure) {
        return tree(figure)
                .toString()
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Returns a text that Plotly, which reads markup in labels, shows as it is. */
    static String literal(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the figure as it is drawn: with fewer points where it has very many. */
    static ObjectNode tree(Figure figure) {
        return Shown.of(figure).plotly();
    }

    /** Returns the figure with all its points. */
    static ObjectNode whole(Figure figure) {
        return figure instanceof Chart chart ? chart.plotly() : repaired(figure);
    }

    /** Returns what Tablesaw wrote, mended. */
    private static ObjectNode repaired(Figure figure) {
        ObjectNode json = object();
        ArrayNode data = json.putArray("data");
        Trace[] traces = figure.getTraces();
        for (int i = 0; i < traces.length; i++) {
            data.add(read(traces[i].asJavascript(i)));
        }
        json.set(
                "layout",
                figure.getLayout() == null ? object() : read(figure.getLayout().asJavascript()));
        if (figure.getConfig() != null) {
            json.set("config", read(figure.getConfig().asJavascript()));
        }
        CellOrder.ascending(json);
        PlotlyGrid.place(json);
        RepeatedLabels.spread(json);
        PlotlyTexts.fit(json);
        PlotlyLook.dress(json);
        return json;
    }

    /** Reads the object literal in a statement such as {@code var trace0 = {…};}. */
    private static ObjectNode read(String javascript) {
        int from = javascript.indexOf('{');
        int to = javascript.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "expected \"var name = {…};\" from a Plotly trace or layout, found: "
                            + javascript);
        }
        String literal = JavascriptStrings.toJson(javascript.substring(from, to + 1));
        try {
            ObjectNode object = (ObjectNode) MAPPER.readTree(literal);
            PlotlyRepair.repair(object);
            return object;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a Plotly trace or layout cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
