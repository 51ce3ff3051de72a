package unroll.notebook;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import unroll.plot.Bundle;
import unroll.plot.Digits;
import unroll.plot.Html;
import unroll.plot.Picture;

/** Images of pixels, at a size that can be seen and that a notebook can hold. */
final class ImageBundle {
    /** A longer side is made shorter: no reader sees more, and a megabyte is enough for one cell. */
    private static final int LONGEST = 1000;

    private static final int LARGEST_FILE = 700_000;

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
        byte[] png = png(scaled(image, scale));
        while (png.length > LARGEST_FILE) {
            scale *= 0.7;
            png = png(scaled(image, scale));
        }
        String note = scale == 1 ? "" : Digits.format(", shown at %s times", Digits.four(scale));
        String data = Base64.getEncoder().encodeToString(png);
        String html =
                Digits.format(
                        "<img src=\"data:image/png;base64,%s\" alt=\"%s\" style=\"max-width: 100%%\">",
                        data, Html.escape(text + note));
        return Bundle.of(Picture.ofHtml(html, text + note));
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        if (scale == 1) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = result.createGraphics();
        Object how =
                scale > 1
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BICUBIC;
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, how);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return result;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
