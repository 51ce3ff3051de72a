package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
}
