package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.UnrollException;

/** Archives made to do harm: nothing is written outside the folder, and no half of one is left. */
class ArchiveTest {
    private static final byte[] TEXT = "one,two\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    private interface Zipping {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    private interface Tarring {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    private Path zip(Zipping content) throws IOException {
        Path file = folder.resolve("set.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            content.into(zip);
        }
        return file;
    }

    private static void add(ZipArchiveOutputStream zip, String name, byte[] bytes)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(bytes);
        zip.closeArchiveEntry();
    }

    private Path tar(Tarring content) throws IOException {
        Path file = folder.resolve("set.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            content.into(tar);
        }
        return file;
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] bytes)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** Fetches the archive from a server and unpacks it, as a reader does. */
    private Path unpack(Path archive) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        try (FaultyServer server = new FaultyServer(exchange -> exchange.serve(bytes))) {
            PublicSet set = Fetching.set(server.address("/" + archive.getFileName()), bytes);
            return Fetching.store(folder.resolve("cache")).unpack(set);
        }
    }

    private void isRefused(Path archive, String says) throws IOException {
        Path set = folder.resolve("cache").resolve("test-set");
        assertThatThrownBy(() -> unpack(archive))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("the archive " + archive.getFileName())
                .hasMessageContaining(says);
        try (Stream<Path> files = Files.list(set)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".lock", archive.getFileName().toString());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("cache", archive.getFileName().toString());
        }
        Files.delete(set.resolve(archive.getFileName()));
    }

    @Test
    void aGoodArchiveIsUnpackedOnce() throws IOException {
        Path zipped =
                unpack(
                        zip(
                                zip -> {
                                    add(zip, "a/", new byte[0]);
                                    add(zip, "a/b/data.csv", TEXT);
                                    add(zip, "read me.txt", TEXT);
                                }));
        assertThat(zipped.getFileName().toString()).startsWith("unpacked-");
        assertThat(zipped.resolve("a/b/data.csv")).hasBinaryContent(TEXT);
        assertThat(zipped.resolve("read me.txt")).hasBinaryContent(TEXT);

        String longName = "d/" + "x".repeat(200) + ".txt";
        Path tarred =
                unpack(
                        tar(
                                tar -> {
                                    add(tar, "./", new byte[0]);
                                    add(tar, "./data.csv", TEXT);
                                    add(tar, longName, TEXT);
                                }));
        assertThat(tarred.resolve("data.csv")).hasBinaryContent(TEXT);
        assertThat(tarred.resolve(longName)).hasBinaryContent(TEXT);

        Files.writeString(tarred.resolve("data.csv"), "as it is");
        assertThat(unpack(folder.resolve("set.tar.gz")).resolve("data.csv")).hasContent("as it is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "/evil.txt",
                "..\\evil.txt",
                "C:/evil.txt",
                "a//b",
                "a/./b",
                "..",
                "nul\u0007l",
                "a/b\nc",
                "data.csv:stream",
                ""
            })
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        String says = name.isEmpty() ? "" : "is no name of a file below the folder";
        isRefused(zip(zip -> add(zip, name, TEXT)), says);
        Files.delete(folder.resolve("set.zip"));
        isRefused(tar(tar -> add(tar, name, TEXT)), says);
    }

    @Test
    void linksAndDevicesAreRefused() throws IOException {
        isRefused(
                zip(
                        zip -> {
                            ZipArchiveEntry link = new ZipArchiveEntry("link");
                            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
                            zip.putArchiveEntry(link);
                            zip.write("/etc".getBytes(StandardCharsets.UTF_8));
                            zip.closeArchiveEntry();
                            add(zip, "link/evil.txt", TEXT);
                        }),
                "its entry 'link' is a link");
        Files.delete(folder.resolve("set.zip"));
        for (byte kind :
                new byte[] {
                    TarConstants.LF_SYMLINK,
                    TarConstants.LF_LINK,
                    TarConstants.LF_CHR,
                    TarConstants.LF_BLK,
                    TarConstants.LF_FIFO
                }) {
            isRefused(
                    tar(
                            tar -> {
                                TarArchiveEntry entry = new TarArchiveEntry("link", kind);
                                entry.setLinkName("/etc/passwd");
                                tar.putArchiveEntry(entry);
                                tar.closeArchiveEntry();
                            }),
                    "its entry 'link' is a link or a device");
        }
    }

    @Test
    void whatSwellsIsCutOff() throws IOException {
        isRefused(
                zip(zip -> add(zip, "bomb", new byte[20_000_000])),
                "its entry 'bomb' unpacks to more than 100 times the archive");
        Files.delete(folder.resolve("set.zip"));
        isRefused(
                tar(tar -> add(tar, "bomb", new byte[20_000_000])),
                "its entry 'bomb' unpacks to more than 100 times the archive");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        String says = "its entry './' is one more than the 10,000 allowed";
        isRefused(
                zip(
                        zip -> {
                            for (int entry = 0; entry <= 10_000; entry++) {
                                add(zip, "./", new byte[0]);
                            }
                        }),
                says);
        Files.delete(folder.resolve("set.zip"));
        isRefused(
                tar(
                        tar -> {
                            for (int entry = 0; entry <= 10_000; entry++) {
                                add(tar, "./", new byte[0]);
                            }
                        }),
                says);
    }

    @Test
    void anEntryThatComesTwiceIsRefused() throws IOException {
        isRefused(
                tar(
                        tar -> {
                            add(tar, "data.csv", TEXT);
                            add(tar, "./data.csv", TEXT);
                        }),
                "its entry './data.csv' comes twice");
    }

    @Test
    void aDamagedArchiveIsNamed() throws IOException {
        Path archive = tar(tar -> add(tar, "data.bin", Fetching.bytes(5_000)));
        Files.write(archive, Arrays.copyOf(Files.readAllBytes(archive), 2_000));
        isRefused(archive, "is damaged");
        Files.write(archive, TEXT);
        isRefused(archive, "is damaged");
        Files.delete(archive);
        archive = zip(zip -> add(zip, "data.bin", Fetching.bytes(5_000)));
        Files.write(archive, Arrays.copyOf(Files.readAllBytes(archive), 2_000));
        isRefused(archive, "is damaged");
    }

    @Test
    void whatIsNoArchiveIsNotUnpacked() {
        PublicSet set = Fetching.set("https://example.org/irish.abc", TEXT);
        assertThatThrownBy(() -> Fetching.store(folder).unpack(set))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "irish.abc is no archive (.zip, .tar.gz or .tgz): nothing to unpack, use"
                                + " fetch()");
    }
}
