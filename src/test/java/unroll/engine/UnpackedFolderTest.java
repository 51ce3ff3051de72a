package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedFolderTest {
    private static final byte[] CODE = "native code".getBytes(StandardCharsets.UTF_8);

    @TempDir Path cache;
    private Path library;
    private UnpackedFolder folder;

    @BeforeEach
    void unpack() throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(CODE);
        Path path = Files.createDirectory(cache.resolve("1.0-cpu"));
        library = Files.write(path.resolve("libx.so"), CODE);
        folder =
                new UnpackedFolder(
                        path,
                        List.of(
                                new UnpackedFolder.Expected(
                                        "libx.so", CODE.length, checksum.getValue(), true),
                                new UnpackedFolder.Expected("bridge.so", 3, -1, false)));
    }

    @Test
    void leavesAGoodFolderAlone() throws IOException {
        assertThat(folder.faults()).isEmpty();
        assertThat(folder.faults()).isEmpty();
        assertThat(library).exists();
        assertThat(folder.bytes()).isEqualTo(CODE.length + 3);
    }

    @Test
    void movesAFolderWithACutLibraryAwayEvenAfterItWasFoundGood() throws IOException {
        assertThat(folder.faults()).isEmpty();
        Files.write(library, new byte[4]);
        assertThat(folder.faults()).containsExactly("libx.so has 4 bytes, expected 11");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void findsOneChangedByte() throws IOException {
        byte[] changed = CODE.clone();
        changed[3] ^= 1;
        Files.write(library, changed);
        assertThat(folder.faults()).containsExactly("libx.so has changed bytes");
    }

    @Test
    void findsAMissingLibrary() throws IOException {
        Files.delete(library);
        assertThat(folder.faults()).containsExactly("libx.so is missing");
    }
}
