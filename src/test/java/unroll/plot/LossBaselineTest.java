package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.trace.History;

/** What a model without a network reaches is a line in the picture of the loss. */
class LossBaselineTest {
    @Test
    void aBaselineIsANamedLineAcrossTheWholeRun() {
        LossChart chart = Plots.loss(Samples.history(200)).baseline("5-grams", 1.532);
        JsonNode line = trace(chart, "5-grams 1.532");
        assertThat(line.path("x").toString()).isEqualTo(ends(chart));
        assertThat(line.path("y").path(0).asDouble()).isEqualTo(1.532);
        assertThat(line.path("y").path(1).asDouble()).isEqualTo(1.532);
        assertThat(chart.summary())
                .matches("Loss: .*, letter frequencies [\\d.]+, 5-grams 1\\.532\\.");
        assertThat(Svg.of(chart)).contains("5-grams 1.532");
    }

    /** Returns from where to where the line of the blind guess goes. */
    private static String ends(LossChart chart) {
        for (JsonNode trace : PlotlyJson.tree(chart).path("data")) {
            if (trace.path("name").asText().startsWith("blind guess")) {
                return trace.path("x").toString();
            }
        }
        throw new AssertionError("no blind guess");
    }

    private static JsonNode trace(LossChart chart, String name) {
        for (JsonNode trace : PlotlyJson.tree(chart).path("data")) {
            if (trace.path("name").asText().equals(name)) {
                return trace;
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void severalStayThroughEveryOption() {
        Map<String, History> runs = Map.of("GRU", Samples.history(50), "LSTM", Samples.history(60));
        LossChart chart =
                Plots.loss(runs)
                        .baseline("2-grams", 2.4)
                        .baseline("5-grams", 1.5)
                        .smoothed(5)
                        .logarithmic(true);
        assertThat(chart.summary()).endsWith(", 2-grams 2.400, 5-grams 1.500.");
        JsonNode note = null;
        for (JsonNode each : PlotlyJson.tree(chart).path("layout").path("annotations")) {
            note = each.path("text").asText().equals("5-grams 1.500") ? each : note;
        }
        assertThat(note).isNotNull();
        assertThat(note.path("y").asDouble()).isEqualTo(Math.log10(1.5));
    }

    @Test
    void aLossWithoutAPlaceOnALogarithmicScaleIsLeftOut() {
        LossChart chart = Plots.loss(Samples.history(50)).logarithmic(true).baseline("none", 0);
        assertThat(PlotlyJson.text(chart)).doesNotContain("\"none 0.000\"");
    }

    @Test
    void aLossThatIsNoNumberIsRefused() {
        LossChart chart = Plots.loss(Samples.history(9));
        assertThatThrownBy(() -> chart.baseline("5-grams", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the baseline \"5-grams\" needs a loss that is a finite number, got NaN");
    }

    @Test
    void namesThatWouldCoverEachOtherAreJoined() {
        LossChart chart =
                Plots.loss(Samples.history(50)).baseline("bigram", 3).baseline("trigram", 3.001);
        assertThat(Svg.of(chart)).contains(">bigram 3.000, trigram 3.001<");
        assertThat(Svg.of(chart.baseline("far", 1e300)))
                .contains(">bigram 3.000, trigram 3.001<", ">far 1e300<");
        assertThat(Svg.of(chart.baseline("other", 1)))
                .contains(">bigram 3.000, trigram 3.001<", ">other 1.000<");
        assertThat(trace(chart, "trigram 3.001").path("y").path(0).asDouble()).isEqualTo(3.001);
    }
}
