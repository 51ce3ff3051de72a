package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.api.ViolinPlot;
import tech.tablesaw.plotly.components.Figure;
import unroll.plot.Figures.Drawn;
import unroll.trace.GradientFlow;
import unroll.trace.History;
import unroll.trace.TokenVectors;

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

    @ParameterizedTest
    @CsvSource({
        "0, 4.9e-324",
        "0, 1e-320",
        "0, 1e-300",
        "1, 1.0000000000000002",
        "1e15, 1000000000000000.1",
        "1, 1.000001",
        "-1.7e308, 1.7e308",
        "1.7e308, 1.7e308",
        "1.5e308, 1.6e308"
    })
    void anAxisHasTicksThatCanBeToldApart(double low, double high) {
        List<Scale.Tick> ticks = new Scale(low, high, false, 0, 100).ticks(4);
        assertThat(ticks).hasSizeBetween(2, 8);
        assertThat(ticks).extracting(Scale.Tick::label).doesNotHaveDuplicates();
        assertThat(ticks)
                .allSatisfy(
                        tick ->
                                assertThat(new Scale(low, high, false, 0, 100).at(tick.value()))
                                        .isBetween(-1.0, 101.0));
        drawn(
                Svg.of(
                        ScatterPlot.create(
                                "T", "x", new double[] {1, 2}, "y", new double[] {low, high})));
    }

    @Test
    void boxesViolinsAndPiesOfTheLargestNumbers() {
        for (double other : new double[] {1.7e308, -1.7e308, 4.9e-324}) {
            Table table =
                    Table.create(
                            StringColumn.create("c", "a", "a", "a", "b"),
                            DoubleColumn.create("y", 1.7e308, other, 1.7e308, 1.7e308));
            drawn(Svg.of(BoxPlot.create("T", table, "c", "y")));
            drawn(Svg.of(ViolinPlot.create("T", table, "c", "y", true, true)));
            drawn(Svg.of(PiePlot.create("T", table, "c", "y")));
        }
        Table halves =
                Table.create(
                        StringColumn.create("c", "a", "b"),
                        DoubleColumn.create("y", 1.7e308, 1.7e308));
        assertThat(Svg.of(PiePlot.create("T", halves, "c", "y"))).contains("a  50 %", "b  50 %");
    }

    @Test
    void whatAPictureHasNoPlaceForIsNamed() {
        double infinite = Double.POSITIVE_INFINITY;
        var heat = Plots.heatMap(new double[][] {{infinite, -infinite, 1}});
        assertThat(Bundle.of(heat).get(Bundle.TEXT))
                .isEqualTo("Heat map, 1 × 3, 2 infinite numbers left out: 1 to 1, mean 1.");
        assertThat(Svg.of(heat)).contains("2 infinite numbers left out");
        assertThat(Bundle.of(Plots.heatMap(new double[][] {{1.7e308, 1.7e308}})).get(Bundle.TEXT))
                .isEqualTo("Heat map, 1 × 2: 1.7e308 to 1.7e308, mean 1.7e308.");
        History still =
                new History(
                        List.of(new History.Step(1, 0, 0, 1, 1, 1)),
                        List.of(),
                        1.5,
                        1.4,
                        new History.Stop(History.Stop.Reason.FINISHED, ""));
        for (Figure log :
                List.of(
                        Plots.gradientNorm(still).logarithmic(true),
                        Plots.loss(still).logarithmic(true),
                        Plots.lines(still.table(), "step", "loss").logarithmic(true))) {
            assertThat(Svg.of(log)).contains("1 number of 0 or less left out");
            assertThat((String) Bundle.of(log).get(Bundle.TEXT))
                    .contains("1 number of 0 or less left out");
        }
    }

    @Test
    void aHugeLossIsShortInWords() {
        History history =
                new History(
                        List.of(new History.Step(1, 1e308, 1, 1, 1, 1)),
                        List.of(new History.Validation(1, 1e308)),
                        1.5,
                        1.4,
                        new History.Stop(History.Stop.Reason.FINISHED, ""));
        assertThat((String) Bundle.of(Plots.loss(history)).get(Bundle.TEXT))
                .contains("training 1e308, validation 1e308, best 1e308 at step 1");
        assertThat(history.toString()).hasSizeLessThan(200);
        drawn(Svg.of(Plots.loss(history)));
    }

    @Test
    void vectorsOfTheLargestNumbersHaveAPlane() {
        var vectors =
                new TokenVectors(
                        List.of("a", "b", "c"),
                        new double[][] {{1e308, 1}, {-1e308, 1}, {1e308, -1e308}});
        assertThat((String) Bundle.of(Plots.embedding(vectors)).get(Bundle.TEXT))
                .contains("the plane holds 100 % of the variance");
    }
}
