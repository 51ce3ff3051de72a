package unroll.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** Kinds of files that are often taken for text, each known by the bytes it begins with. */
enum FileKind {
    UTF_32("\0\0\u00FE\u00FF", "UTF-32"),
    UTF_32_LITTLE("\u00FF\u00FE\0\0", "UTF-32"),
    UTF_16("\u00FE\u00FF", "UTF-16"),
    UTF_16_LITTLE("\u00FF\u00FE", "UTF-16"),
    ZIP(
            "PK\3\4",
            "is a zip archive, as .docx, .xlsx, .odt and .epub files are",
            "plain text or CSV"),
    OFFICE("\u00D0\u00CF\u0011\u00E0", "is an old Office document", "plain text or CSV"),
    RTF("{\\rtf", "is a document in RTF", "plain text"),
    PDF("%PDF-", "is a PDF document", "plain text"),
    GZIP("\u001F\u008B", "is packed with gzip; unpack it first", ""),
    BZIP2("BZh9", "is packed with bzip2; unpack it first", ""),
    XZ("\u00FD7zXZ", "is packed with xz; unpack it first", ""),
    SEVEN_ZIP("7z\u00BC\u00AF", "is a 7z archive; unpack it first", ""),
    ZSTANDARD("(\u00B5/\u00FD", "is packed with zstd; unpack it first", ""),
    PNG("\u0089PNG", "is a picture (PNG), no text", ""),
    JPEG("\u00FF\u00D8\u00FF", "is a picture (JPEG), no text", ""),
    GIF("GIF8", "is a picture (GIF), no text", ""),
    MIDI("MThd", "is a MIDI file, no text; convert it to ABC first, for example with midi2abc", ""),
    WAV("RIFF", "is a sound or a film (RIFF), no text", ""),
    SQLITE("SQLite format 3", "is a database (SQLite)", "CSV"),
    PARQUET("PAR1", "is a table in Parquet", "CSV"),
    PROGRAM("\u007FELF", "is a program, no text", ""),
    LFS(
            "version https://git-lfs",
            "is a pointer of Git LFS, not the data; fetch them with git lfs pull",
            "");

    /** Bytes that tell all kinds apart. */
    static final int BYTES = 32;

    private final String begin; // a character for each byte
    private final String what;
    private final String saveAs;
    private final String encoding;

    FileKind(String begin, String what, String saveAs) {
        this.begin = begin;
        this.what = what;
        this.saveAs = saveAs;
        this.encoding = "";
    }

    FileKind(String begin, String encoding) {
        this.begin = begin;
        this.what = "is text in " + encoding;
        this.saveAs = "";
        this.encoding = encoding;
    }

    /**
     * Returns why bytes are no text in the charset, or null if they may be.
     *
     * @param reading how the reader names a charset, with {@code %s} for its name
     */
    static String fault(byte[] bytes, String charset, String reading) {
        String text = new String(bytes, ISO_8859_1);
        for (FileKind kind : values()) {
            if (text.startsWith(kind.begin)) {
                return kind.advice(charset, reading);
            }
        }
        return null;
    }

    private String advice(String charset, String reading) {
        if (encoding.isEmpty()) {
            return saveAs.isEmpty()
                    ? what
                    : String.format(Locale.ROOT, "%s; save it as %s first", what, saveAs);
        }
        boolean meant = charset.toUpperCase(Locale.ROOT).startsWith(encoding);
        return meant
                ? null
                : String.format(
                        Locale.ROOT,
                        "%s; read it with %s",
                        what,
                        String.format(Locale.ROOT, reading, encoding));
    }

    /** Returns whether text begins as a web page does. */
    static boolean isPage(String begin) {
        String lower = begin.stripLeading().toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype")
                || lower.startsWith("<html")
                || lower.startsWith("<?xml");
    }
}
