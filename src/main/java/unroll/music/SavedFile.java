package unroll.music;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import unroll.UnrollException;

/** Writes a file beside its place and moves it there whole: a full disk leaves the old one alone. */
final class SavedFile {
    private SavedFile() {}

    /** Writes the bytes; {@code what} names them in the message. */
    static void write(String what, Path file, byte[] bytes) {
        Objects.requireNonNull(file, "file is null: name one, for example Path.of(\"my-tune\")");
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(".unroll-" + UUID.randomUUID());
        try {
            try {
                Files.write(beside, bytes);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s could not be written to %s (%s), an older file is unchanged; check that"
                                    + " the folder exists and that there is room",
                            what,
                            target,
                            e),
                    e);
        }
    }
}
