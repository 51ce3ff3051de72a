package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a trace is drawn.
 *
 * @param color of line and markers
 * @param dash of the line, by Plotly's name
 * @param width of the line in pixels
 * @param symbol of the markers, by Plotly's name
 * @param size of the markers in pixels
 * @param pattern of filled areas, by Plotly's name; empty for none
 */
record Look(String color, String dash, double width, String symbol, double size, String pattern) {
    /** Reads the look of a trace; what it does not state follows from its place in the figure. */
    static Look of(JsonNode trace, int index) {
        JsonNode line = trace.path("line");
        JsonNode marker = trace.path("marker");
        String base = Read.color(marker.path("color"), Palette.color(index));
        double opacity = Read.number(trace.path("opacity"), 1);
        String color = Rgb.parse(Read.color(line.path("color"), base)).fade(opacity).css();
        return new Look(
                color,
                Read.text(line.path("dash"), "solid"),
                Math.min(20, Read.number(line.path("width"), 2)),
                Read.text(marker.path("symbol"), "circle"),
                Read.number(marker.path("size"), 7),
                Read.text(marker.path("pattern").path("shape"), ""));
    }

    /** Returns the colour made fainter, for areas. */
    String faint(double opacity) {
        return Rgb.parse(color).fade(opacity).css();
    }
}
