package unroll.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A file that should hold text.
 *
 * @param reading how its reader names another charset, with {@code %s} for the name
 */
record TextFile(Path file, Charset charset, String reading) {

    TextFile {
        Objects.requireNonNull(file, "file is null: name one, for example Path.of(\"my.txt\")");
    }

    /**
     * Returns the encoding of a name.
     *
     * @throws IllegalArgumentException if Java knows none of that name
     */
    static Charset charset(String name) {
        Objects.requireNonNull(name, "charset is null: name one, for example \"windows-1252\"");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no encoding is called \"%s\"; try UTF-8, ISO-8859-1, windows-1252 or UTF-16",
                            name),
                    e);
        }
    }

    /** Opens the file for reading a line or a record at a time; it must be closed. */
    TextStream open() {
        long size = readableSize();
        return new TextStream(this, size, new Kept(this, size, "one line or record of it", false));
    }

    /**
     * Opens a file of which all will be kept in memory.
     *
     * @param perByte how many bytes of memory a byte of the file will take at least
     * @param purpose what needs the memory
     */
    TextStream open(int perByte, String purpose) {
        long size = readableSize();
        long memory = Runtime.getRuntime().maxMemory();
        if (size > memory / perByte || size > Integer.MAX_VALUE - 8) {
            throw tooLarge(size, purpose, (double) size * perByte);
        }
        return new TextStream(this, size, new Kept(this, size, purpose, true));
    }

    DataFileException tooLarge(long size, String purpose, double needed) {
        return fault(
                String.format(
                        Locale.ROOT,
                        "holds %s; %s needs about %s, Java may use %s; take a part of it or give Java more"
                                + " memory with -Xmx",
                        PublicSet.megabytes(size),
                        purpose,
                        PublicSet.megabytes((long) needed),
                        PublicSet.megabytes(Runtime.getRuntime().maxMemory())));
    }

    private long readableSize() {
        if (!Files.exists(file)) {
            throw fault(
                    Files.isSymbolicLink(file)
                            ? "is a link that leads to no file; name the file itself"
                            : "does not exist; check the name, relative names start at "
                                    + Path.of("").toAbsolutePath());
        }
        if (!Files.isRegularFile(file)) {
            throw fault(Files.isDirectory(file) ? "is no file; name a file in it" : "is no file");
        }
        long size = size();
        if (size == 0) {
            throw fault(
                    hasContent()
                            ? "is made by the system while it is read; copy it and read the copy"
                            : "is empty (0 bytes); fill it or leave it out");
        }
        return size;
    }

    private boolean hasContent() {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() >= 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    DataFileException fault(String what) {
        return new DataFileException(file, what);
    }

    DataFileException unreadable(IOException cause) {
        return new DataFileException(
                file,
                String.format(Locale.ROOT, "cannot be read (%s); check its permissions", cause),
                cause);
    }
}
