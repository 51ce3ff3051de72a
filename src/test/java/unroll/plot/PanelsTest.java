package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Panels of a reader's own figures share one legend, which says what their lines look like. */
class PanelsTest {
    private static final double[] TWO = {1, 2};
    private static final Object[] WORDS = {"one", "two"};

    private static Figure lines(String... names) {
        return new Figure(Stream.of(names).map(name -> line(name).build()).toArray(Trace[]::new));
    }

    private static ScatterTrace.ScatterBuilder line(String name) {
        return ScatterTrace.builder(TWO, TWO).name(name).mode(ScatterTrace.Mode.LINE);
    }

    private static List<Look> looks(JsonNode data) {
        return IntStream.range(0, data.size()).mapToObj(i -> Look.of(data.path(i), i)).toList();
    }

    @Test
    void aNameLooksTheSameInEveryPanel() {
        JsonNode data =
                PlotlyJson.tree(Plots.panels(2, lines("a", "b"), lines("b", "c", "a")))
                        .path("data");
        List<Look> looks = looks(data);
        assertThat(looks.get(2)).isEqualTo(looks.get(1));
        assertThat(looks.get(4)).isEqualTo(looks.get(0));
        assertThat(looks.get(3).color()).isNotEqualTo(looks.get(0).color());
        assertThat(IntStream.range(0, 5).mapToObj(i -> data.path(i).path("showlegend").asBoolean()))
                .containsExactly(true, true, false, true, false);
    }

    @Test
    void barsOfANameLookTheSameToo() {
        Figure bars =
                new Figure(
                        BarTrace.builder(WORDS, TWO).name("b").build(),
                        BarTrace.builder(WORDS, TWO).name("a").build());
        JsonNode data =
                PlotlyJson.tree(Plots.panels(2, lines("x", "y", "z"), bars, bars)).path("data");
        assertThat(looks(data).subList(5, 7)).isEqualTo(looks(data).subList(3, 5));
    }

    @Test
    void aColourThatAReaderStatesIsNamedByItself() {
        Figure red = new Figure(line("a").line(Line.builder().color("#a3124d").build()).build());
        JsonNode data = PlotlyJson.tree(Plots.panels(2, lines("a"), red)).path("data");
        assertThat(looks(data).get(1).color()).isEqualTo("#a3124d");
        assertThat(data.path(1).path("showlegend").asBoolean()).isTrue();
    }

    @Test
    void columnsStayColumnsOrAreTooMany() {
        Figure[] twelve = Collections.nCopies(12, lines("a")).toArray(Figure[]::new);
        JsonNode layout = PlotlyJson.tree(Plots.panels(12, twelve)).path("layout");
        for (int i = 1; i <= 12; i++) {
            JsonNode domain = layout.path("xaxis" + (i == 1 ? "" : i)).path("domain");
            assertThat(domain.path(0).asDouble()).isNotNegative();
            assertThat(domain.path(1).asDouble() - domain.path(0).asDouble()).isGreaterThan(0.04);
        }
        Figure[] more = Collections.nCopies(13, lines("a")).toArray(Figure[]::new);
        assertThatThrownBy(() -> Plots.panels(13, more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("13 panels side by side are too narrow to be read; at most 12 columns");
        assertThat(PlotlyJson.tree(Plots.panels(5, more)).path("data").size()).isEqualTo(13);
    }

    @Test
    void anImageIsRefusedInsteadOfAnEmptyPanel() {
        Figure image = Plots.image("i", new double[][] {{0, 1}});
        assertThatThrownBy(() -> Plots.panels(2, lines("a"), image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("panel 2: an image cannot be a panel");
    }
}
