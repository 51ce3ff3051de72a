package unroll.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import unroll.UnrollException;

/** Writes pictures to files. */
final class PictureFile {
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body style="font-family: sans-serif; margin: 2em">
            %s
            <p>%s</p>
            </body>
            </html>
            """;

    private PictureFile() {}

    static void write(Picture picture, Path file) {
        byte[] content = content(picture, Given.one("file", file));
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path beside = folder.resolve(".unroll-" + UUID.randomUUID());
            try {
                Files.write(beside, content);
                Files.move(beside, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UnrollException(
                    Digits.format(
                            "the picture cannot be written to %s: %s; an older file is unchanged",
                            file, e),
                    e);
        }
    }

    private static byte[] content(Picture picture, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            String text = Html.escape(picture.text());
            return utf8(Digits.format(PAGE, text, picture.html(), text));
        }
        if (name.endsWith(".svg") && picture.svg().isPresent()) {
            return utf8(picture.svg().get());
        }
        if (name.endsWith(".png") && picture.drawing().isPresent()) {
            return RasterCanvas.png(picture.drawing().get());
        }
        String fitting = kinds(picture);
        throw new IllegalArgumentException(
                Digits.format("a picture of this kind is saved as %s, not as %s", fitting, file));
    }

    private static String kinds(Picture picture) {
        if (picture.drawing().isPresent()) {
            return ".svg, .html or .png";
        }
        return picture.svg().isPresent() ? ".svg or .html" : ".html";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
