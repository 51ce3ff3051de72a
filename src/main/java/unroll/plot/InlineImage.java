package unroll.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * An image of pixels in an address that holds the image itself, as small as a notebook needs it.
 *
 * @param address {@code data:image/png;base64,…}
 * @param scale drawn pixels per given pixel
 */
public record InlineImage(String address, double scale) {
    /** Samples along each side of a pixel of a smaller image; their mean is its colour. */
    private static final int SAMPLES = 4;

    private static final double SMALLER = 0.7;

    /**
     * Returns the image at a scale, or at a lower one if its address is too long else.
     *
     * @param scale 1 as it is, 2 each pixel as four
     * @param longest characters of the address at most
     */
    public static InlineImage of(BufferedImage image, double scale, int longest) {
        double fitting = scale;
        String address = address(scaled(image, fitting));
        while (address.length() > longest && fitting * image.getWidth() * image.getHeight() > 1) {
            fitting *= SMALLER;
            address = address(scaled(image, fitting));
        }
        return new InlineImage(address, fitting);
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        return scale == 1
                ? image
                : resized(
                        image,
                        (int) Math.max(1, Math.round(image.getWidth() * scale)),
                        (int) Math.max(1, Math.round(image.getHeight() * scale)));
    }

    /** Reads pixels one by one: a copy of a whole image of 20,000 x 20,000 would fill the memory. */
    private static BufferedImage resized(BufferedImage image, int width, int height) {
        int samples = width < image.getWidth() || height < image.getHeight() ? SAMPLES : 1;
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[][] columns = sources(width, image.getWidth(), samples);
        int[][] rows = sources(height, image.getHeight(), samples);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result.setRGB(x, y, mean(image, columns[x], rows[y]));
            }
        }
        return result;
    }

    /** Returns which given pixels along one side each drawn pixel covers, shape (drawn, samples). */
    private static int[][] sources(int drawn, int given, int samples) {
        int[][] sources = new int[drawn][samples];
        for (int pixel = 0; pixel < drawn; pixel++) {
            for (int i = 0; i < samples; i++) {
                sources[pixel][i] = (int) ((pixel + (i + 0.5) / samples) * given / drawn);
            }
        }
        return sources;
    }

    /** Returns the mean colour; what is transparent counts less. */
    private static int mean(BufferedImage image, int[] columns, int[] rows) {
        if (columns.length == 1) {
            return image.getRGB(columns[0], rows[0]);
        }
        long alpha = 0;
        long[] sums = new long[3];
        for (int row : rows) {
            for (int column : columns) {
                int color = image.getRGB(column, row);
                int opaque = color >>> 24;
                alpha += opaque;
                for (int part = 0; part < 3; part++) {
                    sums[part] += (long) opaque * ((color >> (8 * part)) & 0xff);
                }
            }
        }
        int mean = Math.round((float) alpha / (rows.length * columns.length)) << 24;
        for (int part = 0; part < 3 && alpha > 0; part++) {
            mean |= Math.round((float) sums[part] / alpha) << (8 * part);
        }
        return mean;
    }

    private static String address(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) { // numbers that a PNG does not know
                ImageIO.write(resized(image, image.getWidth(), image.getHeight()), "png", png);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an image in memory cannot be written", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
