package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings what Tablesaw wrote for plotly.js 1 into the form of today. */
final class PlotlyRepair {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final Set<String> NO_NUMBER = Set.of("null", "NaN", "Infinity", "-Infinity");
    private static final Set<String> COORDINATES =
            Set.of("x", "y", "z", "open", "high", "low", "close", "values");

    /** What points in space call their modes, and what Plotly does. */
    private static final Map<String, String> MODES =
            Map.of(
                    "line", "lines",
                    "line + markers", "lines+markers",
                    "line + text", "lines+text",
                    "text + text", "markers+text",
                    "line + text + markers", "lines+markers+text");

    private static final Set<String> SCALARS = Set.of("opacity", "visible");

    private PlotlyRepair() {}

    /** Changes the object, and all objects in it, in place. */
    static void repair(ObjectNode object) {
        titles(object);
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        for (Map.Entry<String, JsonNode> field : fields) {
            object.set(field.getKey(), value(field.getKey(), field.getValue()));
        }
        for (JsonNode end : object.path("range")) {
            if (NO_NUMBER.contains(
                    end.asText())) { // an axis with one end that is no number finds its own
                object.remove("range");
                return;
            }
        }
    }

    private static JsonNode value(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            repair(object);
            return object;
        }
        if (value instanceof ArrayNode array) {
            return array(array, COORDINATES.contains(name) && isNumeric(array));
        }
        if (value.isTextual() && SCALARS.contains(name)) {
            return scalar(value.textValue(), value);
        }
        if (name.equals("mode")) {
            return TextNode.valueOf(MODES.getOrDefault(value.asText(), value.asText()));
        }
        if (value.isTextual()) { // Plotly knows three entities, the templates write two more
            String text = value.textValue().replace("&quot;", "\"").replace("&#39;", "'");
            return TextNode.valueOf(text);
        }
        return finite(value);
    }

    private static ArrayNode array(ArrayNode array, boolean numbers) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            if (numbers && item.isTextual()) {
                array.set(i, number(item.textValue()));
            } else {
                array.set(i, value("", item));
            }
        }
        return array;
    }

    /** A column of numbers, some of them perhaps missing: no other word stands among them. */
    private static boolean isNumeric(ArrayNode array) {
        for (JsonNode item : array) {
            String text = item.asText();
            boolean number = NO_NUMBER.contains(text) || NUMBER.matcher(text).matches();
            if (item.isTextual() && !number) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode number(String text) {
        return NO_NUMBER.contains(text)
                ? JsonNodeFactory.instance.nullNode()
                : finite(DoubleNode.valueOf(Double.parseDouble(text)));
    }

    private static JsonNode scalar(String text, JsonNode otherwise) {
        if (NUMBER.matcher(text).matches()) {
            return DoubleNode.valueOf(Double.parseDouble(text));
        }
        return switch (text) {
            case "True" -> JsonNodeFactory.instance.booleanNode(true);
            case "False" -> JsonNodeFactory.instance.booleanNode(false);
            default -> otherwise;
        };
    }

    private static JsonNode finite(JsonNode value) {
        boolean broken = value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue());
        return broken ? JsonNodeFactory.instance.nullNode() : value;
    }

    /** Turns {@code title: "x"} and {@code titlefont} into {@code title: {text: "x", font: …}}. */
    private static void titles(ObjectNode object) {
        JsonNode title = object.get("title");
        JsonNode font = object.remove("titlefont");
        if (title == null || !title.isTextual()) {
            return;
        }
        if (title.textValue().isEmpty()) {
            object.remove("title");
            return;
        }
        ObjectNode form = object.putObject("title").put("text", title.textValue());
        if (font != null) {
            form.set("font", font);
        }
    }
}
