package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import unroll.trace.GradientFlow;
import unroll.trace.History;

/** Numbers at the ends of what a double can hold: a picture comes, and soon. */
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
}
