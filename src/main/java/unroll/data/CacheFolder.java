package unroll.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.UnrollException;

/** Where what was downloaded is kept, and whether anything may be downloaded at all. */
final class CacheFolder {
    private static final List<String> NO = List.of("", "0", "no", "false");

    private CacheFolder() {}

    /** True where {@code UNROLL_OFFLINE} is set to anything but 0, no or false. */
    static boolean isOffline(Map<String, String> environment) {
        String value = environment.getOrDefault("UNROLL_OFFLINE", "");
        return !NO.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** Returns the folder of {@code UNROLL_CACHE}, else the one that the system has for this. */
    static Path find(Map<String, String> environment, String system) {
        String named = environment.getOrDefault("UNROLL_CACHE", "");
        if (!named.isBlank()) {
            return path("UNROLL_CACHE", named);
        }
        if (system.startsWith("Windows") && environment.containsKey("LOCALAPPDATA")) {
            return path("LOCALAPPDATA", environment.get("LOCALAPPDATA")).resolve("unroll");
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!system.startsWith("Mac") && xdg.startsWith("/")) {
            return path("XDG_CACHE_HOME", xdg).resolve("unroll");
        }
        Path home = path("user.home", System.getProperty("user.home", ""));
        if (!home.isAbsolute()) {
            throw new UnrollException(
                    "there is no home folder to keep downloads in; set UNROLL_CACHE to a folder");
        }
        return home.resolve(system.startsWith("Mac") ? "Library/Caches" : ".cache")
                .resolve("unroll");
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s is '%s', which is no folder's name; set UNROLL_CACHE to a folder",
                            name,
                            value),
                    e);
        }
    }
}
