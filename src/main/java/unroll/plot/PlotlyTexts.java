package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes texts fit into their figure: Plotly lets a long name push everything else out of sight.
 *
 * <p>What is cut ends in an ellipsis. Categories keep their names; only what is written of them is
 * cut.
 */
final class PlotlyTexts {
    private static final double TITLE = 17;
    private static final double LABEL = 14;
    private static final double TICK = 12;
    private static final double LONGEST_TICK = 150;
    private static final double LONGEST_NAME = 260;

    private final ObjectNode plotly;
    private final ObjectNode layout;
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final int width;
    private final int height;

    private PlotlyTexts(ObjectNode plotly) {
        this.plotly = plotly;
        this.layout = (ObjectNode) plotly.get("layout");
        this.width = layout.path("width").asInt(640);
        this.height = layout.path("height").asInt(400);
    }

    /** Changes the figure in place. */
    static void fit(ObjectNode plotly) {
        new PlotlyTexts(plotly).fit();
    }

    private void fit() {
        title(layout, TITLE, width - 60);
        if (layout.path("title") instanceof ObjectNode title && !title.has("x")) {
            title.put("x", 0.02).put("xanchor", "left");
        }
        for (JsonNode trace : plotly.path("data")) {
            shorten((ObjectNode) trace, "name", TICK, LONGEST_NAME);
            if (trace.path("labels") instanceof ArrayNode labels) {
                shorten(labels, LONGEST_NAME);
            }
            if (!trace.has("values") && !trace.path("type").asText().equals("scatter3d")) {
                axis("x", trace);
                axis("y", trace);
            }
        }
        words.forEach(this::categories);
        if (!layout.has("legend")) {
            ObjectNode legend = layout.putObject("legend").put("orientation", "h").put("x", 0);
            legend.put("y", 1.02).put("yanchor", "bottom");
        }
    }

    private void axis(String side, JsonNode trace) {
        String id = trace.path(side + "axis").asText(side);
        ObjectNode axis = layout.withObject("/" + side + "axis" + id.substring(1));
        axis.put("automargin", true);
        title(axis, LABEL, 0.8 * (side.equals("x") ? width : height));
        if (axis.path("ticktext") instanceof ArrayNode texts) {
            shorten(texts, LONGEST_TICK);
            return;
        }
        Set<String> known =
                words.computeIfAbsent(
                        side + "axis" + id.substring(1), name -> new LinkedHashSet<>());
        for (JsonNode value : trace.path(side)) {
            if (value.isTextual() && !Dates.isDate(value.textValue())) {
                known.add(value.textValue());
            }
        }
    }

    /** Writes categories short, if one is long. */
    private void categories(String axis, Set<String> names) {
        if (names.stream().allMatch(name -> cut(name, TICK, LONGEST_TICK).equals(name))) {
            return;
        }
        ObjectNode spec = layout.withObject("/" + axis).put("tickmode", "array");
        names.forEach(spec.putArray("tickvals")::add);
        ArrayNode texts = spec.putArray("ticktext");
        names.forEach(name -> texts.add(cut(name, TICK, LONGEST_TICK)));
    }

    private static void title(ObjectNode titled, double size, double limit) {
        if (titled.path("title") instanceof ObjectNode title) {
            shorten(title, "text", size, limit);
        }
    }

    private static void shorten(ObjectNode object, String name, double size, double limit) {
        if (object.path(name).isTextual()) {
            object.put(name, cut(object.path(name).textValue(), size, limit));
        }
    }

    /** Cuts the texts of an array, unless two would be the same then. */
    private static void shorten(ArrayNode texts, double limit) {
        Map<String, String> pairs = new LinkedHashMap<>();
        texts.forEach(text -> pairs.put(text.asText(), cut(text.asText(), TICK, limit)));
        if (Set.copyOf(pairs.values()).size() == pairs.size()) {
            List<JsonNode> before = new ArrayList<>();
            texts.forEach(before::add);
            texts.removeAll();
            before.forEach(text -> texts.add(TextNode.valueOf(pairs.get(text.asText()))));
        }
    }

    /** Cuts a text in which markup is escaped; one that holds markup stays. */
    private static String cut(String text, double size, double limit) {
        String plain = Html.unescape(text);
        String fitted = TextWidth.fit(plain, size, limit);
        return text.contains("<") || fitted.equals(plain) ? text : PlotlyJson.literal(fitted);
    }
}
