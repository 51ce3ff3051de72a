package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/**
 * Which colour stands for which number, beside the panel that uses it.
 *
 * @param title empty for none
 * @param low the number of the scale's first colour
 * @param high the number of its last
 */
record ColorBar(String title, ColorScale colors, double low, double high) {
    private static final double GAP = 12;
    private static final double THICK = 14;
    private static final double TICK = AxisLine.TICK;
    private static final int SHADES = 64;

    /** Returns the bar of a trace, or of its markers, unless it wants none. */
    static Optional<ColorBar> of(JsonNode colored, Range range) {
        if (!colored.path("showscale").asBoolean(true)) {
            return Optional.empty();
        }
        String title = Read.title(colored.path("colorbar"));
        return Optional.of(new ColorBar(title, range.colors(), range.low(), range.high()));
    }

    /** The numbers that a scale of colours spans. */
    record Range(ColorScale colors, double low, double high) {
        /**
         * Reads the range of a trace.
         *
         * @param prefix {@code z} or {@code c}, as in {@code zmin} or {@code cmin}
         */
        static Range of(JsonNode colored, String prefix, double[] values) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                if (Double.isFinite(value)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            double low = Read.number(colored.path(prefix + "min"), least > most ? 0 : least);
            double high = Read.number(colored.path(prefix + "max"), least > most ? 1 : most);
            JsonNode middle = colored.path(prefix + "mid");
            if (middle.isNumber()) {
                double wide = Math.max(high - middle.doubleValue(), middle.doubleValue() - low);
                low = middle.doubleValue() - wide;
                high = middle.doubleValue() + wide;
            }
            boolean reversed = colored.path("reversescale").asBoolean();
            ColorScale colors = ColorScale.of(colored.path("colorscale"), reversed);
            return new Range(colors, low, high > low ? high : above(low));
        }

        /** Returns an end for a range that would have no width. */
        static double above(double low) {
            return low + Math.max(1, Math.ulp(low));
        }

        /** Returns where a number stands between the ends, 0 to 1; their distance may be infinite. */
        double share(double value) {
            return (value / 2 - low / 2) / (high / 2 - low / 2);
        }

        Rgb color(double value) {
            return colors.at(share(value));
        }
    }

    /** Returns the room it needs right of its panel. */
    double thickness() {
        double labels = AxisLine.widest(ticks(scale(0, 1000)));
        return GAP + THICK + 6 + labels + (title.isEmpty() ? 0 : AxisLine.LABEL + 8);
    }

    private Scale scale(double from, double to) {
        return new Scale(low, high, false, from, to);
    }

    private List<Scale.Tick> ticks(Scale scale) {
        int room = (int) (Math.abs(scale.to() - scale.from()) / 40);
        return scale.ticks(Math.max(2, Math.min(5, room)));
    }

    /** Draws the bar right of a panel and of the axis that may stand there. */
    void draw(Canvas canvas, Frame frame, double beside) {
        double left = frame.right() + beside + GAP;
        int[] shades = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            shades[i] = colors.at(1 - i / (SHADES - 1.0)).packed();
        }
        String image = PixelImage.uri(1, SHADES, shades);
        canvas.image(left, frame.top(), THICK, frame.height(), image);
        canvas.stroke(
                Outline.rect(left, frame.top(), THICK, frame.height()),
                Palette.SOFT_INK,
                0.7,
                "solid");
        Scale scale = scale(frame.bottom(), frame.top());
        List<Scale.Tick> ticks = ticks(scale);
        for (Scale.Tick tick : ticks) {
            double y = scale.at(tick.value());
            canvas.line(left + THICK, y, left + THICK + 3, y, Palette.SOFT_INK, 1);
            Face face = Face.of(Anchor.START, TICK);
            canvas.text(left + THICK + 6, y + TICK * 0.35, face, tick.label());
        }
        if (!title.isEmpty()) {
            double x = left + THICK + 6 + AxisLine.widest(ticks) + 6 + AxisLine.LABEL;
            String fitted = TextWidth.fit(title, AxisLine.LABEL, frame.height());
            double middle = (frame.top() + frame.bottom()) / 2;
            canvas.upward(x, middle, AxisLine.LABEL, Palette.INK, fitted);
        }
    }
}
