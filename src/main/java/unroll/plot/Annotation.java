package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import unroll.plot.SvgCanvas.Anchor;

/** Draws the texts that a layout ties to points of the data or to the frame around it. */
final class Annotation {
    private static final double SIZE = LineChart.TICK;

    private Annotation() {}

    static void draw(SvgCanvas canvas, JsonNode note, Scale x, Scale y) {
        double px = horizontal(note, x);
        double py = y.at(value(y, note.path("y").asDouble())) - note.path("yshift").asDouble();
        if (!Double.isFinite(px) || !Double.isFinite(py)) {
            return;
        }
        double left = px;
        double top = py + (note.path("yanchor").asText().equals("top") ? SIZE : 0);
        if (note.path("showarrow").asBoolean(true)) {
            left = px + note.path("ax").asDouble();
            top = Math.max(y.to() + SIZE, py + note.path("ay").asDouble(-30));
            canvas.line(left, top + 3, px, py - 6, Palette.SOFT_INK, 1);
        }
        String color = note.path("font").path("color").asText(Palette.INK);
        String text = Html.unescape(note.path("text").asText());
        canvas.text(left, top, anchor(note), SIZE, color, text);
    }

    private static double horizontal(JsonNode note, Scale x) {
        double at = note.path("x").asDouble();
        boolean ofFrame = note.path("xref").asText().equals("paper");
        return ofFrame ? x.from() + at * (x.to() - x.from()) : x.at(value(x, at));
    }

    /** Plotly gives places on a logarithmic axis as powers of ten. */
    private static double value(Scale scale, double given) {
        return scale.log() ? Math.pow(10, given) : given;
    }

    private static Anchor anchor(JsonNode note) {
        return switch (note.path("xanchor").asText()) {
            case "left" -> Anchor.START;
            case "right" -> Anchor.END;
            default -> Anchor.MIDDLE;
        };
    }
}
