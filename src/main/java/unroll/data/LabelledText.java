package unroll.data;

import java.util.List;
import java.util.Locale;

/**
 * A text and the class it belongs to: one example for a classifier of texts.
 *
 * @param text what is read
 * @param label the class, for example {@code positive}
 * @param group a name that examples share which must stay in one part of a split (the twins of a
 *     pair, the verses of a song); empty where an example stands alone
 */
public record LabelledText(String text, String label, String group) {

    public LabelledText {
        Given.value("text", text);
        Given.value("label", label);
        Given.value("group", group);
        if (Labels.isBlank(text)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the text of class \"%s\" is blank; leave such examples out",
                            label));
        }
        if (Labels.isBlank(label)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the text \"%s\" has a blank label; name its class",
                            text));
        }
    }

    /**
     * Returns an example that stands alone.
     *
     * @throws IllegalArgumentException if text or label are blank
     */
    public static LabelledText of(String text, String label) {
        return new LabelledText(text, label, "");
    }

    /** Returns what is read of each example, in order. */
    public static List<String> texts(List<LabelledText> examples) {
        return examples.stream().map(LabelledText::text).toList();
    }

    /** Returns the class of each example, in order. */
    public static List<String> labels(List<LabelledText> examples) {
        return examples.stream().map(LabelledText::label).toList();
    }
}
