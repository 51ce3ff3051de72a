package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes the texts of a figure such as every reader of JSON takes them and no notebook grows by them:
 * halves of letters are replaced, very long texts lose their middle.
 *
 * <p>Texts that are equal stay equal and others stay apart, since categories are known by them.
 */
final class SafeTexts {
    private static final int LONGEST = 300;

    private final Set<String> taken = new HashSet<>();
    private final Set<String> unsafe = new LinkedHashSet<>();
    private final Map<String, String> mended = new HashMap<>();

    private SafeTexts() {}

    /** Changes the figure in place. */
    static void mend(ObjectNode plotly) {
        SafeTexts texts = new SafeTexts();
        texts.see(plotly);
        if (!texts.unsafe.isEmpty()) {
            texts.unsafe.forEach(text -> texts.mended.put(text, texts.apart(safe(text))));
            texts.replace(plotly);
        }
    }

    /** Returns the beginning of the text, with an ellipsis where it has more letters. */
    static String cut(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)).stripTrailing() + "…";
    }

    private static String safe(String text) {
        String sound = Html.sound(text);
        return isLong(sound)
                ? PlotlyJson.literal(Words.label(Html.unescape(sound), LONGEST))
                : sound;
    }

    /** Whatever holds markup or an image stays: cut, it would be something else. */
    private static boolean isLong(String text) {
        return text.length() > 2 * LONGEST && !text.contains("<") && !text.startsWith("data:");
    }

    private void see(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            (Html.isSound(text) && !isLong(text) ? taken : unsafe).add(text);
        }
        node.forEach(this::see);
    }

    private String apart(String text) {
        String apart = text;
        for (int i = 2; !taken.add(apart); i++) {
            apart = Digits.format("%s (%d)", text, i);
        }
        return apart;
    }

    private void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(replaced(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i)));
            }
        }
    }

    private JsonNode replaced(JsonNode node) {
        replace(node);
        String other = node.isTextual() ? mended.get(node.textValue()) : null;
        return other == null ? node : TextNode.valueOf(other);
    }
}
