package unroll.plot;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes one SVG document, element by element, the same bytes on every machine.
 *
 * <p>The first element is a white rectangle: without it the picture is dark on dark in a dark
 * notebook.
 */
final class SvgCanvas implements Canvas {
    private static final String FONT = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";
    private static final Pattern IMAGE = Pattern.compile("data:image/(png|jpeg|gif|webp);base64,");

    private final StringBuilder svg = new StringBuilder(4096);
    private int clips;

    SvgCanvas(int width, int height, String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        svg.append(Digits.format(" width=\"%d\" height=\"%d\"", width, height));
        svg.append(Digits.format(" viewBox=\"0 0 %d %d\"", width, height));
        svg.append(" role=\"img\" font-family=\"").append(FONT).append("\">\n");
        svg.append("<title>").append(Html.escape(title)).append("</title>\n");
        rect(0, 0, width, height, "#ffffff");
    }

    /** Returns whether the address holds an image in itself, so that drawing it asks no network. */
    static boolean isImage(String address) {
        return IMAGE.matcher(address).lookingAt();
    }

    @Override
    public void rect(double x, double y, double width, double height, String fill) {
        open("rect").number("x", x).number("y", y).number("width", width).number("height", height);
        paint("fill", fill).close();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, String color, double width) {
        open("line").number("x1", x1).number("y1", y1).number("x2", x2).number("y2", y2);
        paint("stroke", color).number("stroke-width", width).close();
    }

    @Override
    public void stroke(Outline outline, String color, double width, String dash) {
        open("path").attribute("d", outline.svg()).attribute("fill", "none").paint("stroke", color);
        number("stroke-width", width).attribute("stroke-linejoin", "round");
        double[] pattern = Canvas.dashes(dash, width);
        if (pattern.length > 0) {
            StringBuilder list = new StringBuilder();
            for (double part : pattern) {
                list.append(list.length() == 0 ? "" : " ").append(number(part));
            }
            attribute("stroke-dasharray", list.toString());
        }
        close();
    }

    @Override
    public void fill(Outline outline, String color) {
        open("path").attribute("d", outline.svg()).paint("fill", color).close();
    }

    @Override
    public void shape(Outline outline, String color) {
        open("path").attribute("d", outline.svg()).paint("fill", color);
        attribute("stroke", "#ffffff").attribute("stroke-width", "1").close();
    }

    @Override
    public void image(double x, double y, double width, double height, String data) {
        if (!isImage(data)) {
            return;
        }
        open("image").number("x", x).number("y", y).number("width", width).number("height", height);
        attribute("preserveAspectRatio", "none").attribute("style", "image-rendering:pixelated");
        attribute("href", data).close();
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        String name = "c" + ++clips;
        svg.append("<clipPath id=\"").append(name).append("\">");
        open("rect").number("x", x).number("y", y).number("width", width).number("height", height);
        svg.append("/></clipPath>\n<g clip-path=\"url(#").append(name).append(")\">\n");
    }

    @Override
    public void unclip() {
        svg.append("</g>\n");
    }

    @Override
    public void text(double x, double y, Face face, String text) {
        open("text");
        if (face.upward()) {
            String place = Digits.format("translate(%s %s) rotate(-90)", number(x), number(y));
            attribute("transform", place);
        } else {
            number("x", x).number("y", y);
        }
        if (face.bold()) {
            attribute("font-weight", "bold");
        }
        if (face.anchor() != Anchor.START) {
            attribute("text-anchor", face.anchor().name().toLowerCase(Locale.ROOT));
        }
        number("font-size", face.size()).paint("fill", face.color());
        if (face.halo()) {
            attribute("stroke", "#ffffff").attribute("stroke-width", "3");
            attribute("stroke-linejoin", "round").attribute("paint-order", "stroke");
        }
        svg.append('>').append(Html.escape(text.replaceAll("\\s", " "))).append("</text>\n");
    }

    /** Returns the document. */
    String finish() {
        return svg + "</svg>\n";
    }

    /** Returns a length with at most two decimals. */
    private static String number(double value) {
        return Digits.shortest(value, 2);
    }

    private SvgCanvas open(String element) {
        svg.append('<').append(element);
        return this;
    }

    private SvgCanvas number(String name, double value) {
        return attribute(name, number(value));
    }

    /** Writes a colour; whatever else the text says is not passed on. */
    private SvgCanvas paint(String name, String color) {
        Rgb rgb = Rgb.parse(color);
        attribute(name, rgb.hex());
        return rgb.alpha() < 1
                ? attribute(name + "-opacity", Digits.shortest(rgb.alpha(), 3))
                : this;
    }

    private SvgCanvas attribute(String name, String value) {
        svg.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
        return this;
    }

    private void close() {
        svg.append("/>\n");
    }
}
