package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads Plotly's JSON, where most things may be left out. */
final class Read {
    private Read() {}

    static String text(JsonNode node, String otherwise) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : otherwise;
    }

    /** Returns a colour that can be drawn. */
    static String color(JsonNode node, String otherwise) {
        return node.isTextual() && Rgb.isColor(node.textValue()) ? node.textValue() : otherwise;
    }

    /** Returns a finite number, also where it is written as text. */
    static double number(JsonNode node, double otherwise) {
        double value = node.asDouble(otherwise);
        return Double.isFinite(value) ? value : otherwise;
    }

    /** Returns a number of the data; NaN where there is none. */
    static double value(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    static double[] values(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(array.path(i));
        }
        return values;
    }

    /** Returns the element of an array, or what stands there for all elements. */
    static JsonNode each(JsonNode node, int i) {
        return node.isArray() ? node.path(i) : node;
    }

    /** Returns the lines of a text that may hold Plotly's markup, which is left out. */
    static List<String> lines(JsonNode text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.asText().split("<br ?/?>", -1)) {
            lines.add(Html.unescape(line.replaceAll("</?[a-z]+( [^<>]*)?>", "")));
        }
        return lines;
    }

    /** Returns a text that may hold Plotly's markup as one plain line. */
    static String plain(JsonNode text) {
        return String.join(" ", lines(text));
    }

    static String title(JsonNode titled) {
        return plain(titled.path("title").path("text"));
    }
}
