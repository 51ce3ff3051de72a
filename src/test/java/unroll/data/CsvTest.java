package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class CsvTest {
    @TempDir private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("my.csv"), text);
    }

    static Stream<List<String>> cells() {
        return Stream.of(
                List.of("plain", "1"),
                List.of("with, comma", "with \"quotes\""),
                List.of("two\nlines", " spaces "),
                List.of("\"", ","),
                List.of("null", "NA"),
                List.of("\uD83C\uDFB5", "'don't'"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatIsQuotedIsReadAsItWas(List<String> cells) throws IOException {
        String row =
                "\"%s\",\"%s\"\n"
                        .formatted(
                                cells.get(0).replace("\"", "\"\""),
                                cells.get(1).replace("\"", "\"\""));
        List<Map<String, String>> read = new ArrayList<>();
        Csv.of(file("a,b\n" + row)).forEach(read::add);
        assertThat(read).containsExactly(Map.of("a", cells.get(0), "b", cells.get(1)));
    }

    @Test
    void textsKeepWhatReadersTakeForMissing() throws IOException {
        String file = "id,text,label,song\n1,null,pos,a\n\n2,\"a, b\",neg,a\n3,T,pos,";
        assertThat(Csv.of(file(file)).texts("text", "label"))
                .containsExactly(
                        LabelledText.of("null", "pos"),
                        LabelledText.of("a, b", "neg"),
                        LabelledText.of("T", "pos"));
        assertThat(Csv.of(file(file)).texts("text", "label", "song"))
                .extracting(LabelledText::group)
                .containsExactly("a", "a", "");
    }

    @Test
    void aReviewOfAHundredThousandCharactersIsRead() throws IOException {
        String review = "word ".repeat(20_000) + "end";
        assertThat(Csv.of(file("text,label\n" + review + ",pos\n")).texts("text", "label"))
                .containsExactly(LabelledText.of(review, "pos"));
    }

    @Test
    void aSeriesMayHaveAnotherSeparatorAndFilledGaps() throws IOException {
        Csv csv = Csv.of(file("day;close\r\n1;1.5\r\n2;NA\r\n3;-2e-1\r\n")).separator(';');
        TimeSeries series = csv.carryForward(true).series("close");
        assertThat(series.name()).isEqualTo("close");
        assertThat(series.values()).containsExactly(1.5, 1.5, -0.2);
    }

    @Test
    void anEmptyLineIsAGapWhereThereIsOneColumn() throws IOException {
        Csv csv = Csv.of(file("\nclose\n1\n\n\n4\n\n"));
        assertThat(csv.carryForward(true).series("close").values()).containsExactly(1, 1, 1, 4);
        assertThatThrownBy(() -> csv.series("close"))
                .hasMessageContaining("my.csv, line 4, column 1: a gap (\"\") in the series");
        Table table = csv.table();
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.numberColumn("close").isMissing(2)).isTrue();
        assertThat(Csv.read(file("a,b\n1,2\n\n3,4\n")).rowCount()).isEqualTo(2);
    }

    @Test
    void aWrongSeparatorIsSaidWhateverIsRead() throws IOException {
        Csv csv = Csv.of(file("name;text\nA;\"a \"\"b\"\"\"\n"));
        String says = "one column only, \"name;text\"; read with separator(';'), or rename it";
        assertThatThrownBy(csv::table).hasMessageEndingWith(says);
        assertThatThrownBy(() -> csv.texts("text", "name")).hasMessageEndingWith(says);
        assertThatThrownBy(() -> csv.forEach(row -> {})).hasMessageEndingWith(says);
        assertThat(csv.separator(';').table().rowCount()).isEqualTo(1);
    }

    @Test
    void aTableGuessesNoTypesButNumbers() throws IOException {
        Table table =
                Csv.read(file("id,flag,open,close,day\n007,T,1,,2024-01-01\n012,F,2,2.5,null\n"));
        assertThat(table.name()).isEqualTo("my.csv");
        assertThat(table.columnNames()).containsExactly("id", "flag", "open", "close", "day");
        assertThat(table.types())
                .containsExactly(
                        ColumnType.STRING,
                        ColumnType.STRING,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE,
                        ColumnType.STRING);
        assertThat(table.stringColumn("id").get(0)).isEqualTo("007");
        assertThat(table.stringColumn("day").get(1)).isEqualTo("null");
        assertThat(table.numberColumn("close").isMissing(0)).isTrue();
        Table overview = Overview.columns(table);
        assertThat(overview.intColumn("gaps").asList()).containsExactly(0, 0, 0, 1, 0);
        assertThat(overview.stringColumn("kind").get(0)).isEqualTo("text, length");
    }

    @Test
    void oneBadValueAmongManyMakesATextOfTheColumnOrIsNamed() throws IOException {
        Path file = file("n\n" + "1\n".repeat(300_000) + "97oops\n");
        assertThat(Csv.read(file).column("n").type()).isEqualTo(ColumnType.STRING);
        assertThatThrownBy(() -> Csv.of(file).series("n"))
                .hasMessageEndingWith(
                        "my.csv, line 300002, column 1: \"97oops\" is no number; write the number"
                                + " without its unit");
    }

    @Test
    void rowsBeforeAFaultArePassedOn() throws IOException {
        List<Map<String, String>> read = new ArrayList<>();
        Path file = file("a,b\n1,2\n3\n");
        assertThatThrownBy(() -> Csv.of(file).forEach(read::add))
                .isInstanceOf(DataFileException.class);
        assertThat(read).containsExactly(Map.of("a", "1", "b", "2"));
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> Csv.read(folder.resolve("none.csv")))
                .hasMessageContaining("none.csv does not exist; check the name");
        assertThatThrownBy(() -> Csv.read(folder)).hasMessageEndingWith("name a file in it");
        assertThatThrownBy(() -> Csv.of(folder).separator('"'))
                .hasMessage("a quote or a line end cannot separate cells; try ',', ';' or '\\t'");
    }
}
