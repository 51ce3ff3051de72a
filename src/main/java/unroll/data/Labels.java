package unroll.data;

import java.util.Locale;

/** What a text and its class must be, whatever kind of file they stand in. */
final class Labels {
    private static final int LONGEST = 40;

    private Labels() {}

    /** Returns why these cannot be an example, the text's fault first; null if they can. */
    static String fault(String text, String label) {
        if (isBlank(text)) {
            return "the text is blank; fill it or delete the example";
        }
        return fault(label);
    }

    /** Returns whether nothing of a text is seen: spaces of any width, none included. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Labels::isSpace);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || (Character.getType(character) == Character.FORMAT
                        && Character.isBmpCodePoint(character)); // beyond, parts of emoji
    }

    /** Returns a text for a message, cut where it is long. */
    static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** Returns why this cannot name a class; null if it can. */
    static String fault(String label) {
        if (isBlank(label)) {
            return "the label is blank; name the class or delete the example";
        }
        if (isSpace(label.codePointAt(0)) || isSpace(label.codePointBefore(label.length()))) {
            return String.format(
                    Locale.ROOT,
                    "the label \"%s\" begins or ends with white space and would be a class of its own; remove it",
                    shown(label));
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
