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
 * <p>A title that is cut ends in an ellipsis; a name loses its middle, so that names of a kind keep
 * what differs. Categories keep their names; only what is written of them is cut.
 */
final class PlotlyTexts {
    private static final double TITLE = 17;
    private static final double LABEL = 14;
    private static final double TICK = 12;
    private static final double LONGEST_BELOW = 150;
    private static final double LONGEST_BESIDE = 220;
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
            name((ObjectNode) trace);
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
            shorten(texts, longest(side));
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
        double limit = longest(axis);
        if (names.stream().allMatch(name -> cut(name, limit).equals(name))) {
            return;
        }
        ObjectNode spec = layout.withObject("/" + axis).put("tickmode", "array");
        names.forEach(spec.putArray("tickvals")::add);
        ArrayNode texts = spec.putArray("ticktext");
        names.forEach(name -> texts.add(cut(name, limit)));
    }

    private static double longest(String axis) {
        return axis.startsWith("x") ? LONGEST_BELOW : LONGEST_BESIDE;
    }

    private static void title(ObjectNode titled, double size, double limit) {
        if (titled.path("title") instanceof ObjectNode title) {
            String text = title.path("text").asText();
            title.put("text", written(text, TextWidth.fit(Html.unescape(text), size, limit)));
        }
    }

    private static void name(ObjectNode trace) {
        if (trace.path("name").isTextual()) {
            trace.put("name", cut(trace.path("name").textValue(), LONGEST_NAME));
        }
    }

    /** Cuts the texts of an array, unless two would be the same then. */
    private static void shorten(ArrayNode texts, double limit) {
        Map<String, String> pairs = new LinkedHashMap<>();
        texts.forEach(text -> pairs.put(text.asText(), cut(text.asText(), limit)));
        if (Set.copyOf(pairs.values()).size() == pairs.size()) {
            List<JsonNode> before = new ArrayList<>();
            texts.forEach(before::add);
            texts.removeAll();
            before.forEach(text -> texts.add(TextNode.valueOf(pairs.get(text.asText()))));
        }
    }

    /** Takes the middle out of a name in which markup is escaped. */
    private static String cut(String text, double limit) {
        return written(text, TextWidth.shorten(Html.unescape(text), TICK, limit));
    }

    /** Returns what is written of a text; one that holds markup stays. */
    private static String written(String text, String fitted) {
        return text.contains("<") || fitted.equals(Html.unescape(text))
                ? text
                : PlotlyJson.literal(fitted);
    }
}
