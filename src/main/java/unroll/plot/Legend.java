package unroll.plot;

import java.util.List;
import unroll.plot.SvgCanvas.Anchor;

/** Names the lines of a chart in rows below its title. */
final class Legend {
    private static final double SIZE = 12;
    private static final double ROW = 19;
    private static final double SAMPLE = 30;

    private final List<Series> series;
    private final double left;
    private final double right;

    Legend(List<Series> series, double left, double right) {
        this.series = series.stream().filter(Series::inLegend).toList();
        this.left = left;
        this.right = right;
    }

    /** Draws the rows from {@code top} downward and returns where they end. */
    double draw(SvgCanvas canvas, double top) {
        double x = left;
        double y = top;
        for (Series one : series) {
            String name = TextWidth.fit(one.name(), SIZE, right - left - SAMPLE - 6);
            double wide = SAMPLE + 6 + TextWidth.of(name, SIZE);
            if (x > left && x + wide > right) {
                x = left;
                y += ROW;
            }
            sample(canvas, one, x, y + ROW / 2);
            canvas.text(
                    x + SAMPLE + 6,
                    y + ROW / 2 + SIZE * 0.35,
                    Anchor.START,
                    SIZE,
                    Palette.INK,
                    name);
            x += wide + 20;
        }
        return series.isEmpty() ? top : y + ROW;
    }

    private static void sample(SvgCanvas canvas, Series one, double x, double y) {
        Series.Style style = one.style();
        if (one.lines()) {
            String path =
                    "M"
                            + SvgCanvas.number(x)
                            + " "
                            + SvgCanvas.number(y)
                            + "H"
                            + SvgCanvas.number(x + SAMPLE);
            canvas.path(path, style.color(), style.width(), style.dash());
        }
        if (one.markers()) {
            canvas.shape(
                    Marker.path(style.symbol(), x + SAMPLE / 2, y, style.size()), style.color());
        }
    }
}
