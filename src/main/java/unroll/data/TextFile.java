package unroll.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.UnrollException;

/** Reads one file as text or says exactly why it is none. */
final class TextFile {
    /** Bytes, decoded characters, the string, token ids and their copies live side by side. */
    private static final int MEMORY_PER_BYTE = 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final long memory;
    private final List<String> notes = new ArrayList<>();

    TextFile(Path file, Charset charset, long memory) {
        this.file = file;
        this.charset = charset;
        this.memory = memory;
    }

    Corpus read() {
        requireReadable();
        byte[] bytes = bytes();
        requireNoZero(bytes);
        String text = unixLines(withoutMark(decode(bytes)));
        if (text.isBlank()) {
            throw fault("holds only white space; give a file with text");
        }
        return new Corpus(file.getFileName().toString(), text, notes);
    }

    private void requireReadable() {
        if (!Files.exists(file)) {
            throw fault(
                    "does not exist; check the name, relative names start at "
                            + Path.of("").toAbsolutePath());
        }
        if (!Files.isRegularFile(file)) {
            throw fault(Files.isDirectory(file) ? "is a folder; name a file in it" : "is no file");
        }
        long size = size();
        if (size == 0) {
            throw fault("is empty (0 bytes)");
        }
        if (size > memory / MEMORY_PER_BYTE || size > Integer.MAX_VALUE - 8) {
            throw fault(
                    String.format(
                                    Locale.ROOT,
                                    "holds %s; learning from it needs about %s, Java may use %s; take a part of it or",
                                    megabytes(size),
                                    megabytes(size * MEMORY_PER_BYTE),
                                    megabytes(memory))
                            + " give Java more memory with -Xmx");
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notEncoded(bytes, in.position());
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    private void requireNoZero(byte[] bytes) {
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return;
        }
        for (int offset = 0; offset < bytes.length; offset++) {
            if (bytes[offset] == 0) {
                throw fault(
                        String.format(
                                Locale.ROOT,
                                "has a zero byte at offset %d (line %d): it is not a text file, or is in UTF-16"
                                        + " (then read it with Corpus.read(path, \"UTF-16\"))",
                                offset,
                                lineOf(bytes, offset)));
            }
        }
    }

    private UnrollException notEncoded(byte[] bytes, int offset) {
        String other =
                charset.equals(StandardCharsets.UTF_8)
                        ? "; if it is Latin-1 read it with Corpus.read(path, \"ISO-8859-1\")"
                        : "; if it is UTF-8 read it with Corpus.read(path)";
        return fault(
                String.format(
                        Locale.ROOT,
                        "is not %s: byte 0x%02X at offset %d (line %d)%s",
                        charset.name(),
                        bytes[offset] & 0xFF,
                        offset,
                        lineOf(bytes, offset),
                        other));
    }

    private String withoutMark(String text) {
        if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
            return text;
        }
        notes.add("the byte order mark at the beginning of the file was dropped");
        return text.substring(1);
    }

    private String unixLines(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        notes.add("line ends were changed from \\r\\n or \\r to \\n");
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private UnrollException fault(String what) {
        return new UnrollException(
                String.format(Locale.ROOT, "the file %s %s", file.toAbsolutePath(), what));
    }

    private UnrollException unreadable(IOException cause) {
        return new UnrollException(
                String.format(
                        Locale.ROOT,
                        "the file %s cannot be read (%s); check its permissions",
                        file.toAbsolutePath(),
                        cause),
                cause);
    }
}
