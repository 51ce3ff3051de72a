package unroll.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import unroll.UnrollException;
import unroll.music.AbcException;

/** A file of the reader's own that cannot be used as it is, with the place where reading it failed. */
public final class DataFileException extends UnrollException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    DataFileException(Path file, String what) {
        this(file, what, null);
    }

    DataFileException(Path file, String what, Throwable cause) {
        super(
                String.format(
                        Locale.ROOT,
                        "the %s %s %s",
                        Files.isDirectory(file) ? "folder" : "file",
                        file.toAbsolutePath(),
                        what),
                cause);
        this.line = 0;
        this.column = 0;
    }

    DataFileException(Path file, int line, int column, String what) {
        super(String.format(Locale.ROOT, "%s, line %d, column %d: %s", file, line, column, what));
        this.line = line;
        this.column = column;
    }

    DataFileException(Path file, AbcException fault) {
        super(String.format(Locale.ROOT, "%s, %s", file, fault.getMessage()), fault);
        this.line = fault.line();
        this.column = fault.column();
    }

    /** Returns the line of the file, counted from 1; 0 if the file as a whole is at fault. */
    public int line() {
        return line;
    }

    /** Returns the character within the line, counted from 1; 0 as {@link #line}. */
    public int column() {
        return column;
    }
}
