package unroll.plot;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** Images as numbers; no screen and no font is needed. */
final class Pixels {
    private Pixels() {}

    /**
     * Returns numbers as a grey image, 0 black and 1 white.
     *
     * @param values shape (height, width)
     * @throws IllegalArgumentException if a number is not in 0 .. 1, or rows differ in length
     */
    static BufferedImage grey(String name, double[][] values) {
        String what = Digits.format("image '%s'", name);
        Given.one(what, values);
        for (int y = 0; y < values.length; y++) {
            Given.one(what + ", row " + y, values[y]);
        }
        int width = values.length == 0 ? 0 : values[0].length;
        if (width == 0) {
            throw new IllegalArgumentException(Digits.format("image '%s' has no pixel", name));
        }
        BufferedImage image = new BufferedImage(width, values.length, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < values.length; y++) {
            if (values[y].length != width) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "image '%s': row %d has %d pixels, row 0 has %d",
                                name, y, values[y].length, width));
            }
            for (int x = 0; x < width; x++) {
                if (!(values[y][x] >= 0 && values[y][x] <= 1)) {
                    throw new IllegalArgumentException(
                            Digits.format(
                                    "image '%s': pixel (%d, %d) is %s, expected 0 (black) to 1 (white)",
                                    name, x, y, values[y][x]));
                }
                image.setRGB(x, y, (int) Math.round(255 * values[y][x]) * 0x010101);
            }
        }
        return image;
    }

    /** Returns the mean over all pixels and colours, 0 for black to 1 for white. */
    static double brightness(BufferedImage image) {
        int width = image.getWidth();
        return IntStream.range(0, width * image.getHeight())
                .map(i -> image.getRGB(i % width, i / width))
                .mapToDouble(rgb -> ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 765.0)
                .average()
                .orElse(Double.NaN);
    }
}
