package unroll.plot;

/**
 * What a picture is drawn on: an SVG document or an image of pixels.
 *
 * <p>Lengths are pixels, y grows downward. Colours are those of CSS, with or without transparency.
 */
interface Canvas {
    /** Where a text lies relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * How a text looks.
     *
     * @param halo whether a white edge sets it off from what lies below
     * @param upward whether it reads from below to above
     */
    record Face(
            Anchor anchor, double size, String color, boolean bold, boolean halo, boolean upward) {
        /** Returns dark text on a halo. */
        static Face of(Anchor anchor, double size) {
            return new Face(anchor, size, Palette.INK, false, true, false);
        }

        Face color(String other) {
            return new Face(anchor, size, other, bold, halo, upward);
        }

        Face plain() {
            return new Face(anchor, size, color, bold, false, upward);
        }

        Face rising() {
            return new Face(anchor, size, color, bold, halo, true);
        }

        Face strong() {
            return new Face(anchor, size, color, true, halo, upward);
        }
    }

    void rect(double x, double y, double width, double height, String fill);

    void line(double x1, double y1, double x2, double y2, String color, double width);

    /** Draws the outline itself, with a dash of Plotly's names. */
    void stroke(Outline outline, String color, double width, String dash);

    /** Fills what the outline encloses. */
    void fill(Outline outline, String color);

    /** Fills what the outline encloses, with an edge of white that sets it off. */
    void shape(Outline outline, String color);

    /** Draws an image, given as a {@code data:} address, without smoothing its pixels. */
    void image(double x, double y, double width, double height, String data);

    /** Draws one line of text. */
    void text(double x, double y, Face face, String text);

    /** Shows of what follows only the part in the rectangle, until {@link #unclip}. */
    void clip(double x, double y, double width, double height);

    void unclip();

    /** Draws one line of text on a white halo. */
    default void text(double x, double y, Anchor anchor, double size, String color, String text) {
        text(x, y, Face.of(anchor, size).color(color), text);
    }

    /** Draws a text in bold. */
    default void title(double x, double y, double size, String text) {
        text(x, y, Face.of(Anchor.START, size).strong(), text);
    }

    /** Draws a text upward along a vertical line, its middle at the point. */
    default void upward(double x, double y, double size, String color, String text) {
        text(x, y, Face.of(Anchor.MIDDLE, size).color(color).rising(), text);
    }

    /** Returns lengths of dash, gap, dash, gap …; none for a solid line. */
    static double[] dashes(String dash, double width) {
        double unit = Math.max(1.5, width);
        return switch (dash) {
            case "dash" -> new double[] {5 * unit, 3 * unit};
            case "dot" -> new double[] {unit, 2 * unit};
            case "dashdot" -> new double[] {5 * unit, 2 * unit, unit, 2 * unit};
            case "longdash" -> new double[] {9 * unit, 3 * unit};
            case "longdashdot" -> new double[] {9 * unit, 3 * unit, unit, 3 * unit};
            default -> new double[0];
        };
    }
}
