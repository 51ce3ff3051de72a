package unroll.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that pass for their size but not for what they hold are refused before the memory is full. */
class FullMemoryTest {
    private static final int BYTES = 5_000_000;
    private static final String TOKENS = "[" + "\"x\",".repeat(8) + "\"x\"]";

    @TempDir private Path folder;

    private interface Reading {
        Object of(Path file);
    }

    /** What is read, by what its file holds over and over: {@code #} is a number that goes up. */
    private static Map<String, Reading> readings() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("a,b\n|1,2\n", Csv::read);
        readings.put("a,b\n|x,y\n", Csv::read);
        readings.put("a,b,c\n|x#,y#,z#\n", Csv::read);
        readings.put("a,b\n|z,y\n", file -> Csv.of(file).texts("a", "b"));
        readings.put("a\n|1\n", file -> Csv.of(file).series("a"));
        readings.put(
                "|{\"a\":" + TOKENS + ",\"b\":" + TOKENS + "}\n",
                file -> JsonLines.of(file).tagged("a", "b"));
        readings.put("|{\"a\":\"x\",\"b\":1}\n", file -> JsonLines.of(file).texts("a", "b"));
        readings.put("{\"a\":[1|,1", FullMemoryTest::each);
        readings.put("{\"a\":[{}|,{}", FullMemoryTest::each);
        readings.put(">x\n|acGTacgtacgt\n", file -> Fasta.of(file).tagged("u", "l"));
        readings.put("|>#\nAc\n", file -> Fasta.of(file).tagged("u", "l"));
        readings.put("|>#\nA\n", file -> Fasta.of(file).records());
        readings.put("|X:1\nT:a\nK:C\nCDEF|\n\n", TuneBook::read);
        return readings;
    }

    private static Object each(Path file) {
        JsonLines.of(file).forEach(object -> {});
        return file;
    }

    /** Writes and reads each kind in turn; prints what came of it. */
    public static void main(String... arguments) throws IOException {
        for (Map.Entry<String, Reading> reading : readings().entrySet()) {
            Path file = Path.of(arguments[0]);
            String[] parts = reading.getKey().split("\\|", 2);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(parts[0]);
                int written = 0;
                for (int row = 0; written < BYTES; row++) {
                    String text = parts[1].replace("#", Integer.toString(row));
                    out.write(text);
                    written += text.length();
                }
                out.write(parts[0].startsWith("{") ? "]}" : "");
            }
            String kind = reading.getKey().replace("\n", "/");
            try {
                reading.getValue().of(file);
                System.out.println("read " + kind);
            } catch (DataFileException | OutOfMemoryError e) {
                System.out.println(e.getMessage() + " <- " + kind);
            }
        }
    }

    @Test
    void noReaderFillsTheMemory() throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FullMemoryTest.class.getName(),
                                folder.resolve("file").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
        List<String> lines =
                Files.readAllLines(folder.resolve("out")).stream()
                        .filter(line -> line.contains(" <- ") || line.startsWith("read "))
                        .toList();
        assertThat(lines).hasSize(readings().size());
        assertThat(lines)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains(" holds 5.0 MB; ")
                                        .contains(" needs about ")
                                        .contains("Java may use 67.1 MB"));
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsLeft() throws IOException {
        Path file = folder.resolve("log.txt");
        byte[] begin = new byte[100_000];
        Arrays.fill(begin, (byte) 'a');
        Files.write(file, begin);
        TextFile source = new TextFile(file, UTF_8, "%s");
        try (TextStream in = source.open()) {
            in.next();
            Files.write(file, new byte[150_000]);
            assertThatThrownBy(in::nextLine)
                    .isInstanceOf(DataFileException.class)
                    .hasMessageEndingWith(
                            "log.txt grew while it was read; wait until it is written, or read a copy");
        }
    }

    @Test
    void aFileThatIsNoneIsCalledWhatItIs() throws IOException {
        Path link = folder.resolve("link");
        for (Path target : List.of(Path.of("nowhere"), Path.of("link"))) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
            assertThatThrownBy(() -> Corpus.read(link))
                    .hasMessageEndingWith("is a link that leads to no file; name the file itself");
        }
        Path made = Path.of("/proc/self/status");
        if (Files.exists(made)) {
            assertThatThrownBy(() -> Corpus.read(made))
                    .hasMessageEndingWith(
                            "is made by the system while it is read; copy it and read the copy");
        }
    }
}
