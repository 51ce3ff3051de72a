package unroll.plot;

/**
 * Makes the strings in Tablesaw's JavaScript strict JSON.
 *
 * <p>Its templates write two kinds. Single quotes hold titles and names: HTML-escaped, but backslashes
 * and line ends stand as they are. Double quotes hold data: escaped as JSON, but not as HTML. The
 * result has the first kind's escaping of markup and the second's of JSON, everywhere.
 */
final class JavascriptStrings {
    private final String source;
    private final StringBuilder json;
    private int at;

    private JavascriptStrings(String source) {
        this.source = source;
        this.json = new StringBuilder(source.length() + 64);
    }

    static String toJson(String javascript) {
        return new JavascriptStrings(javascript).convert();
    }

    private String convert() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '\'' -> single();
                case '"' -> twofold();
                default -> json.append(c);
            }
        }
        return json.toString();
    }

    private void single() {
        json.append('"');
        while (at < source.length() && source.charAt(at) != '\'') {
            char c = source.charAt(at++);
            if (c == '\\' || c == '"') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(Digits.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        at++;
        json.append('"');
    }

    private void twofold() {
        json.append('"');
        while (at < source.length() && source.charAt(at) != '"') {
            char c = source.charAt(at++);
            switch (c) {
                case '\\' -> json.append(c).append(at < source.length() ? source.charAt(at++) : c);
                case '&' -> json.append("&amp;");
                case '<' -> json.append("&lt;");
                case '>' -> json.append("&gt;");
                default -> json.append(c);
            }
        }
        at++;
        json.append('"');
    }
}
