package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.Grid;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.Scatter3DTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

class PlotlyJsonTest {
    private static final ObjectMapper STRICT = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyKindOfTablesawBecomesStrictJson() {
        return Samples.figures("a title").entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> isStrict(entry.getValue())));
    }

    private static void isStrict(Figure figure) throws IOException {
        String text = PlotlyJson.text(figure);
        JsonNode json = STRICT.readTree(text);
        assertThat(json.path("data")).isNotEmpty();
        assertThat(json.path("layout").path("title").path("text").asText()).isEqualTo("a title");
        assertThat(text).doesNotContain("NaN", "Infinity", "\"null\"", "\"title\":\"");
    }

    @TestFactory
    Stream<DynamicTest> hostileTextIsShownAsItIsInEveryKind() {
        return Samples.HOSTILE.stream()
                .map(
                        text ->
                                DynamicTest.dynamicTest(
                                        text.substring(0, Math.min(30, text.length())),
                                        () -> isLiteral(text)));
    }

    private static void isLiteral(String text) throws IOException {
        for (Map.Entry<String, Figure> entry : Samples.figures(text).entrySet()) {
            String json = PlotlyJson.text(entry.getValue());
            assertThat(json)
                    .as(entry.getKey())
                    .doesNotContain("<", "\u2028", "\u2029", "&quot;", "&#39;");
            String title = STRICT.readTree(json).path("layout").path("title").path("text").asText();
            assertThat(title).as(entry.getKey()).doesNotContain("<", ">");
            String shown = Html.unescape(title).replaceFirst("…$", "");
            assertThat(text).as(entry.getKey()).startsWith(shown);
            assertThat(shown)
                    .as(entry.getKey())
                    .hasSizeGreaterThan(Math.min(text.length(), 40) - 1);
        }
    }

    @Test
    void wordsOfTheDataStayDistinctAndLiteral() {
        JsonNode axis = PlotlyJson.tree(Samples.figures("<b>x</b> & \\").get("bar")).path("layout");
        JsonNode words = axis.path("xaxis").path("ticktext");
        assertThat(words.path(0).asText()).isEqualTo("&lt;b&gt;x&lt;/b&gt; &amp; \\");
    }

    @Test
    void numbersAreNumbersAndMissingOnesAreNull() {
        JsonNode trace = first(Samples.figures("t").get("line"));
        assertThat(trace.path("x").toString()).isEqualTo("[1.0,2.0,3.0,4.0]");
        assertThat(trace.path("y").toString()).isEqualTo("[1.0E-4,null,5.0,6.0]");
    }

    @Test
    void datesAndWordsStayText() {
        assertThat(first(Samples.figures("t").get("time series")).path("x").path(0).asText())
                .startsWith("2026-01-01");
        assertThat(first(Samples.figures("t").get("box")).path("x").path(1).isTextual()).isTrue();
    }

    @Test
    void titlesHaveTheFormOfToday() {
        Layout layout =
                Layout.builder("Loss", "step", "nats")
                        .titleFont(Font.builder().size(20).build())
                        .build();
        JsonNode json = PlotlyJson.tree(new Figure(layout, trace())).path("layout");
        assertThat(json.path("title").path("text").asText()).isEqualTo("Loss");
        assertThat(json.path("title").path("font").path("size").asInt()).isEqualTo(20);
        assertThat(json.path("xaxis").path("title").path("text").asText()).isEqualTo("step");
        assertThat(json.path("yaxis").path("title").path("text").asText()).isEqualTo("nats");
        assertThat(json.has("titlefont")).isFalse();
    }

    @Test
    void anEmptyTitleIsLeftOut() {
        JsonNode json = PlotlyJson.tree(new Figure(Layout.builder("").build(), trace()));
        assertThat(json.path("layout").has("title")).isFalse();
    }

    @Test
    void opacityIsANumber() {
        JsonNode trace = first(Samples.figures("t").get("histogram"));
        assertThat(trace.path("opacity").isNumber()).isTrue();
    }

    @Test
    void aHiddenTraceIsHidden() {
        ScatterTrace hidden =
                ScatterTrace.builder(new double[] {1}, new double[] {2})
                        .visible(tech.tablesaw.plotly.traces.AbstractTrace.Visibility.FALSE)
                        .build();
        JsonNode visible = first(new Figure(hidden)).path("visible");
        assertThat(visible.isBoolean()).isTrue();
        assertThat(visible.booleanValue()).isFalse();
    }

    @Test
    void twoHeatMapsStandInOneFigure() {
        double[][] z = {{1, 2}, {3, Double.NaN}};
        Object[] names = {"a", "b"};
        Figure figure =
                new Figure(
                        HeatmapTrace.builder(names, names, z).build(),
                        HeatmapTrace.builder(names, names, z).build());
        JsonNode data = PlotlyJson.tree(figure).path("data");
        assertThat(data).hasSize(2);
        assertThat(data.path(1).path("z").toString()).isEqualTo("[[1.0,2.0],[3.0,null]]");
    }

    @Test
    void equalLabelsOfAHeatMapKeepTheirOwnRows() {
        Object[] tokens = {"the", "food", "the"};
        double[][] z = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        Figure figure = new Figure(HeatmapTrace.builder(tokens, tokens, z).build());
        JsonNode json = PlotlyJson.tree(figure);
        assertThat(json.path("data").path(0).path("x").toString()).isEqualTo("[0,1,2]");
        JsonNode axis = json.path("layout").path("yaxis");
        assertThat(axis.path("tickvals").toString()).isEqualTo("[0,1,2]");
        assertThat(axis.path("ticktext").toString()).isEqualTo("[\"the\",\"food\",\"the\"]");
    }

    @Test
    void cellsOverNumbersStandInTheOrderOfTheNumbers() {
        IntColumn hours = IntColumn.create("hour", IntStream.range(0, 12).toArray());
        StringColumn words = StringColumn.create("word", hours.asList().stream().map(h -> "w" + h));
        Figure figure = Heatmap.create("t", Table.create("t", hours, words), "word", "hour");
        JsonNode trace = first(figure);
        assertThat(trace.path("x").toString())
                .isEqualTo("[0.0,1.0,2.0,3.0,4.0,5.0,6.0,7.0,8.0,9.0,10.0,11.0]");
        for (int row = 0; row < 12; row++) {
            int hour = Integer.parseInt(trace.path("y").path(row).asText().substring(1));
            assertThat(trace.path("z").path(row).path(hour).asInt()).isEqualTo(1);
        }
    }

    @Test
    void aGridBecomesPlacesOfItsAxes() {
        Grid grid = Grid.builder().rows(1).columns(2).pattern(Grid.Pattern.INDEPENDENT).build();
        ScatterTrace second =
                ScatterTrace.builder(new double[] {1}, new double[] {2})
                        .xAxis("x2")
                        .yAxis("y2")
                        .build();
        JsonNode layout =
                PlotlyJson.tree(new Figure(Layout.builder().grid(grid).build(), trace(), second))
                        .path("layout");
        assertThat(layout.has("grid")).isFalse();
        double left = layout.path("xaxis").path("domain").path(1).asDouble();
        double right = layout.path("xaxis2").path("domain").path(0).asDouble();
        assertThat(left).isGreaterThan(0.3).isLessThan(right);
        assertThat(layout.path("xaxis2").path("anchor").asText()).isEqualTo("y2");
    }

    @Test
    void modesInSpaceAreThoseOfPlotly() {
        Map<Scatter3DTrace.Mode, String> modes =
                Map.of(
                        Scatter3DTrace.Mode.LINE, "lines",
                        Scatter3DTrace.Mode.MARKERS, "markers",
                        Scatter3DTrace.Mode.LINE_AND_MARKERS, "lines+markers",
                        Scatter3DTrace.Mode.LINE_AND_TEXT, "lines+text",
                        Scatter3DTrace.Mode.TEXT_AND_MARKERS, "markers+text",
                        Scatter3DTrace.Mode.LINE_TEXT_AND_MARKERS, "lines+markers+text",
                        Scatter3DTrace.Mode.TEXT, "text");
        DoubleColumn column = DoubleColumn.create("x", 1.0, 2.0);
        modes.forEach(
                (mode, name) -> {
                    Trace trace = Scatter3DTrace.builder(column, column, column).mode(mode).build();
                    JsonNode data = PlotlyJson.tree(new Figure(trace)).path("data");
                    assertThat(data.path(0).path("mode").asText()).isEqualTo(name);
                });
    }

    @Test
    void coloursAreStatedSoThatBothFormsAgree() {
        JsonNode heat = PlotlyJson.tree(Samples.figures("t").get("heat map"));
        assertThat(heat.path("data").path(0).path("colorscale").path(0).path(1).asText())
                .isEqualTo(ColorScale.SEQUENTIAL.at(0).hex());
        assertThat(heat.path("layout").path("colorway").path(0).asText())
                .isEqualTo(Palette.color(0));
    }

    @Test
    void aFigureWithoutLayoutIsAFigure() {
        assertThat(PlotlyJson.of(new Figure(trace()))).containsKeys("data", "layout");
    }

    @Test
    void theMapHoldsPlainValuesOnly() {
        assertPlain(PlotlyJson.of(Plots.loss(Samples.history(60))));
        Samples.figures("t").values().forEach(figure -> assertPlain(PlotlyJson.of(figure)));
    }

    private static void assertPlain(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map.keySet()).allMatch(String.class::isInstance);
            map.values().forEach(PlotlyJsonTest::assertPlain);
        } else if (value instanceof List<?> list) {
            list.forEach(PlotlyJsonTest::assertPlain);
        } else {
            assertThat(value == null || value.getClass().getName().startsWith("java.lang."))
                    .as("%s", value)
                    .isTrue();
        }
    }

    @Test
    void ourChartsAlsoSpeakTablesawsOwnJavascript() {
        String page = Plots.loss(Samples.history(60)).asJavascript("chart");
        assertThat(page).contains("Plotly.newPlot", "var trace0", "Loss at step 60");
    }

    private static ScatterTrace trace() {
        return ScatterTrace.builder(new double[] {1, 2}, new double[] {3, 4}).build();
    }

    private static JsonNode first(Figure figure) {
        return PlotlyJson.tree(figure).path("data").path(0);
    }
}
