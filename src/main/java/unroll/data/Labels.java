package unroll.data;

import java.util.Locale;

/** What a text and its class must be, whatever kind of file they stand in. */
final class Labels {
    private Labels() {}

    /** Returns why these cannot be an example, the text's fault first; null if they can. */
    static String fault(String text, String label) {
        if (text.isBlank()) {
            return "the text is blank; fill it or delete the example";
        }
        return fault(label);
    }

    /** Returns why this cannot name a class; null if it can. */
    static String fault(String label) {
        if (label.isBlank()) {
            return "the label is blank; name the class or delete the example";
        }
        if (!label.equals(label.strip())) {
            return String.format(
                    Locale.ROOT,
                    "the label \"%s\" begins or ends with white space and would be a class of its own; remove it",
                    label);
        }
        return Numbers.isMissing(label)
                ? String.format(
                        Locale.ROOT,
                        "the label \"%s\" says that there is none; delete the example, or if it is a class"
                                + " give it another name",
                        label)
                : null;
    }
}
