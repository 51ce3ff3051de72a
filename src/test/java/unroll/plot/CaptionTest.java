package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Figure;
import unroll.trace.AttentionMap;
import unroll.trace.Confusion;
import unroll.trace.Forecast;

/** What the words under a picture say of numbers that are not there. */
class CaptionTest {
    private static final Table TABLE =
            Table.create(
                    "t",
                    StringColumn.create("word", "a", "b"),
                    DoubleColumn.create("x", 1, Double.NaN));

    @Test
    void missingNumbersAreSaidToBeMissing() {
        assertThat(Shown.of(VerticalBarPlot.create("t", TABLE, "word", "x")).caption())
                .isEqualTo("t: 2 bars: a 1, b missing");
        assertThat(Shown.of(PiePlot.create("t", TABLE, "word", "x")).caption())
                .isEqualTo("t: 2 slices: a 1, b missing");
        assertThat(Plots.bars(TABLE, "word", "x").summary())
                .isEqualTo("x by word. x: a 1, b missing.");
    }

    @Test
    void aConfusionMatrixOfNothingHasNoAccuracy() {
        Chart empty = Plots.confusion(new Confusion(List.of("a", "b"), new long[2][2]));
        assertThat(empty.summary())
                .isEqualTo(
                        "Confusion matrix: 0 judged; recognised of each class:"
                                + " a never there, b never there.");
        assertThat(Svg.of(empty)).doesNotContain("NaN");
        Chart half =
                Plots.confusion(new Confusion(List.of("a", "b"), new long[][] {{1, 1}, {0, 0}}));
        assertThat(half.summary())
                .endsWith(
                        "2 judged, accuracy 0.500; recognised of each class:"
                                + " a 0.500, b never there.");
    }

    @Test
    void namesThatRepeatStayNames() {
        Table tunes =
                Table.create(
                        "t",
                        StringColumn.create("kind", "jig", "reel", "jig"),
                        DoubleColumn.create("n", 1, 2, 3));
        Figure bars = VerticalBarPlot.create("t", tunes, "kind", "n");
        assertThat(Shown.of(bars).caption()).isEqualTo("t: 3 bars: jig 1, reel 2, jig 3");
        assertThat(Plots.table(bars).stringColumn("x").asList())
                .containsExactly("jig", "reel", "jig");
    }

    @Test
    void areasBesideAGroupWithoutNumbersAreDrawn() {
        for (double[] n :
                new double[][] {{5, 6, Double.NaN, Double.NaN}, {Double.NaN, Double.NaN, 5, 6}}) {
            Table days =
                    Table.create(
                            "t",
                            DoubleColumn.create("day", 1, 2, 1, 2),
                            DoubleColumn.create("n", n),
                            StringColumn.create("group", "a", "a", "b", "b"));
            Figure area = AreaPlot.create("t", days, "day", "n", "group");
            assertThat(Shown.of(area).caption()).contains("0 points", "2 points, last 6");
            assertThat(Svg.of(area)).contains("<path");
        }
    }

    @Test
    void onlyWhatIsDrawnIsInTheWords() {
        Table table =
                Table.create(
                        "t",
                        DoubleColumn.create("x", 1, 2, Double.NaN, 4),
                        DoubleColumn.create("y", 3, 5, 99, -7));
        assertThat(Plots.lines(table, "x", "y").summary()).endsWith("y: -7 to 5, at the end -7.");
        assertThat(Plots.lines(table, "x", "y").logarithmic(true).summary())
                .endsWith("y: 3 to 5, at the end 5.");
        assertThat(Plots.lines(table, "x", "y").smoothed(1000).summary())
                .contains(", mean of 4 rows.");
        assertThat(Plots.loss(Samples.history(5)).smoothed(1000).summary())
                .contains("(mean of 5 steps)");
        Figure line = LinePlot.create("t", table.first(3), "x", "y");
        assertThat(Shown.of(line).caption()).endsWith("2 points, last 5");
    }

    @Test
    void aForecastPromisesItsLevelAndNoMore() {
        double[] one = {1};
        double[] none = {Double.NaN};
        assertThat(Plots.forecast(new Forecast("q", one, one, one, one, one, 0.999)).summary())
                .contains("interval for 99.9 %,");
        Forecast open = new Forecast("q", one, none, none, none, none, 0.9);
        assertThat(Plots.forecast(open).summary())
                .isEqualTo("Forecast of q, with the interval for 90 %.");
        assertThat(open).hasToString("forecast of q: 1 time, an interval meant for 90 %");
    }

    @Test
    void whatIsLeftOutOfTheWordsIsSaid() {
        List<String> tokens = List.of("a", "b", "c", "d", "e", "f", "g");
        double[][] even = new double[7][7];
        for (double[] row : even) {
            Arrays.fill(row, 1 / 7.0);
        }
        assertThat(Plots.attention(AttentionMap.ofSelf(tokens, even)).summary())
                .startsWith("Self-attention. The last 6 of 7 queries: b looks");
        Map<String, BufferedImage> images = new LinkedHashMap<>();
        for (int i = 0; i <= 100; i++) {
            images.put("image " + i, new BufferedImage(1 + i % 2, 2, BufferedImage.TYPE_INT_RGB));
        }
        Chart many = Plots.images(10, images);
        assertThat(many.summary())
                .startsWith(
                        "Images (the first 100 of 101): 100 images of 1 × 2, 2 × 2 pixels: image 0");
        assertThat(many.table().rowCount()).isEqualTo(101);
    }
}
