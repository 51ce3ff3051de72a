package unroll.engine;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.UnrollException;

/**
 * Checks the unpacked native libraries before they are loaded: a damaged one kills the process.
 *
 * <p>DJL unpacks an engine's libraries once into its cache folder and never looks at them again.
 */
final class NativeLibraries {
    private static final Duration ORPHAN = Duration.ofHours(1);

    private NativeLibraries() {}

    /** Returns notes about what was mended; throws when loading could not succeed. */
    static List<String> check(String engine) {
        String key = engine.toLowerCase(Locale.ROOT);
        String given = Engines.setting(key.toUpperCase(Locale.ROOT) + "_LIBRARY_PATH", "");
        if (!given.isEmpty()) {
            checkGiven(key, given);
            return List.of();
        }
        Platform platform = Platform.detectPlatform(key);
        if (platform.isPlaceholder()) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "there is no native library of %s for this platform (%s) on the class path;"
                                    + " choose the other engine with UNROLL_ENGINE",
                            engine,
                            platform.getClassifier()));
        }
        Path cache = Utils.getEngineCacheDir(key).toAbsolutePath();
        List<String> notes = new ArrayList<>();
        try {
            removeOrphans(cache);
            mend(UnpackedFolder.of(key, platform, cache), notes);
        } catch (IOException e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the native libraries of %s in %s cannot be checked: %s; set DJL_CACHE_DIR to"
                                    + " a folder that can be written, or delete it",
                            engine,
                            cache,
                            e),
                    e);
        }
        CacheSpace.requireExecutable(cache);
        return notes;
    }

    private static void checkGiven(String key, String folder) {
        String library = System.mapLibraryName(key.equals("pytorch") ? "torch" : key);
        if (!Files.exists(Path.of(folder, library))) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s_LIBRARY_PATH is %s, where there is no %s; correct it, or unset it to use"
                                    + " the library of the class path",
                            key.toUpperCase(Locale.ROOT),
                            folder,
                            library));
        }
    }

    private static void mend(UnpackedFolder folder, List<String> notes) throws IOException {
        if (Files.exists(folder.path())) {
            for (String fault : folder.faults()) {
                notes.add("a native library was damaged and is unpacked again: " + fault);
            }
        }
        if (!Files.exists(folder.path())) {
            CacheSpace.requireRoom(folder.path().getParent(), folder.bytes());
        }
    }

    /** Removes what a process killed while unpacking left behind. */
    private static void removeOrphans(Path cache) throws IOException {
        if (!Files.isWritable(cache)) {
            return;
        }
        Instant limit = Instant.now().minus(ORPHAN);
        try (DirectoryStream<Path> orphans = Files.newDirectoryStream(cache, "tmp*")) {
            for (Path orphan : orphans) {
                if (Files.getLastModifiedTime(orphan).toInstant().isBefore(limit)) {
                    Utils.deleteQuietly(orphan);
                }
            }
        }
    }
}
