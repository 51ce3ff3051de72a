package unroll.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import unroll.UnrollException;

/**
 * Named tensors and texts in a safetensors file, which Python reads without our code.
 *
 * <pre>
 *   8 bytes   length of the header, little-endian, at most 16 MB
 *   header    JSON: name, dtype, shape and offsets of every tensor; texts under __metadata__
 *   payload   the numbers, little-endian, without gaps
 * </pre>
 *
 * <p>A file is complete or absent: it is written beside its place, forced to disk and renamed. Two
 * checksums in the metadata ({@code sha256} of the payload, {@code sha256.header} of the header)
 * find every changed byte of a file written here; files from elsewhere may lack them. Every length
 * is checked before memory is taken, and no file can run code.
 *
 * @param tensors in the order of the file
 * @param metadata texts, without the checksums
 */
public record WeightsFile(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final int LONGEST_HEADER = 16 << 20;
    private static final int CHUNK = 1 << 20;
    private static final String WRITER = "writer";
    private static final String FORMAT = "unroll 1";
    private static final String CHECKSUM = "sha256";
    private static final String HEADER_CHECKSUM = "sha256.header";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String BLANK = "0".repeat(64);

    public WeightsFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Writes a file, replacing an older one only when the new one is complete on disk.
     *
     * @throws UnrollException when it cannot be written; an older file is then untouched
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        try {
            byte[] header = header(tensors, metadata);
            AtomicFile.write(
                    file,
                    8L + header.length + bytes(tensors),
                    channel -> {
                        ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                        writeFully(channel, length.putLong(header.length).flip());
                        writeFully(channel, ByteBuffer.wrap(header));
                        eachChunk(tensors, chunk -> writeFully(channel, chunk));
                    });
        } catch (ClosedByInterruptException e) {
            throw new UnrollException(
                    "stopped while weights were written to "
                            + file
                            + ": the thread was interrupted; an older file is unchanged, save again",
                    e);
        } catch (IOException e) {
            String failed = "cannot write weights to " + file + ": " + e.getMessage();
            throw new UnrollException(failed + "; an older file is unchanged", e);
        }
    }

    private static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(metadata);
        MessageDigest digest = sha256();
        eachChunk(tensors, digest::update);
        texts.put(WRITER, FORMAT);
        texts.put(CHECKSUM, HexFormat.of().formatHex(digest.digest()));
        texts.put(HEADER_CHECKSUM, BLANK);
        byte[] blank = WeightsHeader.format(tensors, texts);
        texts.put(HEADER_CHECKSUM, HexFormat.of().formatHex(sha256().digest(blank)));
        byte[] header = WeightsHeader.format(tensors, texts);
        if (header.length > LONGEST_HEADER) {
            throw new IOException("names and texts need more than 16 MB");
        }
        return header;
    }

    /**
     * Reads a whole file.
     *
     * @throws UnrollException when it is missing, damaged, or no weights file
     */
    public static WeightsFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "no weights file at %s; save a model there first or check the name",
                            file.toAbsolutePath()));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel);
        } catch (ClosedByInterruptException e) {
            throw new UnrollException(
                    "stopped while weights were read from "
                            + file
                            + ": the thread was interrupted; the file is as it was, read it again",
                    e);
        } catch (IOException e) {
            String reason =
                    e.getMessage() == null ? "it ends too early" : firstLine(e.getMessage());
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "cannot read weights from %s: %s; use another copy or save the model again",
                            file,
                            reason),
                    e);
        }
    }

    private static WeightsFile read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < 10) {
            throw new WeightsHeader.Fault(
                    "expected a safetensors file of at least 10 bytes, found " + size);
        }
        long length = readFully(channel, 0, 8).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
            throw new WeightsHeader.Fault(
                    String.format(
                            Locale.ROOT,
                            "no safetensors file, or cut: its first 8 bytes announce a header of %d bytes,"
                                    + " the file has %d (a header is at most 16 MB)",
                            length,
                            size));
        }
        byte[] bytes = new byte[(int) length];
        readFully(channel, 8, bytes.length).get(bytes);
        WeightsHeader header = WeightsHeader.parse(bytes, size - 8 - length);
        checkHeader(bytes, header.metadata());
        checkMemory(header);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        MessageDigest digest = sha256();
        for (WeightsHeader.Entry entry : header.entries()) {
            tensors.put(entry.name(), readTensor(channel, 8 + length, entry, digest));
        }
        Map<String, String> metadata = new LinkedHashMap<>(header.metadata());
        checkDigest("numbers", metadata.remove(CHECKSUM), digest.digest());
        metadata.remove(HEADER_CHECKSUM);
        metadata.remove(WRITER);
        return new WeightsFile(tensors, metadata);
    }

    private static void checkHeader(byte[] bytes, Map<String, String> metadata) throws IOException {
        String writer = metadata.get(WRITER);
        String found = metadata.get(HEADER_CHECKSUM);
        if (writer != null && writer.startsWith("unroll ") && !writer.equals(FORMAT)) {
            throw new WeightsHeader.Fault(
                    String.format(
                            Locale.ROOT,
                            "written in format '%s', this library reads '%s'; update it",
                            writer,
                            FORMAT));
        }
        if (FORMAT.equals(writer) && (found == null || !metadata.containsKey(CHECKSUM))) {
            throw new WeightsHeader.Fault("its checksum is gone: the header was changed");
        }
        if (found != null && !DIGEST.matcher(found).matches()) {
            throw new WeightsHeader.Fault("its checksum is none: the header was changed");
        }
        if (found != null) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            byte[] blank = text.replace(found, BLANK).getBytes(StandardCharsets.ISO_8859_1);
            checkDigest("header", found, sha256().digest(blank));
        }
    }

    private static void checkMemory(WeightsHeader header) throws IOException {
        long need = 0;
        for (WeightsHeader.Entry entry : header.entries()) {
            need += (entry.end() - entry.begin()) / entry.type().bytes() * Float.BYTES;
        }
        if (need > freeMemory()) {
            System.gc(); // what nobody refers to any more counts as taken until then
        }
        long free = freeMemory();
        if (need > free) {
            throw new WeightsHeader.Fault(
                    String.format(
                            Locale.ROOT,
                            "its numbers need %,d MB of Java's memory, %,d MB are free; start Java with a larger -Xmx",
                            need / 1_000_000,
                            free / 1_000_000));
        }
    }

    private static long freeMemory() {
        Runtime java = Runtime.getRuntime();
        return java.maxMemory() - java.totalMemory() + java.freeMemory();
    }

    private static void checkDigest(String part, String expected, byte[] digest)
            throws WeightsHeader.Fault {
        String found = HexFormat.of().formatHex(digest);
        if (expected != null && !expected.equals(found)) {
            throw new WeightsHeader.Fault(
                    String.format(
                            Locale.ROOT,
                            "the checksum of its %s is %s, expected %s: the file is damaged",
                            part,
                            found,
                            expected));
        }
    }

    private static Tensor readTensor(
            FileChannel channel, long start, WeightsHeader.Entry entry, MessageDigest digest)
            throws IOException {
        int step = entry.type().bytes();
        float[] values = new float[(int) ((entry.end() - entry.begin()) / step)];
        int at = 0;
        for (long begin = entry.begin(); begin < entry.end(); begin += CHUNK) {
            int length = (int) Math.min(CHUNK, entry.end() - begin);
            ByteBuffer chunk = readFully(channel, start + begin, length);
            digest.update(chunk.duplicate());
            while (chunk.hasRemaining()) {
                values[at++] = entry.type().next(chunk);
            }
        }
        return new Tensor(values, entry.shape());
    }

    /** What is done with a piece of the payload. */
    private interface ChunkSink {
        void accept(ByteBuffer chunk) throws IOException;
    }

    private static void eachChunk(Map<String, Tensor> tensors, ChunkSink sink) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            for (float value : tensor.values()) {
                if (!chunk.hasRemaining()) {
                    sink.accept(chunk.flip());
                    chunk.clear();
                }
                chunk.putFloat(value);
            }
        }
        sink.accept(chunk.flip());
    }

    private static long bytes(Map<String, Tensor> tensors) {
        return tensors.values().stream().mapToLong(tensor -> 4L * tensor.values().length).sum();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer readFully(FileChannel channel, long position, int length)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new WeightsHeader.Fault("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
