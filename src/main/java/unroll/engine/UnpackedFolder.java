package unroll.engine;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The folder into which DJL unpacks an engine's libraries, compared with the jars they come from.
 *
 * <p>Sizes and checksums are compared once; a file beside them then remembers sizes and times, so
 * that later starts only look at those.
 */
record UnpackedFolder(Path path, List<Expected> files) {
    private static final String CHECKED = "checked-by-unroll";

    /** One library as its jar holds it; the checksum is negative where none is known. */
    record Expected(String name, long bytes, long checksum, boolean required) {}

    static UnpackedFolder of(String key, Platform platform, Path cache) throws IOException {
        boolean torch = key.equals("pytorch");
        String flavor = !torch && platform.getFlavor().equals("cpu") ? "mkl" : platform.getFlavor();
        String classifier = platform.getClassifier();
        String prefix = torch ? "pytorch/" + flavor + '/' + classifier + '/' : "native/lib/";
        List<Expected> files = new ArrayList<>();
        for (String library : platform.getLibraries()) {
            add(files, library, prefix + library, true);
        }
        if (torch) {
            String bridge = System.mapLibraryName("djl_torch");
            String resource = "jnilib/" + classifier + '/' + flavor + '/' + bridge;
            add(files, platform.getApiVersion() + '-' + bridge, resource, false);
        }
        Path path = cache.resolve(platform.getVersion() + '-' + flavor + '-' + classifier);
        return new UnpackedFolder(path, files);
    }

    private static void add(List<Expected> files, String name, String resource, boolean required)
            throws IOException {
        URL url = ClassLoaderUtils.getResource(resource);
        if (url == null) {
            return; // DJL will say which jar is missing
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jarConnection) {
            try (JarFile jar = jarConnection.getJarFile()) {
                ZipEntry entry = jar.getEntry(jarConnection.getEntryName());
                files.add(new Expected(name, entry.getSize(), entry.getCrc(), required));
            }
        } else {
            files.add(new Expected(name, connection.getContentLengthLong(), -1, required));
        }
    }

    /** Returns the bytes that unpacking needs. */
    long bytes() {
        return files.stream().mapToLong(Expected::bytes).sum();
    }

    /** Returns what is damaged, after moving a damaged folder out of the way. */
    List<String> faults() throws IOException {
        String state = state();
        Path checked = path.resolve(CHECKED);
        if (Files.exists(checked) && Files.readString(checked).equals(state)) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (Expected file : files) {
            compare(file, faults);
        }
        if (!faults.isEmpty()) {
            Path aside = path.resolveSibling("tmp-damaged-" + UUID.randomUUID());
            Files.move(path, aside); // at once, so that no other process loads it meanwhile
            Utils.deleteQuietly(aside);
        } else if (Files.isWritable(path)) {
            Files.writeString(checked, state);
        }
        return faults;
    }

    private void compare(Expected file, List<String> faults) throws IOException {
        Path unpacked = path.resolve(file.name());
        if (!Files.exists(unpacked)) {
            if (file.required()) {
                faults.add(file.name() + " is missing");
            }
        } else if (Files.size(unpacked) != file.bytes()) {
            faults.add(
                    String.format(
                            Locale.ROOT,
                            "%s has %d bytes, expected %d",
                            file.name(),
                            Files.size(unpacked),
                            file.bytes()));
        } else if (file.checksum() >= 0 && checksum(unpacked) != file.checksum()) {
            faults.add(file.name() + " has changed bytes");
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                checksum.update(buffer, 0, count);
            }
        }
        return checksum.getValue();
    }

    /** Returns name, size and time of every file, a line each. */
    private String state() throws IOException {
        StringBuilder state = new StringBuilder();
        for (Expected file : files) {
            Path unpacked = path.resolve(file.name());
            if (Files.exists(unpacked)) {
                state.append(file.name()).append(' ').append(Files.size(unpacked)).append(' ');
                state.append(Files.getLastModifiedTime(unpacked).toMillis()).append('\n');
            }
        }
        return state.toString();
    }
}
