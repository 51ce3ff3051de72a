package unroll.plot;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 * @param alpha from 0, not seen, to 1, covering
 */
record Rgb(int red, int green, int blue, double alpha) {
    /** Contrast of text that everybody reads (WCAG 2.1, level AA). */
    private static final double READABLE = 4.5;

    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern PARTS =
            Pattern.compile(
                    "rgba?\\(\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*(?:,\\s*([\\d.]+)\\s*)?\\)");
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("black", "#000000"), Map.entry("white", "#ffffff"),
                    Map.entry("red", "#ff0000"), Map.entry("green", "#008000"),
                    Map.entry("blue", "#0000ff"), Map.entry("yellow", "#ffff00"),
                    Map.entry("orange", "#ffa500"), Map.entry("purple", "#800080"),
                    Map.entry("brown", "#a52a2a"), Map.entry("pink", "#ffc0cb"),
                    Map.entry("gray", "#808080"), Map.entry("grey", "#808080"),
                    Map.entry("cyan", "#00ffff"), Map.entry("magenta", "#ff00ff"),
                    Map.entry("navy", "#000080"), Map.entry("teal", "#008080"),
                    Map.entry("olive", "#808000"), Map.entry("maroon", "#800000"),
                    Map.entry("lime", "#00ff00"), Map.entry("gold", "#ffd700"),
                    Map.entry("steelblue", "#4682b4"), Map.entry("crimson", "#dc143c"),
                    Map.entry("darkblue", "#00008b"), Map.entry("darkgreen", "#006400"),
                    Map.entry("darkred", "#8b0000"), Map.entry("darkorange", "#ff8c00"),
                    Map.entry("lightgray", "#d3d3d3"), Map.entry("lightgrey", "#d3d3d3"),
                    Map.entry("lightblue", "#add8e6"), Map.entry("lightgreen", "#90ee90"),
                    Map.entry("skyblue", "#87ceeb"), Map.entry("indigo", "#4b0082"),
                    Map.entry("violet", "#ee82ee"), Map.entry("salmon", "#fa8072"),
                    Map.entry("coral", "#ff7f50"), Map.entry("transparent", "rgba(0,0,0,0)"));

    /** Reads a colour as CSS writes it; what is none becomes dark ink. */
    static Rgb parse(String css) {
        String text = css.strip().toLowerCase(Locale.ROOT);
        text = NAMES.getOrDefault(text, text);
        if (HEX.matcher(text).matches()) {
            return hex(text.length() == 4 ? text.replaceAll("([0-9a-f])", "$1$1") : text);
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return hex(Palette.INK);
        }
        double alpha = parts.group(4) == null ? 1 : Double.parseDouble(parts.group(4));
        return new Rgb(
                part(parts.group(1)),
                part(parts.group(2)),
                part(parts.group(3)),
                Math.min(1, alpha));
    }

    /** Returns whether {@link #parse} would understand it. */
    static boolean isColor(String css) {
        String text = css.strip().toLowerCase(Locale.ROOT);
        return NAMES.containsKey(text)
                || HEX.matcher(text).matches()
                || PARTS.matcher(text).matches();
    }

    private static int part(String text) {
        return (int) Math.min(255, Math.round(Double.parseDouble(text)));
    }

    private static Rgb hex(String text) {
        int rgb = Integer.parseInt(text.substring(1), 16);
        return new Rgb(rgb >> 16, (rgb >> 8) & 255, rgb & 255, 1);
    }

    String hex() {
        return Digits.format("#%06x", packed());
    }

    /** Returns the colour in one number: 0xRRGGBB. */
    int packed() {
        return (red << 16) | (green << 8) | blue;
    }

    /** Returns the colour in CSS, transparency included. */
    String css() {
        return alpha >= 1
                ? hex()
                : Digits.format("rgba(%d,%d,%d,%s)", red, green, blue, Digits.shortest(alpha, 3));
    }

    Rgb fade(double factor) {
        return new Rgb(red, green, blue, alpha * factor);
    }

    /** Returns the colour a part of the way to another. */
    Rgb towards(Rgb other, double part) {
        return new Rgb(
                between(red, other.red, part),
                between(green, other.green, part),
                between(blue, other.blue, part),
                alpha + part * (other.alpha - alpha));
    }

    /** Rounds halves up, also where a part such as a third has made them a little less. */
    private static int between(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from) + 1e-9);
    }

    /** Relative luminance, from 0 to 1, as WCAG 2.1 defines it. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Returns an ink that is read on this colour, at 4.5:1 or better: dark, else white, else black. */
    String ink() {
        double light = luminance() + 0.05;
        if (light / (parse(Palette.INK).luminance() + 0.05) >= READABLE) {
            return Palette.INK;
        }
        return 1.05 / light >= READABLE ? "#ffffff" : "#000000";
    }
}
