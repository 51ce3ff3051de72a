package unroll.plot;

import java.util.Locale;

/**
 * Writes one SVG document, element by element, the same bytes on every machine.
 *
 * <p>Lengths are pixels, y grows downward. The first element is a white rectangle: without it the
 * picture is dark on dark in a dark notebook.
 */
final class SvgCanvas {
    private static final String FONT = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";

    /** Where a text lies relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder svg = new StringBuilder(4096);

    SvgCanvas(int width, int height, String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        svg.append(Digits.format(" width=\"%d\" height=\"%d\"", width, height));
        svg.append(Digits.format(" viewBox=\"0 0 %d %d\"", width, height));
        svg.append(" role=\"img\" font-family=\"").append(FONT).append("\">\n");
        svg.append("<title>").append(Html.escape(title)).append("</title>\n");
        rect(0, 0, width, height, "#ffffff");
    }

    SvgCanvas rect(double x, double y, double width, double height, String fill) {
        open("rect").number("x", x).number("y", y).number("width", width).number("height", height);
        return attribute("fill", fill).close();
    }

    SvgCanvas line(double x1, double y1, double x2, double y2, String color, double width) {
        open("line").number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
        return attribute("stroke", color).number("stroke-width", width).close();
    }

    /** Draws a line through the points of a path such as {@code M1 2L3 4}. */
    SvgCanvas path(String path, String color, double width, String dash) {
        open("path").attribute("d", path).attribute("fill", "none").attribute("stroke", color);
        number("stroke-width", width).attribute("stroke-linejoin", "round");
        double[] pattern = dashes(dash, width);
        if (pattern.length > 0) {
            StringBuilder list = new StringBuilder();
            for (double part : pattern) {
                list.append(list.length() == 0 ? "" : " ").append(number(part));
            }
            attribute("stroke-dasharray", list.toString());
        }
        return close();
    }

    /** Draws a filled shape in a colour, with an edge of white that sets it off. */
    SvgCanvas shape(String path, String color) {
        open("path").attribute("d", path).attribute("fill", color);
        return attribute("stroke", "#ffffff").attribute("stroke-width", "1").close();
    }

    /** Draws one line of text on a white halo. */
    SvgCanvas text(double x, double y, Anchor anchor, double size, String color, String text) {
        open("text").number("x", x).number("y", y);
        return textBody(anchor, size, color, text);
    }

    /** Draws a text in bold. */
    SvgCanvas title(double x, double y, double size, String text) {
        open("text").number("x", x).number("y", y).attribute("font-weight", "bold");
        return textBody(Anchor.START, size, Palette.INK, text);
    }

    /** Draws a text upward along a vertical line, its middle at the point. */
    SvgCanvas upward(double x, double y, double size, String color, String text) {
        open("text")
                .attribute(
                        "transform",
                        "translate(%s %s) rotate(-90)".formatted(number(x), number(y)));
        return textBody(Anchor.MIDDLE, size, color, text);
    }

    private SvgCanvas textBody(Anchor anchor, double size, String color, String text) {
        if (anchor != Anchor.START) {
            attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        }
        number("font-size", size).attribute("fill", color);
        attribute("stroke", "#ffffff").attribute("stroke-width", "3");
        attribute("stroke-linejoin", "round").attribute("paint-order", "stroke");
        svg.append('>').append(Html.escape(text.replaceAll("\\s", " "))).append("</text>\n");
        return this;
    }

    /** Returns the document. */
    String finish() {
        return svg + "</svg>\n";
    }

    /** Returns a length with at most two decimals. */
    static String number(double value) {
        return Digits.shortest(value, 2);
    }

    private static double[] dashes(String dash, double width) {
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

    private SvgCanvas open(String element) {
        svg.append('<').append(element);
        return this;
    }

    private SvgCanvas number(String name, double value) {
        return attribute(name, number(value));
    }

    private SvgCanvas attribute(String name, String value) {
        svg.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
        return this;
    }

    private SvgCanvas close() {
        svg.append("/>\n");
        return this;
    }
}
