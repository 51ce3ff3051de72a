package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.UnrollException;

/** What an archive may cost beside its files, and what is left of a folder after losses and stops. */
class UnpackedTest {
    private static final byte[] TEXT = "one,two\n".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private Path unpack(String name, byte[] bytes, Consumer<Download> progress) throws IOException {
        try (FaultyServer server = new FaultyServer(exchange -> exchange.serve(bytes))) {
            PublicSet set = Fetching.set(server.address("/" + name), bytes);
            return new SetStore(Map.of(), folder, Fetching.IMPATIENT, progress).unpack(set);
        }
    }

    private static byte[] tar(int size, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(size);
                tar.putArchiveEntry(entry);
                byte[] content = new byte[size];
                Arrays.fill(content, (byte) '1');
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] tar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
            out.write(tar);
        }
        return bytes.toByteArray();
    }

    /** Makes the first entry one of another kind, its sum included. */
    private static byte[] as(char kind, byte[] tar) {
        tar[156] = (byte) kind;
        Arrays.fill(tar, 148, 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += tar[i] & 0xFF;
        }
        byte[] octal = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, tar, 148, octal.length);
        return tar;
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
            }
        }
        return bytes.toByteArray();
    }

    /** L is a long name, x a header before a header. */
    @ParameterizedTest
    @ValueSource(chars = {'L', 'x'})
    void whatSwellsBesideTheFilesIsCutOff(char kind) throws IOException {
        byte[] header = as(kind, tar(20_000_000, "big"));
        byte[] after = Arrays.copyOf(tar(0, "good"), 512 + header.length);
        System.arraycopy(header, 0, after, 512, header.length);
        String says = "the archive set.tgz is not unpacked: %s unpacks to more than 100 times";
        assertThatThrownBy(() -> unpack("set.tgz", packed(header), told -> {}))
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith(says, "its beginning");
        assertThatThrownBy(() -> unpack("set.tgz", packed(after), told -> {}))
                .hasMessageStartingWith(says, "what follows its entry 'good'");
    }

    @Test
    void aNameThatNoFolderCanHoldIsTheArchivesFault() throws IOException {
        String says = "the archive %s is not unpacked: its entry '%s";
        String needs = "' needs a folder where the archive has a file";
        assertThatThrownBy(() -> unpack("set.zip", zip("a", "a/b/c"), told -> {}))
                .hasMessage(says.formatted("set.zip", "a/b/c") + needs);
        byte[] turned = packed(tar(0, "a", "a/b"));
        assertThatThrownBy(() -> unpack("set.tgz", turned, told -> {}))
                .hasMessage(says.formatted("set.tgz", "a/b") + needs);
        assertThatThrownBy(() -> unpack("set.zip", zip("n".repeat(400)), told -> {}))
                .hasMessageStartingWith(says.formatted("set.zip", "n".repeat(80)))
                .hasMessageContaining("is no name of a file");
    }

    @Test
    void aFolderFromWhichSomethingIsMissingIsUnpackedAnew() throws IOException {
        byte[] archive = zip("a.csv", "b/c.csv");
        Path unpacked = unpack("set.zip", archive, told -> {});
        Files.delete(unpacked.resolve("b/c.csv"));
        assertThat(unpack("set.zip", archive, told -> {})).isEqualTo(unpacked);
        assertThat(unpacked.resolve("b/c.csv")).hasBinaryContent(TEXT);
        Files.writeString(unpacked.resolve("a.csv"), "cut");
        unpack("set.zip", archive, told -> {});
        assertThat(unpacked.resolve("a.csv")).hasBinaryContent(TEXT);
        Files.writeString(unpacked.resolveSibling(unpacked.getFileName() + ".list"), "nonsense");
        unpack("set.zip", archive, told -> {});
        assertThat(unpacked.resolve("a.csv")).hasBinaryContent(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set.zip", "set.tgz"})
    void aStopIsNoFaultOfTheArchive(String name) throws IOException {
        byte[] archive = name.endsWith("zip") ? zip("a") : packed(tar(100_000, "a", "b"));
        Consumer<Download> stop =
                told -> {
                    if (told.note().equals("unpacking")) {
                        Thread.currentThread().interrupt();
                    }
                };
        assertThatThrownBy(() -> unpack(name, archive, stop))
                .isInstanceOf(UnrollException.class)
                .hasMessage("unpacking test-set was stopped; run it again");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(unpack(name, archive, told -> {}).resolve("a")).exists();
    }
}
