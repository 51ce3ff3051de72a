package unroll.plot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Pixels as a PNG file (ISO/IEC 15948), written without AWT and without compression, so that the
 * bytes are the same on every machine. Up to 256 colours take one byte for each pixel.
 */
final class PixelImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int BLOCK = 0xFFFF;

    private PixelImage() {}

    /**
     * Returns the image as a {@code data:} address.
     *
     * @param rgb pixels 0xRRGGBB, row by row from the top
     */
    static String uri(int width, int height, int[] rgb) {
        if (rgb.length != width * height || rgb.length == 0) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "an image of %d x %d has %d pixels, found %d",
                            width, height, width * height, rgb.length));
        }
        String data = Base64.getEncoder().encodeToString(png(width, height, rgb));
        return "data:image/png;base64," + data;
    }

    static byte[] png(int width, int height, int[] rgb) {
        Map<Integer, Integer> palette = palette(rgb);
        boolean indexed = palette.size() <= 256;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 8).put((byte) (indexed ? 3 : 2));
        chunk(file, "IHDR", head.array());
        if (indexed) {
            chunk(file, "PLTE", colors(palette.keySet().stream().mapToInt(c -> c).toArray()));
        }
        ByteBuffer rows = ByteBuffer.allocate(height * (1 + width * (indexed ? 1 : 3)));
        for (int i = 0; i < rgb.length; i++) {
            if (i % width == 0) {
                rows.put((byte) 0); // no filter
            }
            if (indexed) {
                rows.put(palette.get(rgb[i]).byteValue());
            } else {
                rows.put(colors(rgb[i]));
            }
        }
        chunk(file, "IDAT", stored(rows.array()));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Returns the colours and their numbers, or more than 256 where there are more. */
    private static Map<Integer, Integer> palette(int[] rgb) {
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int i = 0; i < rgb.length && palette.size() <= 256; i++) {
            palette.putIfAbsent(rgb[i], palette.size());
        }
        return palette;
    }

    private static byte[] colors(int... rgb) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * rgb.length);
        for (int color : rgb) {
            bytes.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        return bytes.array();
    }

    /** Returns the data in zlib's form, in blocks that are stored as they are. */
    private static byte[] stored(byte[] data) {
        ByteArrayOutputStream zlib = new ByteArrayOutputStream(data.length + 64);
        zlib.write(0x78);
        zlib.write(0x01);
        for (int at = 0; at < data.length; at += BLOCK) {
            int length = Math.min(BLOCK, data.length - at);
            zlib.write(at + length == data.length ? 1 : 0);
            zlib.write(length);
            zlib.write(length >> 8);
            zlib.write(~length);
            zlib.write(~length >> 8);
            zlib.write(data, at, length);
        }
        Adler32 sum = new Adler32();
        sum.update(data);
        zlib.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return zlib.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
