package unroll.plot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text made safe for HTML, and drawings put into it. */
public final class Html {
    private Html() {}

    /** Returns the text with the characters that mean something in HTML or XML written as entities. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
                            }
                        });
        return safe.toString();
    }

    /**
     * Returns the text with U+FFFD in the place of each half of a letter: a lone surrogate, which
     * neither JSON nor UTF-8 can hold.
     */
    public static String sound(String text) {
        return isSound(text)
                ? text
                : text.codePoints()
                        .map(c -> isHalf(c) ? 0xFFFD : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    static boolean isSound(String text) {
        return text.codePoints().noneMatch(Html::isHalf);
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Undoes {@link #escape}; other entities stay as they are. */
    static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /**
     * Returns an image element that carries the drawing inside itself: the one form that shows in
     * notebooks, trusted or not, and in pages made from them.
     */
    public static String image(String svg, String alternative) {
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        return Digits.format(
                "<img src=\"data:image/svg+xml;base64,%s\" alt=\"%s\" style=\"max-width: 100%%\">",
                data, escape(alternative));
    }

    /** Returns whether XML 1.0 may hold the character; most control characters it may not. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
