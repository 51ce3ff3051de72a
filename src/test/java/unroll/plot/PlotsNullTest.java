package unroll.plot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import unroll.trace.GradientFlow;
import unroll.trace.History;
import unroll.trace.TokenVectors;

/** Who passes null to {@link Plots} is told which argument it was. */
class PlotsNullTest {
    private static final Table TABLE = ChartSamples.table("t");
    private static final Path FILE = Path.of("a.svg");

    private static Map<String, ThrowingCallable> calls() {
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("histories", () -> Plots.loss((History[]) null));
        calls.put("runs", () -> Plots.loss((Map<String, History>) null));
        calls.put("a name in runs", () -> Plots.learningRate(named(Samples.history(9))));
        calls.put("models", () -> Plots.lossOverSeeds(null));
        calls.put("history of 'm'", () -> Plots.lossOverSeeds(nothing("m")));
        calls.put("table", () -> Plots.lines(null, "x", "y"));
        calls.put("x", () -> Plots.lines(TABLE, null, "y"));
        calls.put("columns", () -> Plots.lines(TABLE, "x", (String[]) null));
        calls.put("columns[1]", () -> Plots.bars(TABLE, "word", "x", null));
        calls.put("category", () -> Plots.bars(TABLE, null, "x"));
        calls.put("names", () -> Plots.heatMap(TABLE, null, "x"));
        calls.put("columns[0]", () -> Plots.heatMap(TABLE, "word", (String) null));
        calls.put("values", () -> Plots.heatMap((double[][]) null));
        calls.put("values[1]", () -> Plots.heatMap(new double[][] {{1}, null}));
        calls.put("values[0]", () -> Plots.heatMap(new float[][] {null}));
        var heat = Plots.heatMap(new double[][] {{1, 2}});
        calls.put("rows", () -> heat.labels(null, List.of("a", "b")));
        calls.put("rows[0]", () -> heat.labels(Arrays.asList((String) null), List.of("a", "b")));
        calls.put("header", () -> Tables.of("", null, List.of()));
        var plane = Plots.embedding(new TokenVectors(List.of("a", "b"), new double[][] {{1}, {2}}));
        calls.put("token", () -> plane.neighbours(null, 2));
        calls.put("name", () -> Plots.loss(Samples.history(9)).baseline(null, 3));
        calls.put("map", () -> Plots.attention(null));
        calls.put("trace", () -> Plots.gates(null));
        calls.put("flows", () -> Plots.gradientFlow((GradientFlow[]) null));
        calls.put("flows[0]", () -> Plots.gradientFlow((GradientFlow) null));
        calls.put("vectors", () -> Plots.embedding(null));
        calls.put("confusion", () -> Plots.confusion(null));
        calls.put("forecast", () -> Plots.forecast(null));
        calls.put("charts", () -> Plots.panels(1, (Figure[]) null));
        calls.put("charts[0]", () -> Plots.panels(1, (Figure) null));
        calls.put("caption", () -> Plots.image(null, new double[][] {{1}}));
        calls.put("image", () -> Plots.image("c", (BufferedImage) null));
        calls.put("image 'c'", () -> Plots.image("c", (double[][]) null));
        calls.put("image 'c', row 0", () -> Plots.image("c", new double[][] {null}));
        calls.put("images", () -> Plots.images(1, null));
        calls.put("image 'i'", () -> Plots.images(1, nothing("i")));
        calls.put("frames", () -> Plots.frames(1, (double[][][]) null));
        calls.put("image 't = 0'", () -> Plots.frames(1, (double[][]) null));
        calls.put("scores", () -> Plots.text(null, 0, 1));
        calls.put("tune", () -> Plots.pianoRoll(null));
        calls.put("figure", () -> Plots.save((Figure) null, FILE));
        calls.put("picture", () -> Plots.save((Picture) null, FILE));
        calls.put("file", () -> Plots.save(Picture.ofHtml("", ""), null));
        return calls;
    }

    private static <T> Map<String, T> named(T value) {
        Map<String, T> map = new HashMap<>();
        map.put(null, value);
        return map;
    }

    private static <T> Map<String, T> nothing(String name) {
        return new HashMap<>(Collections.singletonMap(name, null));
    }

    @TestFactory
    Stream<DynamicTest> anArgumentThatIsNullIsNamed() {
        return calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> isNamed(call)));
    }

    private static void isNamed(Map.Entry<String, ThrowingCallable> call) {
        assertThatThrownBy(call.getValue())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        call.getKey()
                                + " is null, expected a value; run the cell that makes it again");
    }

    @Test
    void theSameHoldsForTheirOtherForms() {
        Map<String, ThrowingCallable> others =
                Map.of(
                        "figure", () -> Plots.table(null),
                        "scores", () -> Plots.text(null),
                        "histories", () -> Plots.gradientNorm((History[]) null),
                        "table", () -> Plots.heatMap((Table) null, "a", "b"),
                        "values", () -> Plots.heatMap((float[][]) null),
                        "caption", () -> Plots.image(null, new BufferedImage(1, 1, 1)));
        others.entrySet().forEach(PlotsNullTest::isNamed);
        isNamed(Map.entry("table", () -> Tables.of(null)));
        isNamed(Map.entry("table", () -> Tables.folded(null)));
        isNamed(Map.entry("rows", () -> Plots.heatMap(new double[][] {{1}}).axes(null, null)));
        Collection<History> seeds = Arrays.asList(Samples.history(9), null);
        assertThatThrownBy(() -> Plots.lossOverSeeds(Map.of("m", seeds)))
                .hasMessageStartingWith("the history of \"m\" is null: a cell above was re-run");
        assertThatThrownBy(() -> Plots.lossOverSeeds(Map.of("m", List.of())))
                .hasMessage("no history of 'm' to draw; pass one or more");
    }
}
