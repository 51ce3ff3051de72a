package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;
import unroll.UnrollException;
import unroll.music.Abc;
import unroll.plot.Figures.Drawn;
import unroll.trace.History;

class PlotsTest {
    @TempDir Path folder;

    @Test
    void theTextOfALossChartNamesItsFinalNumbers() {
        History history = Samples.history(200);
        assertThat(Plots.loss(history).summary())
                .isEqualTo(
                        "Loss: step 200, training %.3f, validation %.3f, best %.3f at step %d (%.2f bits per token, perplexity %.2f). To compare: blind guess ln 83 = 4.419, letter frequencies 3.210."
                                .formatted(
                                        history.last().loss(),
                                        history.loss(),
                                        history.best().loss(),
                                        history.best().step(),
                                        history.bits(),
                                        history.perplexity()));
    }

    @Test
    void theGuessesAreLinesAcrossTheWholeRun() {
        JsonNode data = PlotlyJson.tree(Plots.loss(Samples.history(200))).path("data");
        JsonNode blind = data.path(2);
        assertThat(blind.path("x").toString()).isEqualTo("[1,200]");
        assertThat(blind.path("y").path(0).doubleValue()).isCloseTo(Math.log(83), within(1e-6));
        assertThat(blind.path("y").path(1)).isEqualTo(blind.path("y").path(0));
        assertThat(data.path(3).path("y").path(0).doubleValue()).isEqualTo(3.21);
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }

    @Test
    void theBestValidationIsNamedAtItsPoint() {
        History history = Samples.history(200);
        JsonNode notes = PlotlyJson.tree(Plots.loss(history)).path("layout").path("annotations");
        JsonNode best = notes.path(2);
        assertThat(best.path("text").asText())
                .isEqualTo(
                        "best %.3f at step %d"
                                .formatted(history.best().loss(), history.best().step()));
        assertThat(best.path("x").asInt()).isEqualTo(history.best().step());
        assertThat(best.path("y").asDouble()).isEqualTo(history.best().loss());
    }

    @Test
    void numbersOfASmoothedChartAreThoseOfItsLine() {
        History history = Samples.history(60);
        JsonNode loss = PlotlyJson.tree(Plots.loss(history).smoothed(5));
        double end = loss.path("data").path(1).path("y").path(59).asDouble();
        assertThat(loss.path("layout").path("title").path("text").asText())
                .startsWith("Loss at step 60: training %.3f (mean of 5 steps),".formatted(end));
        assertThat(Plots.loss(history).smoothed(5).summary())
                .startsWith("Loss: step 60, training %.3f (mean of 5 steps),".formatted(end));
        Chart lines = Plots.lines(history.table(), "step", "loss").smoothed(5);
        assertThat(lines.summary()).endsWith(", at the end " + Digits.four(end) + ".");
        List<History.Step> steps = new ArrayList<>(history.steps());
        steps.add(new History.Step(61, 1, 1.5, 5e-3, 12_000, 3));
        History longer =
                new History(steps, history.validations(), Math.log(83), 3.21, history.stop());
        assertThat(Plots.gradientNorm(longer).smoothed(5).summary())
                .isEqualTo("Gradient norm, mean of 5 steps: 0.5 to 0.7, at the end 0.7.");
    }

    @Test
    void severalRunsAreComparedOnValidationUnderTheirNames() {
        Map<String, History> runs = new LinkedHashMap<>();
        runs.put("RNN <1>", Samples.history(100));
        runs.put("LSTM", Samples.history(150));
        Chart chart = Plots.loss(runs);
        JsonNode data = PlotlyJson.tree(chart).path("data");
        assertThat(data.path(0).path("name").asText()).isEqualTo("RNN &lt;1&gt;");
        assertThat(data.path(0).path("x").toString()).isEqualTo("[50,100]");
        assertThat(data.path(1).path("name").asText()).isEqualTo("LSTM");
        assertThat(chart.summary())
                .startsWith("Loss: RNN <1>: step 100,")
                .contains("; LSTM: step 150");
    }

    @Test
    void theLegendNamesAllRunsAndNoNoteReachesIt() throws Exception {
        Map<String, History> runs = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            runs.put("a run with a rather long name, number " + i, Samples.history(100));
        }
        Document drawn = Drawn.parse(Svg.of(Plots.loss(runs)));
        assertThat(Drawn.texts(drawn)).containsAll(runs.keySet());
        double legend =
                Double.parseDouble(
                        Drawn.text(drawn, "a run with a rather long name, number 11")
                                .getAttribute("y"));
        double note =
                Double.parseDouble(
                        Drawn.text(drawn, "blind guess, ln 83 = 4.419").getAttribute("y"));
        assertThat(note - legend).isGreaterThan(20);
    }

    @Test
    void aMapWithoutOrderIsDrawnByName() {
        Map<String, History> runs =
                Map.of(
                        "c",
                        Samples.history(50),
                        "a",
                        Samples.history(50),
                        "b",
                        Samples.history(50));
        List<String> names = new ArrayList<>();
        PlotlyJson.tree(Plots.loss(runs))
                .path("data")
                .forEach(t -> names.add(t.path("name").asText()));
        assertThat(names).startsWith("a", "b", "c");
    }

    @Test
    void aRunThatNeverValidatedOrNeverBeganIsDrawn() {
        assertThat(Plots.loss(Samples.history(20)).summary())
                .startsWith("Loss: step 20, training")
                .doesNotContain("validation");
        assertThat(Plots.loss(Samples.history(0)).summary()).startsWith("Loss: no step taken");
        assertThat(Svg.of(Plots.loss(Samples.history(0)))).contains("Loss: no step taken");
    }

    @Test
    void aLossThatIsNotANumberIsAGap() {
        History broken = Samples.history(50);
        List<History.Step> steps = new ArrayList<>(broken.steps());
        steps.add(new History.Step(51, Double.NaN, Double.POSITIVE_INFINITY, 1e6, 1, 3));
        History history =
                new History(steps, broken.validations(), Math.log(83), 3.21, broken.stop());
        JsonNode losses = PlotlyJson.tree(Plots.loss(history)).path("data").path(0).path("y");
        assertThat(losses.path(50).isNull()).isTrue();
        assertThat(Plots.loss(history).summary()).contains("step 51, training NaN");
    }

    @Test
    void aLongRunIsASmallFigure() {
        assertThat(PlotlyJson.text(Plots.loss(Samples.history(50_000)))).hasSizeLessThan(80_000);
    }

    @Test
    void nothingToDrawIsRefused() {
        assertThatThrownBy(() -> Plots.loss())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no history to draw; pass what Training.run returned");
        assertThatThrownBy(() -> Plots.loss((History) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the history is null: a cell above was re-run; run the cells below it again");
    }

    @Test
    void aPianoRollSaysWhatIsPlayed() {
        Picture roll = Plots.pianoRoll(Abc.parse("X:1\nT:Scale\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n"));
        assertThat(roll.text())
                .isEqualTo(
                        "Piano roll of \"Scale\": C major, 4/4, 8 notes from C4 to C5 in 4.0 s;"
                                + " begins C4 D4 E4 F4 G4 A4 B4 C5.");
        assertThat(roll.svg().orElseThrow().split("fill=\"#0060a8\"")).hasSize(8 + 1);
    }

    @Test
    void aPianoRollShowsTheRestAtTheEndAndNamesNotesThatArePlayed() {
        String roll =
                Plots.pianoRoll(Abc.parse("X:1\nT:x\nM:4/4\nL:1/8\nK:D\nD2 [FA]2 z4|\n"))
                        .svg()
                        .orElseThrow();
        assertThat(roll)
                .contains(">2.0 s<", ">D4<", ">A4<")
                .doesNotContain("the first", ">G4<", ">C4<");
    }

    @Test
    void aBundleHasThreeFormsAndNeedsNoScriptAndNoNetwork() {
        Map<String, Object> bundle = Bundle.of(Plots.loss(Samples.history(100)));
        assertThat(bundle).containsOnlyKeys(Bundle.PLOTLY, Bundle.HTML, Bundle.TEXT);
        String html = (String) bundle.get(Bundle.HTML);
        assertThat(html)
                .startsWith("<img src=\"data:image/svg+xml;base64,")
                .contains("alt=\"Loss: step 100, ")
                .doesNotContain("<script", "<svg", "http", "require(");
        String data = html.replaceFirst("(?s).*base64,([^\"]*)\".*", "$1");
        String svg = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        assertThat(svg).isEqualTo(Svg.of(Plots.loss(Samples.history(100))));
        assertThat((String) bundle.get(Bundle.TEXT)).doesNotContain("\n");
    }

    @Test
    void theTextOfAnyFigureIsOneShortLine() {
        for (String hostile : Samples.HOSTILE) {
            Samples.figures(hostile)
                    .values()
                    .forEach(
                            figure -> {
                                String text = (String) Bundle.of(figure).get(Bundle.TEXT);
                                assertThat(text)
                                        .hasSizeLessThanOrEqualTo(1000)
                                        .doesNotContain("\n");
                            });
        }
        assertThat(Bundle.of(Samples.figures("t").get("line")).get(Bundle.TEXT))
                .isEqualTo("t: line, 3 points, last 6");
    }

    @Test
    void theTextOfAnyFigureSpeaksOfWhatIsThere() {
        Map<String, Figure> figures = Samples.figures("t");
        assertThat(Shown.of(figures.get("histogram 2D")).caption())
                .isEqualTo("t: histogram of two columns, 4 points");
        assertThat(Shown.of(figures.get("scatter 3D")).caption()).isEqualTo("t: 3 points");
        assertThat(Shown.of(figures.get("bubble")).caption())
                .isEqualTo("t: 3 points, from 0.0001 to 6");
        assertThat(Shown.of(figures.get("candlestick")).caption())
                .startsWith("t: candles, 3 points, ");
        ScatterTrace gap =
                ScatterTrace.builder(new double[] {1, 2, 3}, new double[] {4, 5, Double.NaN})
                        .mode(ScatterTrace.Mode.LINE)
                        .build();
        assertThat(Shown.of(new Figure(gap)).caption()).isEqualTo("Figure: line, 2 points, last 5");
    }

    @Test
    void figuresAreSavedAsDrawingsAndPages() throws IOException {
        Chart chart = Plots.loss(Samples.history(100));
        Plots.save(chart, folder.resolve("new/loss.svg"));
        assertThat(Files.readString(folder.resolve("new/loss.svg"))).isEqualTo(Svg.of(chart));
        Plots.save(chart, folder.resolve("loss.HTML"));
        assertThat(Files.readString(folder.resolve("loss.HTML")))
                .contains("<!DOCTYPE html>", "<img src=\"data:", chart.summary())
                .doesNotContain("<script", "http");
    }

    @Test
    void anotherEndingIsRefused() {
        assertThatThrownBy(() -> Plots.save(Plots.loss(Samples.history(9)), Path.of("a.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture of this kind is saved as .svg, .html or .png, not as a.gif");
        Picture words = Picture.ofHtml("<b>x</b>", "x");
        assertThatThrownBy(() -> Plots.save(words, Path.of("a.svg")))
                .hasMessage("a picture of this kind is saved as .html, not as a.svg");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        Path below = file.resolve("loss.svg");
        assertThatThrownBy(() -> Plots.save(Plots.loss(Samples.history(9)), below))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining(below.toString());
    }
}
