package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import unroll.trace.Confusion;

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
}
