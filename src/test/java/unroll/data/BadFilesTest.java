package unroll.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two hundred files, each with a fault of its own, get the message that their index gives. */
class BadFilesTest {
    private static final Path INDICES = Path.of("src/test/resources/unroll/data/bad");
    private static final List<String> KINDS = List.of("text", "csv", "jsonl", "fasta", "abc");

    @TempDir private Path folder;

    /**
     * One entry of an index.
     *
     * @param bytes the file's content with escapes, or null if it stands in the folder of its kind
     * @param read how it is read
     * @param says the message, the path cut down to the name
     */
    record Bad(String kind, String name, String bytes, String read, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bad() {
        return KINDS.stream().flatMap(kind -> bad(kind).stream());
    }

    private static List<Bad> bad(String kind) {
        List<Bad> entries = new ArrayList<>();
        for (String block : read(INDICES.resolve(kind + ".txt")).split("\n\n", -1)) {
            List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                entries.add(
                        new Bad(
                                kind,
                                lines.get(0),
                                value(lines, "bytes"),
                                value(lines, "read"),
                                value(lines, "says")));
            }
        }
        return entries;
    }

    private static String value(List<String> lines, String key) {
        String begin = "    " + key + " ";
        return lines.stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst()
                .orElse(lines.contains("    " + key) ? "" : null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(UTF_8));
                continue;
            }
            char escape = text.charAt(++i);
            if (escape == 'x') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write("\n\r\t\\".charAt("nrt\\".indexOf(escape)));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadFileGetsTheMessageOfItsIndex(Bad bad) throws IOException {
        Path home = INDICES.resolve(bad.kind());
        Path file = home.resolve(bad.name());
        if (bad.bytes() != null) {
            file = Files.write(folder.resolve(bad.name()), unescaped(bad.bytes()));
        }
        Path read = file;
        assertThatThrownBy(() -> read(read, List.of(bad.read().split(" ", -1))))
                .isInstanceOf(DataFileException.class)
                .extracting(fault -> withoutFolders(fault.getMessage(), read, home))
                .isEqualTo(bad.says());
    }

    private static String withoutFolders(String message, Path file, Path home) {
        return message.replace("\n", "\\n")
                .replace(file.toAbsolutePath().getParent() + "/", "")
                .replace(home.toAbsolutePath() + "/", "")
                .replace(file.getParent() + "/", "");
    }

    private static Object read(Path file, List<String> how) {
        String last = how.get(how.size() - 1);
        return switch (how.get(0)) {
            case "corpus" -> how.size() > 1 ? Corpus.read(file, last) : Corpus.read(file);
            case "book" -> TuneBook.read(file);
            case "dna" -> Fasta.of(file).records();
            case "rna" -> Fasta.of(file).alphabet(Fasta.Alphabet.RNA).records();
            case "protein" -> Fasta.of(file).alphabet(Fasta.Alphabet.PROTEIN).records();
            case "case" -> Fasta.of(file).tagged(how.get(1), last);
            case "tags" -> Fasta.of(file).tagged(INDICES.resolve("fasta").resolve(last));
            default ->
                    file.toString().endsWith(".jsonl")
                            ? fromJson(JsonLines.of(file), how)
                            : fromCsv(Csv.of(file), how);
        };
    }

    private static Object fromJson(JsonLines lines, List<String> how) {
        return switch (how.get(0)) {
            case "texts" -> lines.texts(how.get(1), how.get(2));
            case "tagged" -> lines.tagged(how.get(1), how.get(2));
            default -> lines.series(how.get(1));
        };
    }

    private static Object fromCsv(Csv csv, List<String> how) {
        List<String> rest = how.subList(1, how.size());
        return switch (how.get(0)) {
            case "carry" -> fromCsv(csv.carryForward(true), rest);
            case "separator=;" -> fromCsv(csv.separator(';'), rest);
            case "charset=ISO-8859-1" -> fromCsv(csv.charset("ISO-8859-1"), rest);
            case "table" -> csv.table();
            case "series" -> csv.series(how.get(1));
            default ->
                    rest.size() == 2
                            ? csv.texts(how.get(1), how.get(2))
                            : csv.texts(how.get(1), how.get(2), how.get(3));
        };
    }

    @Test
    void thereAreFortyOfEachKindAndNoneIsLeftOut() throws IOException {
        for (String kind : KINDS) {
            List<Bad> entries = bad(kind);
            Set<String> names = new TreeSet<>();
            entries.forEach(entry -> assertThat(names.add(entry.name())).as(entry.name()).isTrue());
            assertThat(names).as(kind).hasSizeGreaterThanOrEqualTo(40);
            entries.forEach(e -> names.addAll(Arrays.asList(e.read().split(" ", -1))));
            try (Stream<Path> files = Files.list(INDICES.resolve(kind))) {
                Set<String> there =
                        files.map(file -> file.getFileName().toString())
                                .collect(Collectors.toSet());
                assertThat(names).as(kind).containsAll(there);
            }
        }
    }
}
