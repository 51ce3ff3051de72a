package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every generated file is written again bit for bit. With {@code -Dunroll.datasets=write} the files
 * and their lines in MANIFEST are written instead: for a maintainer who changed a generator.
 */
class DatasetsTest {
    private static final Path FOLDER = Path.of("datasets");
    private static final Path MANIFEST = FOLDER.resolve("MANIFEST");
    private static final int MOST_BYTES = 400_000;

    static Set<String> files() {
        return DatasetFiles.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsWrittenAgainBitForBit(String name) throws Exception {
        DatasetFiles.Made made = DatasetFiles.all().get(name);
        byte[] bytes = made.text().get().getBytes(StandardCharsets.UTF_8);
        String line = "%s %s %d %s".formatted(name, made.generator(), bytes.length, sha256(bytes));
        if (System.getProperty("unroll.datasets", "").equals("write")) {
            write(name, bytes, line);
        }
        assertThat(Files.readAllBytes(FOLDER.resolve(name))).isEqualTo(bytes);
        assertThat(Files.readAllLines(MANIFEST)).contains(line);
        assertThat(bytes.length).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileHasACard(String name) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(name.replaceAll("\\.\\w+$", ".md"))))
                .contains(
                        name,
                        DatasetFiles.all().get(name).generator().replace(",", ", "),
                        "**What.**",
                        "**How made.**",
                        "**Licence.** Apache-2.0",
                        "## Easy and hard",
                        "## Baseline scores");
    }

    @Test
    void everyLineOfTheManifestIsHeldByATest() throws IOException {
        List<String> named =
                Files.readAllLines(MANIFEST).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replaceFirst(" .*", ""))
                        .filter(name -> !name.equals("tunes.abc"))
                        .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(files());
    }

    private static void write(String name, byte[] bytes, String line) throws IOException {
        Files.write(FOLDER.resolve(name), bytes);
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(MANIFEST));
        lines.removeIf(old -> old.startsWith(name + " "));
        lines.add(line);
        Files.write(MANIFEST, lines);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
