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

    /** Returns the colour at a place in 0 .. 1; places beyond are the ends. */
    Rgb at(double place) {
        double exact = Math.max(0, Math.min(1, place)) * (stops.size() - 1);
        int below = Math.min(stops.size() - 2, (int) exact);
        return Rgb.parse(stops.get(below)).towards(Rgb.parse(stops.get(below + 1)), exact - below);
    }
}
