package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import unroll.trace.TokenScores;

/** Texts that no notebook can hold become such as it can, and stay apart. */
class SafeTextsTest {
    private static final double[] TWO = {1, 2};

    private static ByteBuffer strict(String text) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void halvesOfLettersAreReplacedInEveryForm() throws Exception {
        String half = "a\ud83d";
        Figure figure =
                new Figure(
                        Layout.builder(half, half, half).build(),
                        ScatterTrace.builder(TWO, TWO)
                                .name(half)
                                .text(new String[] {half, "\ud83d\ude00"})
                                .build());
        for (Object form : Bundle.of(figure).values()) {
            strict(
                    form instanceof String text
                            ? text
                            : new ObjectMapper().writeValueAsString(form));
        }
        String json = PlotlyJson.text(figure);
        strict(json);
        assertThat(json).contains("a\ufffd", "\ud83d\ude00");
    }

    @Test
    void wordsOfPicturesAreSoundToo() {
        Picture text = Plots.text(new TokenScores("q\udc00", List.of("\ud800"), new double[] {1}));
        assertThatCode(() -> strict(text.text())).doesNotThrowAnyException();
        Picture table = Tables.of(Table.create("\ud800", StringColumn.create("a", "\udfff")));
        assertThatCode(() -> strict(table.text() + table.html())).doesNotThrowAnyException();
    }

    @Test
    void categoriesThatDifferStayApart() {
        Object[] names = {"\ud83d", "\ud83e", "\ufffd"};
        Figure bars = new Figure(BarTrace.builder(names, new double[] {1, 2, 3}).build());
        JsonNode x = PlotlyJson.tree(bars).path("data").path(0).path("x");
        assertThat(texts(x)).containsExactlyInAnyOrder("\ufffd", "\ufffd (2)", "\ufffd (3)");
        assertThat(x.path(2).asText()).isEqualTo("\ufffd"); // it was whole before
    }

    @Test
    void veryLongCategoriesLoseTheirMiddleAndKeepTheirLabels() throws Exception {
        Object[] names =
                IntStream.range(0, 100).mapToObj(i -> "c".repeat(10_000) + "<" + i).toArray();
        double[] heights = IntStream.range(0, 100).asDoubleStream().toArray();
        Figure bars = new Figure(BarTrace.builder(names, heights).build());
        JsonNode figure = PlotlyJson.tree(bars);
        Set<String> categories = texts(figure.path("data").path(0).path("x"));
        assertThat(categories).hasSize(100).allMatch(name -> name.matches("c+…c+&lt;\\d+"));
        assertThat(texts(figure.path("layout").path("xaxis").path("tickvals")))
                .isEqualTo(categories);
        assertThat(new ObjectMapper().writeValueAsString(Bundle.of(bars))).hasSizeLessThan(200_000);
        assertThat(Plots.table(bars).stringColumn("x").get(7)).hasSize(10_002);
    }

    @Test
    void aLongSummaryIsCutInTheNotebookOnly() {
        Chart lines = Plots.loss(Map.of("n".repeat(10_000), Samples.history(5)));
        assertThat(lines.summary()).hasSizeGreaterThan(10_000);
        assertThat((String) Bundle.of(lines).get(Bundle.TEXT)).hasSize(4000).endsWith("…");
    }
}
