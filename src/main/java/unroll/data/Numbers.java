package unroll.data;

import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as files write them: with a point, without spaces, units or thousands. */
final class Numbers {
    /** Words for what is missing, as R, pandas, SQL and Excel write them. */
    private static final Set<String> GAPS =
            Set.of("NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "None");

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final int LONGEST = 400;

    private Numbers() {}

    /** Returns whether a cell says that there is no number. */
    static boolean isGap(String text) {
        return text.isBlank() || text.strip().equals("-") || isMissing(text);
    }

    /** Returns whether a cell holds a word that programs write for what is missing. */
    static boolean isMissing(String text) {
        return GAPS.contains(text.strip());
    }

    /** Returns whether digits begin with a zero that a number would lose, as in {@code 007}. */
    static boolean isCode(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > from + 1
                && text.charAt(from) == '0'
                && text.charAt(from + 1) >= '0'
                && text.charAt(from + 1) <= '9';
    }

    /** Returns a number, or NaN for a gap. */
    static double orNaN(String text) {
        return isGap(text) ? Double.NaN : Double.parseDouble(text);
    }

    static boolean isNumber(String text) {
        return fault(text) == null;
    }

    /** Returns why a text is no number, with advice; null if it is one. */
    static String fault(String text) {
        if (text.length() > LONGEST) {
            return "it is too long";
        }
        if (!NUMBER.matcher(text).matches()) {
            return advice(text);
        }
        return Double.isFinite(Double.parseDouble(text)) ? null : "it is too large";
    }

    private static String advice(String text) {
        if (text.matches("[+-]?[0-9]+,[0-9]+")) {
            return "write the decimal comma as a point, and a thousand without separator";
        }
        if (text.matches("[+-]?[0-9]{1,3}([,. '\u00A0\u202F][0-9]{3})+([.,][0-9]+)?")) {
            return "write thousands without separator";
        }
        if (text.startsWith("\u2212")) {
            return "its minus sign is U+2212; write -";
        }
        if (!text.equals(text.strip())) {
            return "remove the white space around it";
        }
        if (text.matches("[$\u20AC\u00A3].*|.*[0-9] ?[%\\p{L}\u20AC$]+")) {
            return "write the number without its unit";
        }
        return "write a number such as -12.5 or 3e-4";
    }
}
