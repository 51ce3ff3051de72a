package unroll.plot;

import java.util.function.Consumer;

/** A picture before it is drawn on anything. */
final class Drawing {
    private final int width;
    private final int height;
    private final String summary;
    private final Consumer<Canvas> content;
    private String svg;

    /**
     * Makes a drawing.
     *
     * @param width in pixels
     * @param height in pixels
     * @param summary what it shows, in one line
     * @param content draws it
     */
    Drawing(int width, int height, String summary, Consumer<Canvas> content) {
        this.width = width;
        this.height = height;
        this.summary = summary;
        this.content = content;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String summary() {
        return summary;
    }

    Consumer<Canvas> content() {
        return content;
    }

    /** Returns a whole SVG document, drawn once. */
    synchronized String svg() {
        if (svg == null) {
            SvgCanvas canvas = new SvgCanvas(width, height, summary);
            content.accept(canvas);
            svg = canvas.finish();
        }
        return svg;
    }
}
