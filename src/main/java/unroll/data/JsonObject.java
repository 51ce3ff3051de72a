package unroll.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One object of a file and its values by key, refused with their place where they do not fit. */
record JsonObject(TextStream in, String line, ObjectNode node) {

    /** Returns all values as Java has them: strings, numbers, lists, maps. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            requireFinite(field.getKey(), field.getValue());
            Object value = JsonLine.MAPPER.convertValue(field.getValue(), Object.class);
            values.put(field.getKey(), value);
        }
        return values;
    }

    private void requireFinite(String key, JsonNode value) {
        if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            throw fault(key, String.format(Locale.ROOT, "\"%s\" is too large", key));
        }
        value.forEach(inner -> requireFinite(key, inner));
    }

    String string(String key) {
        JsonNode value = value(key);
        if (!value.isTextual()) {
            throw fault(
                    key,
                    String.format(
                            Locale.ROOT, "\"%s\" must be a string, found %s", key, kind(value)));
        }
        return value.textValue();
    }

    /** Returns a string, a number or a truth value as text. */
    String scalar(String key) {
        JsonNode value = value(key);
        if (!value.isValueNode()) {
            throw fault(
                    key,
                    String.format(
                            Locale.ROOT,
                            "\"%s\" must be a string or a number, found %s",
                            key,
                            kind(value)));
        }
        return value.asText();
    }

    double number(String key) {
        JsonNode value = value(key);
        if (!value.isNumber()) {
            throw fault(
                    key,
                    String.format(
                            Locale.ROOT, "\"%s\" must be a number, found %s", key, kind(value)));
        }
        requireFinite(key, value);
        return value.doubleValue();
    }

    List<String> strings(String key) {
        JsonNode value = value(key);
        if (!value.isArray()) {
            throw fault(
                    key,
                    String.format(
                            Locale.ROOT,
                            "\"%s\" must be an array of strings, found %s",
                            key,
                            kind(value)));
        }
        List<String> strings = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!element.isTextual() || element.textValue().isEmpty()) {
                throw fault(
                        key,
                        String.format(
                                Locale.ROOT,
                                "element %d of \"%s\" must be a string that is not empty, found %s",
                                strings.size() + 1,
                                key,
                                kind(element)));
            }
            strings.add(element.textValue());
        }
        return strings;
    }

    private JsonNode value(String key) {
        JsonNode value = node.get(Given.value("key", key));
        if (value == null) {
            String keys =
                    node.properties().stream()
                            .map(Map.Entry::getKey)
                            .limit(20)
                            .collect(Collectors.joining("\", \"", "\"", "\""));
            throw new JsonLine(in, line)
                    .fault(
                            line.indexOf('{'),
                            node.isEmpty()
                                    ? String.format(
                                            Locale.ROOT,
                                            "there is no \"%s\", the object is empty",
                                            key)
                                    : String.format(
                                            Locale.ROOT, "there is no \"%s\", only %s", key, keys));
        }
        if (value.isNull()) {
            throw fault(
                    key,
                    String.format(Locale.ROOT, "\"%s\" is null; fill it or delete the line", key));
        }
        return value;
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case BOOLEAN -> "the truth value " + value;
            case NUMBER -> "the number " + value;
            case STRING ->
                    value.textValue().length() > 40
                            ? "a string"
                            : String.format(Locale.ROOT, "the string %s", value);
            default -> "nothing";
        };
    }

    /** Says that strings of it are kept. */
    void keep(List<String> strings) {
        in.keep(2 * Kept.ITEM + strings.stream().mapToLong(s -> 16 + Kept.of(s)).sum());
    }

    /** Returns the fault at the value of a key. */
    DataFileException fault(String key, String what) {
        return new JsonLine(in, line).fault(place(key), what);
    }

    /** Reads the line once more, up to the value, for its place. */
    private int place(String key) {
        try (JsonParser parser = JsonLine.MAPPER.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(key);
                parser.nextToken();
                if (found) {
                    return parser.currentTokenLocation().getColumnNr() - 1;
                }
                parser.skipChildren();
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the line was read before", e);
        }
    }
}
