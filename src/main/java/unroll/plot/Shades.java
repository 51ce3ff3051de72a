package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * Colours of numbers: the darker, the more.
 *
 * <p>Their lightness falls evenly, so that they keep their order in grey and for the colour-blind.
 *
 * @param stops colours at equal distances, {@code #rrggbb}
 */
record Shades(List<String> stops) {
    /** From nothing to much: white to dark blue. */
    static final Shades SEQUENTIAL =
            new Shades(List.of("#ffffff", "#d3e4f4", "#8fbde3", "#4189c7", "#0b559f", "#06294f"));

    /** From less than nothing (blue) over nothing (white) to more (red). */
    static final Shades DIVERGING =
            new Shades(
                    List.of(
                            "#053a70", "#2f76b5", "#a9cce8", "#ffffff", "#f4c1a4", "#c9572a",
                            "#701f06"));

    /** Writes the scale as Plotly takes it: pairs of a place in 0 .. 1 and a colour. */
    void write(ArrayNode scale) {
        for (int i = 0; i < stops.size(); i++) {
            scale.addArray()
                    .add(ChartJson.round((double) i / (stops.size() - 1)))
                    .add(stops.get(i));
        }
    }

    /** Returns the colour at a place in 0 .. 1, {@code #rrggbb}; places beyond are the ends. */
    String at(double place) {
        double exact = Math.max(0, Math.min(1, place)) * (stops.size() - 1);
        int below = Math.min(stops.size() - 2, (int) exact);
        return mix(stops.get(below), stops.get(below + 1), exact - below);
    }

    /** Returns a colour between two, {@code share} of the way from the first to the second. */
    static String mix(String from, String to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = rgb(from) >> shift & 0xff;
            int b = rgb(to) >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return "#%06x".formatted(mixed);
    }

    /** Returns a colour so thin that lines and other bands are seen through it. */
    static String pale(String color) {
        int rgb = rgb(color);
        return "rgba(%d,%d,%d,0.22)".formatted(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Returns black or white, whichever is read more easily on a colour: at least 4.5:1. */
    static String ink(String background) {
        return luminance(background) > 0.179 ? "#000000" : "#ffffff";
    }

    /** Returns the relative luminance of WCAG 2.1, 0 to 1. */
    static double luminance(String color) {
        return 0.2126 * linear(rgb(color) >> 16)
                + 0.7152 * linear(rgb(color) >> 8)
                + 0.0722 * linear(rgb(color));
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static int rgb(String color) {
        return Integer.parseInt(color.substring(1), 16);
    }
}
