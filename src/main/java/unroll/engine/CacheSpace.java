package unroll.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import unroll.UnrollException;

/** Whether libraries can be unpacked into a folder and loaded from it. */
final class CacheSpace {
    private static final String MEND =
            "; set DJL_CACHE_DIR to a folder on another disk or free this one";

    private CacheSpace() {}

    /** Refuses a folder that cannot be written or has less than {@code bytes} free. */
    static void requireRoom(Path folder, long bytes) {
        Path existing = existing(folder);
        if (!Files.isDirectory(existing)) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the engine's libraries cannot be unpacked into %s: %s is no folder%s",
                            folder,
                            existing,
                            MEND));
        }
        if (!Files.isWritable(existing)) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the engine's libraries cannot be unpacked into %s: it cannot be written%s",
                            folder,
                            MEND));
        }
        long free = DiskSpace.free(existing).orElse(Long.MAX_VALUE);
        if (free < bytes) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the engine's libraries need %d MB in %s, %d MB are free%s",
                            bytes / 1_000_000,
                            folder,
                            free / 1_000_000,
                            MEND));
        }
    }

    /** Refuses a folder from which the system loads no code. */
    static void requireExecutable(Path folder) {
        Path mounts = Path.of("/proc/mounts");
        if (!Files.exists(mounts)) {
            return; // not Linux: the loader itself will say
        }
        try {
            if (isNoexec(existing(folder).toRealPath(), Files.readAllLines(mounts))) {
                throw new UnrollException(
                        String.format(
                                Locale.ROOT,
                                "the engine's libraries cannot be loaded from %s: it is mounted noexec%s",
                                folder,
                                MEND));
            }
        } catch (IOException e) {
            return; // without the table of mounts nothing is known; the loader itself will say
        }
    }

    /** Finds the innermost mount that holds the folder; a line is device, place, type, options. */
    static boolean isNoexec(Path folder, List<String> mounts) {
        boolean noexec = false;
        int deepest = -1;
        for (String mount : mounts) {
            String[] parts = mount.split(" ", -1);
            Path place = Path.of(parts[1].replace("\\040", " "));
            if (folder.startsWith(place) && place.getNameCount() >= deepest) {
                deepest = place.getNameCount();
                noexec = List.of(parts[3].split(",", -1)).contains("noexec");
            }
        }
        return noexec;
    }

    private static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }
}
