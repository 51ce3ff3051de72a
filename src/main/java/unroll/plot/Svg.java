package unroll.plot;

import tech.tablesaw.plotly.components.Figure;

/** A figure as a drawing that needs no script: one SVG document, the same bytes on every machine. */
public final class Svg {
    private Svg() {}

    /**
     * Draws a figure of any of Tablesaw's kinds; three dimensions are seen from one fixed place. A
     * trace of a kind unknown here leaves a line that says so.
     */
    public static String of(Figure figure) {
        return drawing(figure).svg();
    }

    static Drawing drawing(Figure figure) {
        return Shown.of(figure).drawing();
    }
}
