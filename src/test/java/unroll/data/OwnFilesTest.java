package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** JSON lines, FASTA, tune books, folders by class, and what they look like at a glance. */
class OwnFilesTest {
    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void jsonLinesBecomeExamples() throws IOException {
        Path file =
                file(
                        "my.jsonl",
                        """
                        {"text": "a \\"b\\"", "label": "pos", "pair": 1, "x": 0.5}

                        {"text": "c", "label": 2, "pair": 1, "x": -3}
                        """);
        assertThat(JsonLines.of(file).texts("text", "label"))
                .containsExactly(LabelledText.of("a \"b\"", "pos"), LabelledText.of("c", "2"));
        assertThat(JsonLines.of(file).texts("text", "label", "pair"))
                .extracting(LabelledText::group)
                .containsExactly("1", "1");
        assertThat(JsonLines.of(file).series("x").values()).containsExactly(0.5, -3);
        List<Map<String, Object>> read = new ArrayList<>();
        JsonLines.of(file).forEach(read::add);
        assertThat(read.get(1)).isEqualTo(Map.of("text", "c", "label", 2, "pair", 1, "x", -3));
    }

    @Test
    void jsonLinesBecomeTaggedTokens() throws IOException {
        Path file = file("my.jsonl", "{\"tokens\": [\"a\", \"b\"], \"tags\": [\"x\", \"y\"]}");
        assertThat(JsonLines.of(file).tagged("tokens", "tags"))
                .containsExactly(TaggedTokens.of(List.of("a", "b"), List.of("x", "y")));
    }

    @Test
    void fastaKeepsNamesAndJoinsLines() throws IOException {
        Path file = file("my.fasta", "\n>gene1 from a fly\nACGT\r\nacgn\n\n>gene2\nT");
        assertThat(Fasta.of(file).records())
                .containsExactly(
                        new FastaRecord("gene1", "from a fly", "ACGTacgn"),
                        new FastaRecord("gene2", "", "T"));
        Table letters = Overview.letters(Fasta.of(file).records());
        assertThat(letters.stringColumn("letter").asList()).contains("A", "a", "n");
        assertThat(letters.doubleColumn("share").sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void fastaIsTaggedByCaseOrByASecondFile() throws IOException {
        Path file = file("my.fasta", ">g\nacGT\n");
        assertThat(Fasta.of(file).tagged("coding", "other"))
                .containsExactly(
                        TaggedTokens.of(
                                List.of("A", "C", "G", "T"),
                                List.of("other", "other", "coding", "coding")));
        Path tags = file("tags.fasta", ">g\n.H\nHE\n");
        assertThat(Fasta.of(file).tagged(tags).get(0).tags()).containsExactly(".", "H", "H", "E");
        Table overview = Overview.tagged(Fasta.of(file).tagged(tags));
        assertThat(overview.stringColumn("tag").asList()).containsExactly(".", "E", "H");
        assertThat(overview.doubleColumn("share").asList()).containsExactly(0.25, 0.25, 0.5);
        assertThat(overview.intColumn("longest").asList()).containsExactly(1, 1, 2);
    }

    @Test
    void aTuneBookGivesWhatItCanReadAndNamesTheRest() throws IOException {
        String good = "X:1\nM:4/4\nL:1/8\nK:D\nABcd efga|\n\n";
        Path file = file("my.abc", good + "X:2\nM:6/8\nL:1/8\nK:D\nABc def\u00a7|\n\n" + good);
        TuneBook book = TuneBook.read(file);
        assertThat(book).hasToString("my.abc: 2 tunes, 1 refused");
        assertThat(book.corpus().items()).hasSize(2);
        assertThat(book.faults())
                .singleElement()
                .asString()
                .startsWith(file + ", line 11, column 8: '\u00a7' is not music");
        assertThat(book.summary().stringColumn("metre").asList()).containsExactly("4/4", "refused");
        assertThat(book.summary().intColumn("tunes").asList()).containsExactly(2, 1);
    }

    /** What stands before the first X:, and after a blank line with a key of its own. */
    @Test
    void aTuneWithoutItsNumberIsNamedNotJoinedToTheOneBefore() throws IOException {
        String lost = "T:Lost\nM:6/8\n% a remark\nK:G\nGAB c3|\n\n";
        String text = lost + "X:1\nT:One\nM:4/4\nK:D\nABcd efga|\n\nfree text: a story\n\n" + lost;
        Path file = file("my.abc", text + lost + "X:2\nM:4/4\nK:G\nGABc defg|\n");
        TuneBook book = TuneBook.read(file);
        assertThat(book).hasToString("my.abc: 2 tunes, 3 refused");
        assertThat(book.corpus().text()).doesNotContain("Lost").contains("T:One");
        assertThat(book.faults().get(0))
                .startsWith(file + ", line 1, column 1: a tune begins with its number, as in X:1;");
        assertThat(book.faults().get(1)).startsWith(file + ", line 15, column 1: ");
        assertThat(book.faults().get(2)).startsWith(file + ", line 21, column 1: ");
    }

    @Test
    void aTextOfAFolderOrATuneBookIsToldHowToBeRead() throws IOException {
        Path mails = folder.resolve("mails");
        file("mails/ham/1.txt", "dear");
        Path latin = file("mails/spam/1.txt", "");
        assertThatThrownBy(() -> TextFolder.read(mails))
                .hasMessageEndingWith("1.txt is empty (0 bytes); fill it or leave it out");
        Files.write(latin, new byte[] {(byte) 0xFC, 'b', (byte) 0x84});
        assertThatThrownBy(() -> TextFolder.read(mails))
                .hasMessageEndingWith("read it with TextFolder.read(folder, \"windows-1252\")");
        assertThat(TextFolder.read(mails, "windows-1252").get(1).text()).isEqualTo("\u00fcb\u201e");
        assertThatThrownBy(() -> TuneBook.read(latin))
                .hasMessageEndingWith("read it with TuneBook.read(path, \"windows-1252\")");
        file("mails/NA/1.txt", "none");
        assertThatThrownBy(() -> TextFolder.read(mails, "windows-1252"))
                .hasMessageStartingWith("the folder ")
                .hasMessageContaining(
                        "NA names a class: the label \"NA\" says that there is none;");
    }

    @Test
    void theTwoCasesOfLettersNeedTwoTags() throws IOException {
        Fasta fasta = Fasta.of(file("my.fasta", ">g\nacGT\n"));
        assertThatThrownBy(() -> fasta.tagged("x", "x"))
                .hasMessage("upper and lower case are both called \"x\"; give them two tags");
    }

    @Test
    void foldersAreClasses() throws IOException {
        file("mails/spam/1.txt", "buy");
        file("mails/ham/2.txt", "hello");
        file("mails/ham/1.txt", "dear");
        file("mails/ham/.hidden", "no");
        Path mails = folder.resolve("mails");
        assertThat(TextFolder.read(mails))
                .containsExactly(
                        LabelledText.of("dear", "ham"),
                        LabelledText.of("hello", "ham"),
                        LabelledText.of("buy", "spam"));
        Files.createDirectories(mails.resolve("ham/old"));
        assertThatThrownBy(() -> TextFolder.read(mails))
                .hasMessageEndingWith("old stands within the class \"ham\"; move its files up");
        Files.createDirectories(mails.resolve("empty"));
        assertThatThrownBy(() -> TextFolder.read(mails))
                .hasMessageEndingWith("empty is a class without a text; fill it or delete it");
        file("mails/readme.txt", "what this is");
        assertThatThrownBy(() -> TextFolder.read(mails))
                .hasMessageEndingWith(
                        "stands beside the classes; move it into the folder of its class");
        assertThatThrownBy(() -> TextFolder.read(folder))
                .hasMessageEndingWith(
                        "has 1 folder; each class is one, and there must be two or more");
    }

    @Test
    void anOverviewCountsClassesLengthsAndRepeats() {
        Table table =
                Overview.texts(
                        List.of(
                                LabelledText.of("good", "pos"),
                                LabelledText.of("good", "pos"),
                                LabelledText.of("not good", "neg"),
                                LabelledText.of("fine day", "pos")));
        assertThat(table.stringColumn("class").asList()).containsExactly("neg", "pos");
        assertThat(table.intColumn("examples").asList()).containsExactly(1, 3);
        assertThat(table.doubleColumn("share").asList()).containsExactly(0.25, 0.75);
        assertThat(table.intColumn("shortest").asList()).containsExactly(8, 4);
        assertThat(table.intColumn("longest").asList()).containsExactly(8, 8);
        assertThat(table.intColumn("repeated").asList()).containsExactly(0, 1);
        Table series = Overview.series(new TimeSeries("x", new double[] {1, 1, 4}));
        assertThat(new TimeSeries("x", new double[] {1, 1, 4}))
                .hasToString("x: 3 values from 1.000 to 4.000");
        assertThat(series.doubleColumn("mean").get(0)).isEqualTo(2);
        assertThat(series.intColumn("unchanged").get(0)).isEqualTo(1);
        var measured = new TimeSeries("x", new double[] {-2 / 3.0, 1e-7 / 3, 12345.678});
        assertThat(Overview.series(measured).toString())
                .contains("-0.6667")
                .contains(" 12346 ")
                .doesNotContain("0.66666");
        assertThat(series.toString()).contains(" 2 ").doesNotContain("2.0");
    }
}
