package unroll.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The characters of a file, one after the other with their places, in a memory that does not grow.
 *
 * <p>Lines end in {@code \n} whatever the file has; a byte order mark at the beginning is dropped.
 * Bytes that are no text in the charset are refused at their place.
 */
final class TextStream implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char DAMAGED = '\uFFFD';

    /** No column and no line may be longer than this: 100 million characters. */
    private static final int LONGEST_LINE = 100_000_000;

    private final TextFile source;
    private final InputStream in;
    private final long size;
    private final Kept kept;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private final List<String> notes = new ArrayList<>();
    private final boolean wide;
    private final boolean latin;
    private CoderResult result = CoderResult.UNDERFLOW;
    private long offset; // of the first byte of the buffer
    private boolean ended;
    private boolean started;
    private boolean changedLines;
    private boolean damaged;
    private int line = 1;
    private int column;
    private boolean afterLine;

    TextStream(TextFile source, long size, Kept kept) {
        this.source = source;
        this.size = size;
        this.kept = kept;
        this.wide =
                source.charset().name().startsWith("UTF-16")
                        || source.charset().name().startsWith("UTF-32");
        this.latin = source.charset().equals(StandardCharsets.ISO_8859_1);
        this.decoder =
                source.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        chars.flip();
        bytes.flip();
        try {
            this.in = Files.newInputStream(source.file());
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /** Returns the next character, or -1 at the end; {@link #line} and {@link #column} say where. */
    int next() {
        if (!chars.hasRemaining() && !fill()) {
            return -1;
        }
        char c = chars.get();
        advance(c);
        if (c == '\r') {
            afterLine = true;
            lineEnd();
            c = '\n';
        }
        afterLine = c == '\n';
        if (c < ' ' || c >= BYTE_ORDER_MARK || (latin && c >= 0x80 && c < 0xA0)) {
            requireText(c);
        }
        return c;
    }

    private void lineEnd() {
        if (peek() == '\n' && chars.get(chars.position()) == '\n') {
            chars.get();
        }
        if (!changedLines) {
            notes.add("line ends were changed from \\r\\n or \\r to \\n");
        }
        changedLines = true;
    }

    /** Returns the character that {@link #next} will return, or -1; its place is not known yet. */
    int peek() {
        if (!chars.hasRemaining() && !fill()) {
            return -1;
        }
        char c = chars.get(chars.position());
        return c == '\r' ? '\n' : c;
    }

    /** Returns the next line without its end, or null after the last. */
    String nextLine() {
        int c = next();
        if (c < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = next()) {
            text.append((char) c);
        }
        return text.toString();
    }

    private void advance(char c) {
        if (afterLine) {
            line++;
            column = 0;
        }
        column += Character.isLowSurrogate(c) ? 0 : 1;
        if (column > LONGEST_LINE) {
            throw fault(line, 1, "the line has more than 100 million characters");
        }
    }

    private void requireText(char c) {
        if (c == BYTE_ORDER_MARK) {
            throw here("a byte order mark within the text; two files were joined here: remove it");
        }
        if (c == DAMAGED && !damaged) {
            damaged = true;
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "line %d, column %d holds U+FFFD, which stands for characters that an earlier"
                                    + " program could not read; look for the original",
                            line,
                            column));
        }
        if (c == 0 && !wide) {
            throw here(
                    String.format(
                            Locale.ROOT,
                            "a zero byte: it is not a text file, or is in UTF-16 (then read it with %s)",
                            String.format(Locale.ROOT, source.reading(), "UTF-16")));
        }
        if (c >= 0x80 && c < 0xA0) {
            throw here(
                    String.format(
                            Locale.ROOT,
                            "byte 0x%02X is a control character in ISO-8859-1; it is text of Windows: read it with %s",
                            (int) c,
                            String.format(Locale.ROOT, source.reading(), "windows-1252")));
        }
        if (c < ' ' && c != '\t' && c != '\n' && c != '\f') {
            throw here(
                    String.format(Locale.ROOT, "the control character U+%04X: remove it", (int) c));
        }
    }

    /** Decodes on until there are characters; false at the end. */
    private boolean fill() {
        chars.clear();
        while (chars.position() == 0 && (!ended || bytes.hasRemaining())) {
            if (result.isError()) {
                throw notEncoded();
            }
            if (!ended) {
                load();
            }
            result = decoder.decode(bytes, chars, ended);
        }
        chars.flip();
        if (!started && chars.hasRemaining()) {
            started = true;
            dropMark();
        }
        return chars.hasRemaining();
    }

    private void load() {
        if (Thread.interrupted()) {
            throw here("reading was stopped here; run the cell again");
        }
        offset += bytes.position();
        bytes.compact();
        try {
            int kept = bytes.position();
            int read = in.readNBytes(bytes.array(), kept, bytes.remaining());
            ended = read < bytes.remaining();
            bytes.position(kept + read).flip();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
        if (offset + bytes.limit() > size) {
            throw source.fault("grew while it was read; wait until it is written, or read a copy");
        }
        kept.requireLine(column, offset);
        if (offset == 0 && !started) {
            requireNoOtherKind();
        }
    }

    private void requireNoOtherKind() {
        byte[] begin = Arrays.copyOf(bytes.array(), Math.min(bytes.limit(), FileKind.BYTES));
        String fault = FileKind.fault(begin, source.charset().name(), source.reading());
        if (fault != null) {
            throw source.fault(fault);
        }
    }

    private void dropMark() {
        if (chars.get(chars.position()) == BYTE_ORDER_MARK) {
            notes.add("the byte order mark at the beginning of the file was dropped");
            chars.get();
            if (!chars.hasRemaining()) {
                fill();
            }
        }
    }

    private DataFileException notEncoded() {
        int value = bytes.get(bytes.position()) & 0xFF;
        return fault(
                afterLine ? line + 1 : line,
                afterLine ? 1 : column + 1,
                String.format(
                        Locale.ROOT,
                        "byte 0x%02X at offset %d is not %s; %s",
                        value,
                        offset + bytes.position(),
                        source.charset().name(),
                        advice(value)));
    }

    private String advice(int value) {
        if (ended && result.length() == bytes.remaining() && (wide || value >= 0xC2)) {
            return "the file ends within a character: it was cut, or has another encoding";
        }
        if (!source.charset().equals(StandardCharsets.UTF_8)) {
            return "if it is UTF-8 read it with "
                    + String.format(Locale.ROOT, source.reading(), "UTF-8");
        }
        return "if it is Latin-1 or was made on Windows read it with "
                + String.format(Locale.ROOT, source.reading(), "windows-1252");
    }

    /** Returns where the last character stands, counted from 1. */
    int line() {
        return line;
    }

    /** Returns which character of its line the last one is, counted from 1. */
    int column() {
        return column;
    }

    /** Returns what was changed or looks damaged so far, in sentences. */
    List<String> notes() {
        return notes;
    }

    /** Says how much more memory what was read takes, or less; too much is refused. */
    void keep(long more) {
        kept.add(more, offset + bytes.position());
    }

    Path file() {
        return source.file();
    }

    DataFileException here(String what) {
        return fault(line, column, what);
    }

    DataFileException fault(int atLine, int atColumn, String what) {
        return new DataFileException(source.file(), atLine, atColumn, what);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }
}
