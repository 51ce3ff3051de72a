package unroll.plot;

import java.util.List;
import java.util.function.UnaryOperator;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/**
 * Bars of one trace.
 *
 * @param name what the legend calls them
 * @param level whether they lie along the horizontal axis
 * @param bars in the order of the data
 */
record BarMark(String name, Look look, boolean level, List<Bar> bars) implements Mark {
    /**
     * One bar.
     *
     * @param from where it begins on the axis of places
     * @param to where it ends there
     * @param base where it begins on the axis of values
     * @param top where it ends there
     * @param color of its area
     * @param text written at its end; may be empty
     */
    record Bar(double from, double to, double base, double top, String color, String text) {}

    /** Makes the axes reach every bar. */
    BarMark on(Ruler x, Ruler y) {
        Ruler places = level ? y : x;
        Ruler values = level ? x : y;
        for (Bar bar : bars) {
            places.edge(bar.from());
            places.edge(bar.to());
            reach(values, bar.base());
            reach(values, bar.top());
        }
        return this;
    }

    private static void reach(Ruler values, double end) {
        if (end == 0) {
            values.edge(0);
        } else {
            values.show(end);
        }
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        Scale places = level ? frame.y() : frame.x();
        Scale values = level ? frame.x() : frame.y();
        UnaryOperator<Double> at =
                value -> values.log() && value <= 0 ? values.from() : values.at(value);
        for (Bar bar : bars) {
            double from = places.at(bar.from());
            double to = places.at(bar.to());
            double base = at.apply(bar.base());
            double top = at.apply(bar.top());
            if (Double.isFinite(from + to + base + top) && Math.abs(top) < 1e6) {
                bar(canvas, bar, from, to, base, top);
            }
        }
        double zero = at.apply(0.0);
        if (level && values.shows(0)) {
            canvas.line(zero, frame.top(), zero, frame.bottom(), Palette.SOFT_INK, 1);
        } else if (values.shows(0)) {
            canvas.line(frame.left(), zero, frame.right(), zero, Palette.SOFT_INK, 1);
        }
    }

    private void bar(Canvas canvas, Bar bar, double from, double to, double base, double top) {
        double low = Math.min(from, to);
        double thick = Math.abs(to - from);
        double gap = thick > 3 ? 0.5 : 0; // a white seam between neighbours
        double start = Math.min(base, top);
        double length = Math.abs(top - base);
        double x = level ? start : low + gap;
        double y = level ? low + gap : start;
        double width = level ? length : thick - 2 * gap;
        double height = level ? thick - 2 * gap : length;
        canvas.rect(x, y, width, height, bar.color());
        Hatch.draw(canvas, look.pattern(), x, y, width, height);
        if (!bar.text().isEmpty() && thick > AxisLine.TICK) {
            Anchor anchor = level ? Anchor.START : Anchor.MIDDLE;
            double textX = level ? x + width + 4 : x + width / 2;
            double textY = level ? y + height / 2 + 4 : y - 4;
            canvas.text(textX, textY, Face.of(anchor, AxisLine.TICK), bar.text());
        }
    }

    @Override
    public List<Legend.Entry> entries() {
        return List.of(new Legend.Entry(name, look, Legend.Sample.AREA));
    }
}
