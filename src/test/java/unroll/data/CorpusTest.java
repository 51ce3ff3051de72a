package unroll.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.UnrollException;

class CorpusTest {
    @TempDir private Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    private Path file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("my.txt"), bytes);
    }

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("my.txt"), text);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> Corpus.read(file))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        "the %s %s %s", Files.isDirectory(file) ? "folder" : "file", file, reason);
    }

    private static void assertRefused(Path file, int line, int column, String reason) {
        assertThatThrownBy(() -> Corpus.read(file))
                .isInstanceOfSatisfying(
                        DataFileException.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(line);
                            assertThat(e.column()).isEqualTo(column);
                        })
                .hasMessage("%s, line %d, column %d: %s", file, line, column, reason);
    }

    @Test
    void aTextIsReadAsItStands() throws IOException {
        var corpus = Corpus.read(text("X:1\nT:Sí\n\uD83C\uDFB5\n"));
        assertThat(corpus).isEqualTo(Corpus.of("my.txt", "X:1\nT:Sí\n\uD83C\uDFB5\n"));
        assertThat(corpus.notes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreReadOrRefusedWithTheirPlace(int seed) throws IOException {
        byte[] bytes = new byte[1 + seed];
        new Random(seed).nextBytes(bytes);
        Path file = file(bytes);
        try {
            assertThat(Corpus.read(file).text()).isNotBlank();
        } catch (UnrollException e) {
            assertThat(e).hasMessageContaining(file.toString());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(
                folder.resolve("none.txt"),
                "does not exist; check the name, relative names start at "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(file(), "is empty (0 bytes); fill it or leave it out");
        assertRefused(text(" \n\n"), "holds only white space; give a file with text");
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(folder, "is no file; name a file in it");
    }

    @Test
    void aZeroByteIsRefused() throws IOException {
        assertRefused(
                text("one\ntw\0"),
                2,
                3,
                "a zero byte: it is not a text file, or is in UTF-16 (then read it with"
                        + " Corpus.read(path, \"UTF-16\"))");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedAndAnotherEncodingIsOffered() throws IOException {
        Path file = file("T:The Cat\nT:S\u00ed Bheag".getBytes(ISO_8859_1));
        assertRefused(
                file,
                2,
                4,
                "byte 0xED at offset 13 is not UTF-8; if it is Latin-1 or was made on"
                        + " Windows read it with Corpus.read(path, \"windows-1252\")");
        assertThat(Corpus.read(file, "ISO-8859-1").text()).endsWith("Sí Bheag");
        assertRefused(
                file((byte) 'a', (byte) 0xC3),
                1,
                2,
                "byte 0xC3 at offset 1 is not UTF-8; the file ends within a character: it was cut, or"
                        + " has another encoding");
    }

    @Test
    void anotherEncodingMustExistAndFit() throws IOException {
        Path file = text("Sí");
        assertThatThrownBy(() -> Corpus.read(file, "latin one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no encoding is called \"latin one\"; try UTF-8, ISO-8859-1, windows-1252 or"
                                + " UTF-16");
        assertThatThrownBy(() -> Corpus.read(file, "US-ASCII"))
                .hasMessageEndingWith(
                        "line 1, column 2: byte 0xC3 at offset 1 is not US-ASCII; if it is UTF-8 read it"
                                + " with Corpus.read(path, \"UTF-8\")");
        assertThat(Corpus.read(file("Sí".getBytes(UTF_16)), "UTF-16").text()).isEqualTo("Sí");
    }

    @Test
    void aFileLargerThanTheMemoryIsRefusedBeforeItIsRead() throws IOException {
        Path huge = folder.resolve("huge.txt");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40); // a hole that takes no room on the disk
        }
        assertThatThrownBy(() -> Corpus.read(huge))
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith(
                        "the file "
                                + huge
                                + " holds 1,099,511.6 MB; learning from it needs about 17,592,186.0"
                                + " MB, Java may use ")
                .hasMessageEndingWith("; take a part of it or give Java more memory with -Xmx");
    }

    @Test
    void aByteOrderMarkIsDroppedAndSaid() throws IOException {
        var corpus = Corpus.read(text("\uFEFFone\n"));
        assertThat(corpus.text()).isEqualTo("one\n");
        assertThat(corpus.notes())
                .containsExactly("the byte order mark at the beginning of the file was dropped");
        assertThat(corpus).hasToString("my.txt: 4 characters in 1 item; " + corpus.notes().get(0));
        assertRefused(text("\uFEFF"), "holds only white space; give a file with text");
    }

    @Test
    void foreignLineEndsAreChangedAndSaid() throws IOException {
        var corpus = Corpus.read(text("one\r\ntwo\rthree"));
        assertThat(corpus.text()).isEqualTo("one\ntwo\nthree");
        assertThat(corpus.notes())
                .containsExactly("line ends were changed from \\r\\n or \\r to \\n");
    }

    @Test
    void itemsStandBetweenBlankLines() {
        var corpus = Corpus.of("two", "\nX:1\nabc|\n\n \nX:2\ndef|\n\n");
        assertThat(corpus.items()).containsExactly("X:1\nabc|", "X:2\ndef|");
        assertThatThrownBy(() -> Corpus.of("nothing", " \n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the corpus nothing has no text");
    }

    @Test
    void itemsKeepIndentationAndLoseBlankLinesInATimeThatGrowsWithTheText() {
        var corpus = Corpus.of("x", " \n\f\n  a \n b  \n\f\n\n\n\n\tc ");
        assertThat(corpus.items()).containsExactly("  a \n b  ", "\tc ");
        var many = Corpus.of("x", "a" + "\n\f".repeat(200_000) + "b");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(many).hasToString("x: 400,002 characters in 1 item"));
    }

    @Test
    void nothingAtAllIsRefusedWithAdvice() {
        assertThatThrownBy(() -> Corpus.read(null))
                .hasMessage("file is null: name one, for example Path.of(\"my.txt\")");
        assertThatThrownBy(() -> Corpus.read(folder, null))
                .hasMessage("charset is null: name one, for example \"windows-1252\"");
        assertThatThrownBy(() -> Corpus.of("x", null))
                .hasMessage("text is null: a cell above was re-run; run it again");
    }
}
