package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {
    @Test
    void numbersStandAtTheRightWithFourDigits() {
        Table table =
                Table.create(
                        "run",
                        IntColumn.create("step", new int[] {1, 100}),
                        DoubleColumn.create("loss", 4.41884061, Double.NaN),
                        StringColumn.create("word", "the", "a<b"));
        Picture shown = Tables.of(table);
        assertThat(shown.text())
                .isEqualTo(
                        """
                        run: 2 rows × 3 columns
                        step   loss  word
                           1  4.419  the
                         100         a<b""");
        assertThat(shown.html())
                .contains("text-align: right\">4.419</td>", "text-align: left\">a&lt;b</td>")
                .doesNotContain("<script", "a<b");
    }

    @Test
    void aLongAndWideTableIsCutAndItsSizeIsNamed() {
        Table table = Table.create("big");
        for (int column = 0; column < 30; column++) {
            double[] values = IntStream.range(0, 5000).asDoubleStream().toArray();
            table.addColumns(DoubleColumn.create("c" + column, values));
        }
        Picture shown = Tables.of(table);
        assertThat(shown.text()).startsWith("big: 5,000 rows × 30 columns, 20 × 12 shown\n");
        List<String> lines = shown.text().lines().toList();
        assertThat(lines).hasSize(23);
        assertThat(lines.get(13).strip()).startsWith("11 ");
        assertThat(lines.get(14).strip()).startsWith("…");
        assertThat(lines.get(22).strip()).startsWith("4999 ");
        assertThat(shown.html()).hasSizeLessThan(30_000).contains("…");
    }

    @Test
    void aLongOrBrokenTextStaysInItsCell() {
        Table table = Table.create("t", StringColumn.create("text", "two\nlines", "y".repeat(500)));
        assertThat(Tables.of(table).text().lines()).hasSize(4);
        assertThat(Tables.of(table).text()).contains("two lines", "yyy…");
    }

    @Test
    void aTextIsNeverCutInsideACharacter() {
        Table table = Table.create("t", StringColumn.create("text", "\uD83D\uDE00".repeat(70)));
        String text = Tables.of(table).text();
        assertThat(text).endsWith("\uD83D\uDE00…");
        assertThat(text.codePoints().filter(c -> c == 0x1F600)).hasSize(59);
    }

    @Test
    void aFoldedTableShowsItsNameUntilItIsOpened() {
        Picture folded = Tables.folded(Table.create("a<b", DoubleColumn.create("x", 1.5)));
        assertThat(folded.html())
                .startsWith("<details><summary>The numbers: 1 row × 1 column</summary><table>")
                .endsWith("</table></details>");
        assertThat(folded.text()).isEqualTo("a<b: 1 row × 1 column\n  x\n1.5");
    }

    @Test
    void anEmptyTableIsATable() {
        Picture shown = Tables.of(Table.create("none", DoubleColumn.create("x")));
        assertThat(shown.text()).isEqualTo("none: 0 rows × 1 column\nx");
    }

    @Test
    void aRowThatDoesNotFitItsHeaderIsRefused() {
        assertThatThrownBy(() -> Tables.of("", List.of("a", "b"), List.of(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row has 1 cells, the header has 2: [1]");
    }

    @Test
    void digitsAreFourAndAlwaysWithAPoint() {
        double[] values = {0, 1.43721, 0.00123449, 83210, 1234567, 1.2e-7, -3.5, 1e9, 9.9996};
        List<String> shown =
                IntStream.range(0, values.length).mapToObj(i -> Digits.four(values[i])).toList();
        assertThat(shown)
                .containsExactly(
                        "0",
                        "1.437",
                        "0.001234",
                        "83210",
                        "1234567",
                        "1.2e-7",
                        "-3.5",
                        "1e9",
                        "10");
        assertThat(Digits.four(Double.NaN)).isEqualTo("NaN");
        assertThat(Digits.four(Double.NEGATIVE_INFINITY)).isEqualTo("-∞");
    }

    @Test
    void veryManyRowsAreCutAndThatIsSaid() {
        List<List<String>> rows = Collections.nCopies(20_000, List.of("<".repeat(100), "b"));
        Picture picture = Tables.of("many", List.of("x", "y"), rows);
        assertThat(picture.html().length() + picture.text().length()).isLessThan(980_000);
        assertThat(picture.text()).startsWith("many, the first 1,000 of 20,000 rows\n");
        assertThat(picture.text().lines()).hasSize(1002);
    }
}
