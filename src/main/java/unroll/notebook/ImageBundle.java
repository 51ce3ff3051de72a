package unroll.notebook;

import java.awt.image.BufferedImage;
import java.util.Map;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.plot.Html;
import unroll.plot.InlineImage;
import unroll.plot.Picture;

/** Images of pixels, at a size that can be seen and that a notebook can hold. */
final class ImageBundle {
    /** A longer side is made shorter: no reader sees more, and a megabyte is enough for one cell. */
    private static final int LONGEST = 1000;

    private static final int LONGEST_ADDRESS = 930_000;

    /** An image with shorter sides, such as a digit of 28 × 28 pixels, shows each pixel as a square. */
    private static final int SHORTEST = 160;

    private ImageBundle() {}

    /** Returns the image as a PNG inside an element, with its size in words. */
    static Map<String, Object> of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        String text =
                Digits.format(
                        "image, %d × %d pixels, %s",
                        width, height, image.getColorModel().hasAlpha() ? "transparent" : "opaque");
        int longest = Math.max(width, height);
        int factor = longest < SHORTEST ? (SHORTEST + longest - 1) / longest : 1;
        double scale = Math.min(factor, (double) LONGEST / longest);
        InlineImage shown = InlineImage.of(image, scale, LONGEST_ADDRESS);
        String note =
                shown.scale() == 1
                        ? ""
                        : Digits.format(", shown at %s times", Digits.four(shown.scale()));
        String html =
                Digits.format(
                        "<img src=\"%s\" alt=\"%s\" style=\"max-width: 100%%\">",
                        shown.address(), Html.escape(text + note));
        return Bundle.of(Picture.ofHtml(html, text + note));
    }
}
