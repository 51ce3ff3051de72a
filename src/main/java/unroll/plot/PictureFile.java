package unroll.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
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

    /** Links that lead to links, at most. */
    private static final int LINKS = 40;

    private PictureFile() {}

    static void write(Picture picture, Path file) {
        byte[] content = content(picture, Given.one("file", file));
        try {
            Path target = target(file.toAbsolutePath());
            requireWritable(target);
            Path folder = target.getParent();
            Files.createDirectories(folder);
            Path beside = folder.resolve(".unroll-" + UUID.randomUUID());
            try {
                Files.write(beside, content);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UnrollException(
                    Digits.format(
                            "the picture cannot be written to %s: %s; %ssave it under another name"
                                    + " or in another folder",
                            file,
                            reason(e, file),
                            Files.isRegularFile(file) ? "the older file is unchanged; " : ""),
                    e);
        }
    }

    /** Follows links, so that what a link names gets the picture and the link stays. */
    private static Path target(Path file) throws IOException {
        Path target = file;
        for (int i = 0; Files.isSymbolicLink(target); i++) {
            if (i == LINKS) {
                throw new FileSystemException(file.toString(), null, "its links form a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Moving a file over another asks for no right to write that one: its owner does. */
    private static void requireWritable(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "a folder has this name");
        }
        if (Files.exists(target) && !(Files.isWritable(target) && mayBeWritten(target))) {
            throw new FileSystemException(target.toString(), null, "the file there is read-only");
        }
    }

    /** Returns whether anyone may write the file; who administers a computer may write any. */
    private static boolean mayBeWritten(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null
                || view.readAttributes().permissions().stream()
                        .anyMatch(permission -> permission.name().endsWith("_WRITE"));
    }

    /** Says what went wrong without the name of the file beside, which the reader never sees. */
    private static String reason(IOException e, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (e instanceof AccessDeniedException) {
            return "you may not write in folder " + folder;
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NoSuchFileException) {
            return Files.isDirectory(folder)
                    ? "no file can be made in folder " + folder
                    : "there is no folder " + folder + ", and none can be made";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage();
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
