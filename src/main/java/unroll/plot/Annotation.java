package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** A text that the layout ties to a point of the data, to a panel or to the whole figure. */
final class Annotation {
    private final JsonNode note;
    private final List<String> lines;
    private final double size;

    Annotation(JsonNode note) {
        this.note = note;
        this.lines = Read.lines(note.path("text"));
        this.size =
                Math.max(
                        8,
                        Math.min(30, Read.number(note.path("font").path("size"), AxisLine.TICK)));
    }

    String xref() {
        return Read.text(note.path("xref"), "x");
    }

    String yref() {
        return Read.text(note.path("yref"), "y");
    }

    /** Returns the room it takes above what it refers to; 0 if it stands within. */
    double headroom() {
        return height() >= 1 ? room() : 0;
    }

    /** Returns its height in parts of what it refers to. */
    double height() {
        return Read.number(note.path("y"), 0);
    }

    /** Returns whether it stands on the upper end of a panel or of the figure. */
    private boolean isHeading() {
        return room() > 0 && (yref().equals("paper") || yref().endsWith(" domain"));
    }

    /** Returns the room it takes above its place. */
    double room() {
        boolean above = !yanchor().equals("top") && !arrow();
        return above ? lines.size() * size * 1.25 + Math.max(0, shift("yshift")) + 4 : 0;
    }

    private boolean arrow() {
        return note.path("showarrow").asBoolean(true);
    }

    private String yanchor() {
        return note.path("yanchor").asText("auto");
    }

    private double shift(String name) {
        return Read.number(note.path(name), 0);
    }

    void draw(Canvas canvas, Places places, double width) {
        double px = places.x(xref(), note.path("x")) + shift("xshift");
        double py = places.y(yref(), note.path("y")) - shift("yshift");
        if (!Double.isFinite(px) || !Double.isFinite(py) || !note.path("visible").asBoolean(true)) {
            return;
        }
        double x = px;
        double y = py;
        if (arrow()) {
            x = px + Read.number(note.path("ax"), 0);
            y = Math.max(places.top() + size, py + Read.number(note.path("ay"), -30));
            canvas.line(x, y + 3, px, py - 6, Palette.SOFT_INK, 1);
        }
        text(canvas, x, under(places, y), width);
    }

    /** Returns the place below what it names, if it would reach out of the panel above that. */
    private double under(Places places, double y) {
        boolean inside = !yref().equals("paper") && !yref().endsWith(" domain") && !arrow();
        double top = places.panel(yref()).map(Panel::top).orElse(Double.NEGATIVE_INFINITY);
        boolean out = y - 0.8 * size < top - 1;
        return inside && yanchor().equals("bottom") && out
                ? y + 2 * shift("yshift") + 0.8 * size
                : y;
    }

    private void text(Canvas canvas, double x, double y, double width) {
        String color = Read.color(note.path("font").path("color"), Palette.INK);
        Face face = Face.of(anchor(), size).color(color);
        if (Read.number(note.path("textangle"), 0) == -90) {
            canvas.text(x + size * 0.35, y, face.rising(), lines.get(0));
            return;
        }
        double base = first(y);
        for (String line : lines) {
            String fitted = TextWidth.fit(line, size, width - 8);
            canvas.text(inside(x, fitted, width), base, face, fitted);
            base += size * 1.25;
        }
    }

    /** Returns the baseline of the first line. */
    private double first(double y) {
        double more = (lines.size() - 1) * size * 1.25;
        return switch (yanchor()) {
            case "top" -> y + size;
            case "middle" -> y + size * 0.35 - more / 2;
            case "bottom" -> y - more - (isHeading() ? 4 : 0);
            default -> arrow() || yref().endsWith("paper") ? y - more : y + size * 0.35 - more / 2;
        };
    }

    /** Returns the place moved so that no part of the text is cut. */
    private double inside(double x, String text, double width) {
        double wide = TextWidth.of(text, size);
        double before =
                switch (anchor()) {
                    case START -> 0;
                    case MIDDLE -> wide / 2;
                    case END -> wide;
                };
        return Math.max(4 + before, Math.min(width - 4 - wide + before, x));
    }

    private Anchor anchor() {
        return switch (note.path("xanchor").asText("auto")) {
            case "left" -> Anchor.START;
            case "right" -> Anchor.END;
            case "center" -> Anchor.MIDDLE;
            default -> automatic();
        };
    }

    private Anchor automatic() {
        double x = Read.number(note.path("x"), 0.5);
        if (arrow() || !xref().equals("paper") || (x > 1.0 / 3 && x < 2.0 / 3)) {
            return Anchor.MIDDLE;
        }
        return x <= 1.0 / 3 ? Anchor.START : Anchor.END;
    }
}
