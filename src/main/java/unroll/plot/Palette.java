package unroll.plot;

import java.util.List;

/**
 * Colours, dashes and markers that tell lines apart, also in grey and for the colour-blind.
 *
 * <p>Every colour has a contrast of at least 4.5:1 on white (WCAG 2.1, level AA for text).
 */
final class Palette {
    static final String INK = "#222222";
    static final String SOFT_INK = "#595959";
    static final String GRID = "#e3e3e3";
    static final List<String> COLORS =
            List.of(
                    "#0060a8", "#b03a00", "#006b54", "#8a3a86", "#7a5c00", "#333333", "#5b4bd6",
                    "#a3124d");
    static final List<String> DASHES =
            List.of("solid", "dash", "dot", "dashdot", "longdash", "longdashdot");
    static final List<String> MARKERS =
            List.of("circle", "square", "diamond", "triangle-up", "cross", "x");

    private Palette() {}

    static String color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    static String dash(int series) {
        return DASHES.get(series % DASHES.size());
    }

    static String marker(int series) {
        return MARKERS.get(series % MARKERS.size());
    }
}
