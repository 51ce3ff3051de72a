package unroll.plot;

import java.util.function.Consumer;

/**
 * A picture before it is drawn on anything.
 *
 * @param width in pixels
 * @param height in pixels
 * @param summary what it shows, in one line
 * @param content draws it
 */
record Drawing(int width, int height, String summary, Consumer<Canvas> content) {
    /** Returns a whole SVG document. */
    String svg() {
        SvgCanvas canvas = new SvgCanvas(width, height, summary);
        content.accept(canvas);
        return canvas.finish();
    }
}
