package unroll.layer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import unroll.engine.DiskSpace;

/** Writes a file so that a crash leaves the old one or the new one, never half of one. */
final class AtomicFile {
    private static final Duration LEFTOVER = Duration.ofHours(1);

    private AtomicFile() {}

    /** What fills the file. */
    interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    static void write(Path file, long size, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        Files.createDirectories(folder);
        String prefix = target.getFileName() + ".tmp-";
        removeLeftovers(folder, prefix);
        long free = DiskSpace.free(folder).orElse(Long.MAX_VALUE);
        if (free < size) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "no space left: %.1f MB needed, %.1f MB free",
                            size / 1e6,
                            free / 1e6));
        }
        Path temporary =
                folder.resolve(prefix + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    /** Makes the rename itself last; some systems cannot open a folder, and need not. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static void removeLeftovers(Path folder, String prefix) throws IOException {
        Instant limit = Instant.now().minus(LEFTOVER);
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        folder, path -> path.getFileName().toString().startsWith(prefix))) {
            for (Path leftover : files) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }
}
