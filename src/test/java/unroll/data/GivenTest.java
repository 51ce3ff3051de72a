package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given from a notebook: null, holes, names that look alike and texts of which none is seen. */
class GivenTest {
    private static final Path FILE = Path.of("no-file");
    private static final String RERUN = " is null: a cell above was re-run; run it again";
    private static final String HOLE = " holds null at item 1 of 2 (counted from 0); leave it out";

    @TempDir private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A call and what it says. */
    record Call(String says, ThrowingCallable call) {
        @Override
        public String toString() {
            return says;
        }
    }

    static Stream<Call> nulls() {
        PaddedData.Example example = new PaddedData.Example(new int[1], new int[1]);
        return Stream.of(
                new Call("items" + RERUN, () -> Partition.of(null)),
                new Call("items" + HOLE, () -> Partition.of(Arrays.asList(1, null))),
                new Call("group" + RERUN, () -> Partition.of(List.of(1)).grouped(null)),
                new Call("stratum" + RERUN, () -> Partition.of(List.of(1)).stratified(null)),
                new Call(
                        "key" + RERUN,
                        () -> new Parts<>(List.of(), List.of(), List.of()).leaks(null)),
                new Call("test" + RERUN, () -> new Parts<>(List.of(), List.of(), null)),
                new Call("training" + RERUN, () -> PaddedData.of(null, List.of(), 2, false)),
                new Call(
                        "validation" + RERUN, () -> PaddedData.of(List.of(example), null, 1, true)),
                new Call("inputs" + RERUN, () -> new PaddedData.Example(null, new int[1])),
                new Call("targets" + RERUN, () -> new PaddedData.Example(new int[1], null)),
                new Call("inputs" + RERUN, () -> PaddedData.unanswered(null, false)),
                new Call("folder" + RERUN, () -> TextFolder.read(null)),
                new Call("action" + RERUN, () -> Csv.of(FILE).forEach(null)),
                new Call("action" + RERUN, () -> JsonLines.of(FILE).forEach(null)),
                new Call("action" + RERUN, () -> Fasta.of(FILE).forEach(null)),
                new Call("upper" + RERUN, () -> Fasta.of(FILE).tagged(null, "x")),
                new Call("alphabet" + RERUN, () -> Fasta.of(FILE).alphabet(null)),
                new Call("examples" + RERUN, () -> Overview.texts(null)),
                new Call("series" + RERUN, () -> Overview.series((TimeSeries[]) null)),
                new Call("tokens" + HOLE, () -> TaggedTokens.of(Arrays.asList("a", null), null)),
                new Call("label" + RERUN, () -> LabelledText.of("a", null)),
                new Call("values" + RERUN, () -> new TimeSeries("x", null)),
                new Call("series" + RERUN, () -> SeriesSplit.at(0.5, (double[][]) null)),
                new Call("means" + RERUN, () -> new Scaling(null, List.of(1.0))));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void nullIsNamed(Call call) {
        assertThatThrownBy(call.call()).hasMessage(call.says());
    }

    @Test
    void aColumnOrAKeyThatIsNullIsNamed() throws IOException {
        Path csv = file("my.csv", "a,b\nx,y\n");
        assertThatThrownBy(() -> Csv.of(csv).texts(null, "b"))
                .hasMessage("the name of a column" + RERUN);
        assertThatThrownBy(() -> Csv.of(csv).series(null))
                .hasMessage("the name of a column" + RERUN);
        Path json = file("my.jsonl", "{\"a\": \"x\", \"b\": \"y\"}\n");
        assertThatThrownBy(() -> JsonLines.of(json).texts(null, "b")).hasMessage("key" + RERUN);
    }

    @Test
    void sequencesThatFitNoArrayAreRefused() {
        assertThatThrownBy(() -> PaddedData.unanswered(List.of(), false))
                .hasMessage("there is no sequence to read, or only empty ones");
        List<int[]> many = Collections.nCopies(1 << 16, new int[1 << 16]);
        assertThatThrownBy(() -> PaddedData.unanswered(many, false))
                .hasMessageStartingWith(
                        "a batch of 65,536 sequences of 65,536 tokens is too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,A", "i,I", "i,\u0130", "I,\u0131", "stra\u00dfe,x,STRA\u1e9eE"})
    void columnsThatDifferInCaseOnlyAreNoTable(String names) throws IOException {
        Path csv = file("my.csv", names + "\n" + names + "\n");
        Locale before = Locale.getDefault();
        try {
            for (String country : List.of("tr", "en")) {
                Locale.setDefault(Locale.forLanguageTag(country));
                assertThatThrownBy(() -> Csv.read(csv))
                        .isInstanceOf(DataFileException.class)
                        .hasMessageContaining("my.csv, line 1, column ")
                        .hasMessageEndingWith("which a table does not tell apart; rename one");
            }
        } finally {
            Locale.setDefault(before);
        }
        Csv.of(csv).forEach(row -> assertThat(row.keySet()).hasSize(names.split(",", -1).length));
    }

    @Test
    void longNamesAreCutInMessages() throws IOException {
        Path csv = file("my.csv", "n".repeat(900_000) + ",b\n1,2\n");
        assertThatThrownBy(() -> Csv.of(csv).series("q"))
                .hasMessageEndingWith("only \"" + "n".repeat(40) + "\u2026\", \"b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\u2007 ", "\ufeff", "\u202f\u2060"})
    void spacesOfAnyKindAreSpaces(String space) throws IOException {
        assertThatThrownBy(() -> LabelledText.of(space, "a")).hasMessageContaining("is blank");
        assertThatThrownBy(() -> LabelledText.of("a", space)).hasMessageContaining("blank label");
        Path csv = file("my.csv", "t,l\nx,a" + space + "\n");
        assertThatThrownBy(() -> Csv.of(csv).texts("t", "l"))
                .satisfiesAnyOf(
                        e -> assertThat(e).hasMessageContaining("begins or ends with white space"),
                        e -> assertThat(e).hasMessageContaining("a byte order mark within"));
        Path json = file("my.jsonl", "{\"a\": [\"x\"], \"b\": [\" \"]}\n");
        assertThatThrownBy(() -> JsonLines.of(json).tagged("a", "b"))
                .hasMessageEndingWith("line 1, column 19: a tag is blank; name what the token is");
        assertThatThrownBy(() -> Fasta.of(FILE).tagged(space, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a tag is blank, got ");
        assertThat(Labels.fault("a", "\ud83d\ude00")).isNull();
    }

    @Test
    void aNumberThatIsTooLargeIsRefusedWhereverItStands() throws IOException {
        Path json = file("my.jsonl", "{\"a\": {\"b\": [1, 1e999999999]}}\n");
        assertThatThrownBy(() -> JsonLines.of(json).forEach(object -> {}))
                .isInstanceOf(DataFileException.class)
                .hasMessageEndingWith("line 1, column 7: \"a\" is too large");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1e9 / 3, 169.16260493992687, -1e-9 / 7})
    void aConstantSeriesHasTheDeviationOne(double value) {
        for (int length = 3; length < 500; length++) {
            double[] series = new double[length];
            Arrays.fill(series, value);
            assertThat(SeriesSplit.at(1, series).scaling().deviations()).containsExactly(1.0);
        }
        assertThat(SeriesSplit.at(1, new double[] {1, 1 + 1e-9}).scaling().deviations().get(0))
                .isLessThan(1e-9);
    }

    @Test
    void scalesAndSplitsThatFitNoSeriesAreRefused() {
        Scaling scaling = new Scaling(List.of(1.0), List.of(1.0));
        String none = "there is no series 3, only 1 counted from 0";
        assertThatThrownBy(() -> scaling.scaled(3, 1)).hasMessage(none);
        assertThatThrownBy(() -> scaling.unscaled(3, 1)).hasMessage(none);
        assertThatThrownBy(() -> new Scaling(List.of(Double.NaN), List.of(1.0)))
                .hasMessageStartingWith("every series needs a mean and a deviation above 0, got");
        double[] two = {1, 2};
        double[] one = {1};
        assertThatThrownBy(() -> new SeriesSplit(List.of(), List.of()))
                .hasMessage("give at least one series");
        assertThatThrownBy(() -> new SeriesSplit(List.of(two), List.of()))
                .hasMessageStartingWith("1 series to learn from need as many to validate on");
        assertThatThrownBy(() -> new SeriesSplit(List.of(two, one), List.of(one, one)))
                .hasMessageStartingWith("series 2 has 1 value, series 1 has 2;");
        assertThatThrownBy(() -> new SeriesSplit(List.of(two, two), List.of(one, two)))
                .hasMessageStartingWith("series 2 has 2 values, series 1 has 1;");
        assertThatThrownBy(() -> new SeriesSplit(List.of(new double[] {Double.NaN}), List.of(one)))
                .hasMessageStartingWith("value 1 is NaN");
        assertThatThrownBy(() -> new SeriesSplit(List.of(new double[0]), List.of(one)))
                .hasMessage("the series have no values to learn from");
    }
}
