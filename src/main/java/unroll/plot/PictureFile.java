package unroll.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
        String content = content(picture, file);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UnrollException(
                    "the picture cannot be written to %s: %s".formatted(file, e), e);
        }
    }

    private static String content(Picture picture, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            String text = Html.escape(picture.text());
            return PAGE.formatted(text, picture.html(), text);
        }
        if (name.endsWith(".svg") && picture.svg().isPresent()) {
            return picture.svg().get();
        }
        String fitting = picture.svg().isPresent() ? ".svg or .html" : ".html";
        throw new IllegalArgumentException(
                "a picture of this kind is saved as %s, not as %s".formatted(fitting, file));
    }
}
