package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps cells and bars apart whose labels are the same.
 *
 * <p>Plotly gives equal words one place, so that of two bars or rows named "the" only one is seen.
 * Here such labels become numbers 0, 1, 2 …, and the words are written beside them.
 */
final class RepeatedLabels {
    private static final Set<String> KINDS = Set.of("heatmap", "contour", "bar");

    private RepeatedLabels() {}

    /** Changes the figure in place. */
    static void spread(ObjectNode plotly) {
        for (String side : List.of("x", "y")) {
            Map<String, List<ObjectNode>> axes = new LinkedHashMap<>();
            for (JsonNode trace : plotly.path("data")) {
                String axis = trace.path(side + "axis").asText(side);
                axes.computeIfAbsent(axis, id -> new ArrayList<>()).add((ObjectNode) trace);
            }
            axes.forEach((axis, users) -> spread(plotly, side, axis, users));
        }
    }

    private static void spread(
            ObjectNode plotly, String side, String axis, List<ObjectNode> users) {
        JsonNode labels = users.get(0).path(side);
        if (repeats(labels) && users.stream().allMatch(user -> fits(user, side, labels))) {
            ObjectNode layout = (ObjectNode) plotly.get("layout");
            number(layout.withObject("/" + side + "axis" + axis.substring(1)), labels);
            users.forEach(user -> user.set(side, places(labels.size())));
        }
    }

    /** Returns a trace of a figure with the words again in the place of their numbers. */
    static JsonNode named(JsonNode plotly, JsonNode trace) {
        JsonNode named = trace;
        for (String side : List.of("x", "y")) {
            String axis = side + "axis" + trace.path(side + "axis").asText(side).substring(1);
            JsonNode spec = plotly.path("layout").path(axis);
            boolean numbered =
                    KINDS.contains(trace.path("type").asText())
                            && trace.path(side).path(0).isNumber()
                            && trace.path(side).equals(spec.path("tickvals"))
                            && spec.path("ticktext").size() == trace.path(side).size();
            if (numbered) {
                named = ((ObjectNode) named.deepCopy()).set(side, spec.path("ticktext"));
            }
        }
        return named;
    }

    private static boolean fits(JsonNode trace, String side, JsonNode labels) {
        return KINDS.contains(trace.path("type").asText()) && trace.path(side).equals(labels);
    }

    private static boolean repeats(JsonNode labels) {
        Set<String> seen = new HashSet<>();
        boolean twice = false;
        for (JsonNode label : labels) {
            if (!label.isTextual() || Dates.isDate(label.textValue())) {
                return false;
            }
            twice |= !seen.add(label.textValue());
        }
        return twice;
    }

    private static void number(ObjectNode axis, JsonNode labels) {
        axis.put("type", "linear").put("tickmode", "array");
        axis.set("tickvals", places(labels.size()));
        axis.set("ticktext", labels);
    }

    private static ArrayNode places(int count) {
        ArrayNode places = PlotlyJson.object().arrayNode();
        for (int i = 0; i < count; i++) {
            places.add(i);
        }
        return places;
    }
}
