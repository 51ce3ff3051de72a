package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;
import unroll.plot.Figures.Drawn;
import unroll.trace.AttentionMap;
import unroll.trace.GateTrace;
import unroll.trace.TokenScores;
import unroll.trace.TokenVectors;

/** What our kinds of charts draw, say and refuse. */
class ChartsTest {
    @TestFactory
    Stream<DynamicTest> everyKindHasAPictureALineAndATable() {
        return ChartSamples.all("plain").entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> shows(entry.getValue())));
    }

    private static void shows(Chart chart) throws Exception {
        assertThat(Drawn.texts(Drawn.parse(Svg.of(chart)))).isNotEmpty();
        assertThat(Svg.of(chart)).doesNotContain("no still picture");
        assertThat(chart.summary()).doesNotContain("\n").matches("(?s).*(\\d|pixels).*");
        assertThat(chart.table().rowCount()).isPositive();
        assertThat(Bundle.of(chart)).containsOnlyKeys(Bundle.PLOTLY, Bundle.HTML, Bundle.TEXT);
    }

    @Test
    void hostileTextIsDrawnAndRunsNothing() throws Exception {
        for (String text : Samples.HOSTILE) {
            for (Map.Entry<String, Chart> entry : ChartSamples.all(text).entrySet()) {
                String json = PlotlyJson.text(entry.getValue());
                assertThat(json).as(entry.getKey()).doesNotContain("<", "\u2028");
                var drawn = Drawn.parse(Svg.of(entry.getValue()));
                assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
                assertThat(drawn.getElementsByTagName("img").getLength()).isZero();
                assertThat(entry.getValue().table().rowCount()).isPositive();
            }
        }
    }

    @Test
    void repeatedTokensKeepTheirPlaces() {
        List<String> words = List.of("the", "cat", "the", "cat");
        JsonNode plotly = tree(Plots.attention(ChartSamples.attention(words).head(1)));
        JsonNode axis = plotly.path("layout").path("xaxis");
        assertThat(axis.path("tickvals")).hasToString("[0,1,2,3]");
        assertThat(axis.path("ticktext")).hasToString("[\"the\",\"cat\",\"the\",\"cat\"]");
        assertThat(plotly.path("data").path(0).path("z")).hasSize(4);
    }

    @Test
    void aCausalHeadHasNoCellAhead() {
        AttentionMap map = ChartSamples.attention(List.of("a", "b", "c"));
        JsonNode ahead = tree(Plots.attention(map.head(0))).path("data").path(0).path("z");
        assertThat(ahead.path(0)).hasToString("[1,null,null]");
        assertThat(Plots.attention(map.head(0)).summary())
                .isEqualTo(
                        "Self-attention, nothing ahead. a looks at a (1.00), b looks evenly at 2 tokens"
                                + " (0.50 each), c looks evenly at 3 tokens (0.33 each).");
        assertThat(tree(Plots.attention(map)).path("data")).hasSize(2);
    }

    @Test
    void coloursDivergeWhereNumbersAreNegative() {
        JsonNode mixed = tree(Plots.heatMap(new double[][] {{-1, 3}})).path("data").path(0);
        assertThat(mixed.path("zmin").doubleValue()).isEqualTo(-3);
        assertThat(mixed.path("colorscale").path(3)).hasToString("[0.5,\"#ffffff\"]");
        JsonNode positive = tree(Plots.heatMap(new float[][] {{1, 3}})).path("data").path(0);
        assertThat(positive.path("zmin").doubleValue()).isEqualTo(1);
        assertThat(positive.path("colorscale").path(0)).hasToString("[0.0,\"#ffffff\"]");
        JsonNode ranged = tree(Plots.heatMap(new double[][] {{1, 3}}).diverging(true).range(-9, 9));
        assertThat(ranged.path("data").path(0).path("zmax").doubleValue()).isEqualTo(9);
    }

    @Test
    void numbersStandInCellsOnlyWhereTheyCanBeRead() {
        HeatMap small = Plots.heatMap(new double[][] {{0.1234, 12.5}}).numbers(true);
        assertThat(tree(small).path("data").path(0).path("text"))
                .hasToString("[[\"0.1\",\"12.5\"]]");
        HeatMap large = Plots.heatMap(new double[30][30]).numbers(true);
        assertThat(tree(large).path("data").path(0).has("text")).isFalse();
    }

    @Test
    void optionsLeaveTheFirstChartAsItIs() {
        LossChart plain = Plots.loss(Samples.history(60));
        LossChart other = plain.logarithmic(true).smoothed(10);
        assertThat(tree(plain).path("layout").path("yaxis").has("type")).isFalse();
        assertThat(tree(other).path("layout").path("yaxis").path("type").asText()).isEqualTo("log");
        assertThat(tree(other).path("data").path(1).path("name").asText())
                .isEqualTo("training, mean of 10 steps");
        assertThat(tree(other.title("Mine")).path("layout").path("title").path("text").asText())
                .isEqualTo("Mine");
    }

    @Test
    void seedsAreABandWithItsMean() {
        Table table = ChartSamples.all("m").get("seeds").table();
        assertThat(table.columnNames())
                .containsExactly("model", "step", "mean", "lowest", "highest", "seeds");
        assertThat(table.intColumn("step").asList()).containsExactly(50, 100);
        assertThat(table.intColumn("seeds").asList()).containsOnly(2);
    }

    @Test
    void panelsStandOnAxesOfTheirOwn() {
        JsonNode plotly = tree(ChartSamples.all("t").get("panels"));
        List<String> axes = new ArrayList<>();
        plotly.path("data").forEach(trace -> axes.add(trace.path("xaxis").asText()));
        assertThat(axes).contains("x", "x2");
        assertThat(plotly.path("layout").path("xaxis2").path("domain").path(0).doubleValue())
                .isGreaterThan(0.5);
        assertThatThrownBy(() -> Plots.panels(1, ChartSamples.all("t").get("gates")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("panel 1: a figure with several panels");
    }

    @Test
    void oneOfAKindIsNamedInTheSingular() {
        Table table =
                Table.create("t", StringColumn.create("word", "a"), DoubleColumn.create("x", 1.0));
        Figure bar = VerticalBarPlot.create("One", table, "word", "x");
        assertThat(Plots.panels(1, bar).summary()).isEqualTo("1 panel. panel 1: One: 1 bar: a 1");
        assertThat(Plots.text(new TokenScores("p", List.of("a"), new double[] {1})).text())
                .startsWith("Text coloured by p: 1 token, mean 1");
        assertThat(Plots.embedding(new TokenVectors(List.of("a"), new double[][] {{1}})).summary())
                .startsWith("Embedding of 1 token, 1 number each; ");
        Map<String, double[][]> gate = Map.of("i", new double[][] {{1}});
        assertThat(Plots.gates(new GateTrace(List.of("a"), gate)).summary())
                .startsWith("Gates of 1 unit over 1 token. ");
        assertThat(Plots.image("c", new double[][] {{1}}).summary()).startsWith("c: 1 image of 1");
        assertThat(Digits.count(2000, "bar")).isEqualTo("2,000 bars");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThereAre() {
        Table table = ChartSamples.table("t");
        assertThatThrownBy(() -> Plots.lines(table, "step", "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'step' is missing; the table has: word, x, y");
        assertThatThrownBy(() -> Plots.bars(table, "word", "word"))
                .hasMessage(
                        "column 'word' holds no numbers but STRING; columns of numbers are: x, y");
        assertThatThrownBy(() -> Plots.heatMap(table, "word", "z"))
                .hasMessage("column 'z' is missing; the table has: word, x, y");
        assertThatThrownBy(() -> Plots.lines(table.emptyCopy(), "x", "y"))
                .hasMessage("table 'sample' has no row; there is nothing to draw");
        assertThatThrownBy(() -> Plots.lines(table, "x"))
                .hasMessage("no column to draw over 'x'; the table has: word, x, y");
    }

    @Test
    void wrongOptionsAreRefused() {
        HeatMap heat = Plots.heatMap(new double[][] {{1, 2}});
        assertThatThrownBy(() -> heat.labels(List.of("a"), List.of("b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 row and 1 column labels for a heat map of 1 rows and 2 columns");
        assertThatThrownBy(() -> heat.range(2, 1))
                .hasMessage("a range from 2.0 to 1.0: the first must be less, and both finite");
        assertThatThrownBy(() -> Plots.heatMap(new double[][] {{1}, {1, 2}}))
                .hasMessage("row 1 of the heat map has 2 numbers, row 0 has 1");
        assertThatThrownBy(() -> Plots.heatMap(new double[0][]))
                .hasMessage("a heat map without a cell; it needs one or more");
        assertThatThrownBy(() -> Plots.loss(Samples.history(9)).smoothed(0))
                .hasMessage("smoothed must average 1 step or more, got 0");
        assertThatThrownBy(() -> heat.size(100, 300))
                .hasMessage("a chart of 100 x 300 pixels: both must be in 200 to 1600");
        assertThatThrownBy(() -> Plots.gates(ChartSamples.gates(List.of("a"))).units(3))
                .hasMessage("unit 3 is missing; there are units 0 to 2");
        assertThatThrownBy(() -> Plots.image("i", new double[][] {{2}}))
                .hasMessage("image 'i': pixel (0, 0) is 2.0, expected 0 (black) to 1 (white)");
        assertThatThrownBy(() -> Plots.gradientFlow())
                .hasMessage("no gradient flow to draw; pass one or more");
    }

    @Test
    void theTableOfAHeatMapHasThreeColumnsUnderAnyNames() {
        HeatMap heat = Plots.heatMap(new double[][] {{1, 2}});
        assertThat(names(heat.axes("from", "to"))).containsExactly("from", "to", "value");
        assertThat(names(heat.axes("", " "))).containsExactly("row", "column", "value");
        assertThat(names(heat.axes("a", "A"))).containsExactly("a", "column", "value");
        assertThat(names(heat.axes("Value", "value"))).containsExactly("row", "column", "value");
        assertThat(names(heat.axes("Column", "")))
                .containsExactly("Column", "column label", "value");
    }

    private static List<String> names(Chart chart) {
        return chart.table().columnNames();
    }

    private static JsonNode tree(Chart chart) {
        return PlotlyJson.tree(chart);
    }
}
