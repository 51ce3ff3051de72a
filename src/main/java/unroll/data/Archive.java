package unroll.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import unroll.UnrollException;

/**
 * Unpacks a zip or tar file and trusts nothing in it: only plain files and folders below the target
 * are made, and no more of them and no larger than the limits say.
 */
final class Archive {
    static final String KINDS = ".zip, .tar.gz or .tgz";

    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_NAME = 500;
    private static final int MOST_NAME_BYTES = 255; // of a file or folder, on most systems
    private static final int MOST_DEPTH = 30;
    private static final long MOST_BYTES = 2_000_000_000;
    private static final long ALWAYS_BYTES = 1_000_000;
    private static final int MOST_RATIO = 100;
    private static final int HEADER_BYTES = 4096; // with a long name, its padding and the entry's
    private static final int MOST_HEADER_BYTES = 1_000_000;

    private final Path file;
    private final byte[] buffer = new byte[1 << 16];
    private Path target;
    private Budget budget;
    private String at = "its beginning";
    private int entries;
    private final Map<Path, Long> files = new LinkedHashMap<>();

    Archive(Path file) {
        this.file = file;
    }

    static boolean isOne(String name) {
        return isZip(name) || name.endsWith(".tar.gz") || name.endsWith(".tgz");
    }

    private static boolean isZip(String name) {
        return name.endsWith(".zip");
    }

    /**
     * Unpacks into a new folder.
     *
     * @return the size and the name of each file
     * @throws UnrollException if the archive is damaged or cannot be trusted; the folder is then half
     *     full, and the caller's to delete
     */
    List<String> unpackTo(Path folder) throws IOException {
        target = folder.toAbsolutePath().normalize();
        long most = Math.max(ALWAYS_BYTES, MOST_RATIO * Files.size(file));
        budget = new Budget(Math.min(MOST_BYTES, most));
        Files.createDirectory(target);
        if (isZip(file.getFileName().toString())) {
            unzip();
        } else {
            untar();
        }
        List<String> list = new ArrayList<>();
        files.forEach((place, size) -> list.add(size + " " + target.relativize(place)));
        return list;
    }

    private void unzip() throws IOException {
        try (ZipFile zip = read(() -> ZipFile.builder().setPath(file).get())) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                boolean known =
                        entry.getMethod() == ZipEntry.STORED
                                || entry.getMethod() == ZipEntry.DEFLATED;
                if (entry.isUnixSymlink() || !known || !zip.canReadEntryData(entry)) {
                    throw fault(
                            named(entry.getName()), "is a link, encrypted or packed in a rare way");
                }
                if (entry.isDirectory()) {
                    folder(entry.getName());
                } else {
                    at = named(entry.getName());
                    try (InputStream in = read(() -> zip.getInputStream(entry))) {
                        copy(entry.getName(), budget.counting(in));
                    }
                }
            }
        }
    }

    private void untar() throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar =
                        read(
                                () ->
                                        new TarArchiveInputStream(
                                                budget.counting(new GZIPInputStream(bytes))))) {
            TarArchiveEntry entry = next(tar);
            while (entry != null) {
                if (entry.isDirectory()) {
                    folder(entry.getName());
                } else if (isPlain(entry)) {
                    copy(entry.getName(), tar);
                } else {
                    throw fault(named(entry.getName()), "is a link or a device, not a file");
                }
                at = "what follows " + named(entry.getName());
                entry = next(tar);
            }
        }
    }

    private TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        budget.limit(MOST_HEADER_BYTES);
        TarArchiveEntry entry = read(tar::getNextEntry);
        budget.limit(Long.MAX_VALUE);
        budget.add(HEADER_BYTES);
        if (entry != null) {
            at = named(entry.getName());
        }
        return entry;
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO()
                && !entry.isSparse();
    }

    private void folder(String name) throws IOException {
        makeFolder(name, place(name));
    }

    private void makeFolder(String name, Path folder) throws IOException {
        for (Path each = folder; each.startsWith(target); each = each.getParent()) {
            if (files.containsKey(each)) {
                throw fault(named(name), "needs a folder where the archive has a file");
            }
        }
        Files.createDirectories(folder);
    }

    private void copy(String name, InputStream in) throws IOException {
        Path place = place(name);
        makeFolder(name, place.getParent());
        try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
            long size = 0;
            int count = read(() -> in.read(buffer));
            while (count >= 0) {
                out.write(buffer, 0, count);
                size += count;
                count = read(() -> in.read(buffer));
            }
            files.put(place, size);
        } catch (FileAlreadyExistsException e) {
            throw fault(named(name), "comes twice");
        }
    }

    /** Returns where an entry lies; its name must be that of a place below the target. */
    private Path place(String name) {
        entries++;
        if (entries > MOST_ENTRIES) {
            throw fault(
                    named(name),
                    String.format(Locale.ROOT, "is one more than the %,d allowed", MOST_ENTRIES));
        }
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        List<String> parts = List.of(plain.split("/", -1));
        boolean named =
                plain.length() <= MOST_NAME
                        && parts.size() <= MOST_DEPTH
                        && plain.chars().noneMatch(Archive::isForbidden);
        for (int i = 0; i < parts.size(); i++) {
            boolean here = i == 0 && parts.get(i).equals("."); // tar writes ./name
            named &= here || !List.of("", ".", "..").contains(parts.get(i));
            named &= parts.get(i).getBytes(StandardCharsets.UTF_8).length <= MOST_NAME_BYTES;
        }
        if (!named) {
            throw fault(named(name), "is no name of a file below the folder it is unpacked into");
        }
        Path place = target.resolve(plain).normalize();
        if (!place.startsWith(target)) {
            throw fault(named(name), "lies outside the folder it is unpacked into");
        }
        return place;
    }

    /** What one system or another takes for a path, a drive, a stream or an order. */
    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) || "\\:*?\"<>|".indexOf(character) >= 0;
    }

    /** A step that reads the archive, whose bytes may make the library stumble in any way. */
    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T read(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (Budget.Exceeded e) {
            throw fault(
                    at,
                    String.format(
                            Locale.ROOT,
                            "unpacks to more than %,d times the archive, or %,d bytes in all",
                            MOST_RATIO,
                            MOST_BYTES));
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the archive %s is damaged (%s); its publisher has to mend it",
                            file.getFileName(),
                            e),
                    e);
        }
    }

    private UnrollException fault(String where, String what) {
        return new UnrollException(
                String.format(
                        Locale.ROOT,
                        "the archive %s is not unpacked: %s %s",
                        file.getFileName(),
                        where,
                        what));
    }

    /** Returns the name of an entry for a message, cut where it is long. */
    private static String named(String entry) {
        StringBuilder shown = new StringBuilder();
        entry.chars()
                .limit(80)
                .forEach(c -> shown.append(Character.isISOControl(c) ? '?' : (char) c));
        return String.format(Locale.ROOT, "its entry '%s'", shown);
    }

    /** Deletes a folder and what is in it, following no link out of it. */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                for (Path entry : inside) {
                    delete(entry);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}
