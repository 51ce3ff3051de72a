package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;
import unroll.plot.Figures.Drawn;
import unroll.trace.GradientFlow;
import unroll.trace.History;

/** Numbers at the ends of what a double can hold, and names that are too long: a picture comes. */
@Timeout(60) // an endless loop, not slowness
class ExtremesTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.5})
    void aGradientThatVanishesOrExplodesOverThousandsOfSteps(double factor) {
        double[] norms = new double[1450];
        for (int t = 0; t < norms.length; t++) {
            norms[t] = Math.pow(factor, norms.length - 1 - t);
        }
        drawn(Svg.of(Plots.gradientFlow(new GradientFlow("RNN", norms))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e308, 1e-300, 2 * Double.MIN_VALUE})
    void aLogarithmicAxisToTheEnd(double end) {
        Table table =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("y", end, 1, 5));
        drawn(Svg.of(Plots.lines(table, "x", "y").logarithmic(true)));
        drawn(Svg.of(Plots.lines(table, "x", "y")));
    }

    @Test
    void barsFromEndToEnd() {
        Table table =
                Table.create(
                        StringColumn.create("c", "a", "b", "c"),
                        DoubleColumn.create("y", 1e308, -1e308, 0));
        drawn(Svg.of(VerticalBarPlot.create("T", table, "c", "y")));
    }

    @Test
    void anInfiniteValidationIsNotMarked() {
        History history =
                new History(
                        List.of(new History.Step(1, 1.2, 1, 1, 1, 1)),
                        List.of(new History.Validation(1, Double.POSITIVE_INFINITY)),
                        1.5,
                        1.4,
                        new History.Stop(History.Stop.Reason.FINISHED, ""));
        assertThat(PlotlyJson.text(Plots.loss(history))).doesNotContain(":Infinity");
        assertThat(PlotlyJson.text(Plots.loss(history).logarithmic(true)))
                .doesNotContain(":Infinity", ":-Infinity");
    }

    private static void drawn(String svg) {
        assertThat(svg).startsWith("<svg").doesNotContain("NaN", "Infinity");
    }

    @Test
    void labelsBelowFewCellsHaveTheirRoom() throws Exception {
        Chart heat =
                Plots.heatMap(new double[][] {{1, 2}, {3, 4}})
                        .labels(
                                List.of("a very long row label that goes on", "b"),
                                List.of("a very long column label that goes on", "d"));
        Document drawn = Drawn.parse(Svg.of(heat));
        double height = Double.parseDouble(drawn.getDocumentElement().getAttribute("height"));
        assertThat(Double.parseDouble(Drawn.text(drawn, "column").getAttribute("y")))
                .isLessThan(height);
    }

    @Test
    void longNamesKeepWhatDiffers() throws Exception {
        List<String> names =
                IntStream.range(0, 25).mapToObj(i -> "somebody with a long name " + i).toList();
        Table table =
                Table.create(
                        "t",
                        StringColumn.create("who", names),
                        DoubleColumn.create(
                                "v", IntStream.range(0, 25).asDoubleStream().toArray()));
        Chart bars = Plots.bars(table, "who", "v");
        assertThat(Drawn.texts(Drawn.parse(Svg.of(bars)))).doesNotHaveDuplicates();
        assertThat(bars.summary()).contains("somebody with a long name 3 3,");
        Figure beside = HorizontalBarPlot.create("t", table, "who", "v");
        assertThat(Drawn.texts(Drawn.parse(Svg.of(beside))))
                .contains("somebody with a long name 24");
        List<String> longer = names.stream().map(name -> "the best of all and " + name).toList();
        table.replaceColumn("who", StringColumn.create("who", longer));
        assertThat(Drawn.texts(Drawn.parse(Svg.of(Plots.bars(table, "who", "v")))))
                .doesNotHaveDuplicates();
        assertThat(Words.label("a very long row label that goes on"))
                .isEqualTo("a very lon…t goes on");
    }

    @Test
    void aSliceWithALongNameKeepsItsShare() {
        String json =
                "{'data':[{'type':'pie','labels':['%s','b'],'values':[3,1]}],'layout':{}}"
                        .formatted("a station by the old lighthouse on the cliffs of the north");
        assertThat(Figures.svg(json)).contains(">a stati…e north  75 %<");
    }
}
