package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GradientFlowTest {
    @Test
    void theFactorIsTheGeometricMeanPerStepBack() {
        GradientFlow flow = new GradientFlow("RNN", new double[] {0.125, 0.25, 0.5, 1});
        assertThat(flow.factor()).isCloseTo(0.5, within(1e-12));
        assertThat(flow.byDistance()).containsExactly(1, 0.5, 0.25, 0.125);
        assertThat(flow.table().intColumn("step").asList()).containsExactly(3, 2, 1, 0);
        assertThat(flow)
                .hasToString(
                        "gradient flow of RNN: 1.00 at the loss, 0.125 3 steps before, factor 0.500"
                                + " per step");
    }

    @Test
    void anExplosionIsKeptAndNonsenseRefused() {
        double[] exploded = {Double.POSITIVE_INFINITY, 1};
        assertThat(new GradientFlow("RNN", exploded).factor()).isInfinite();
        assertThat(new GradientFlow("RNN", exploded)).isEqualTo(new GradientFlow("RNN", exploded));
        assertThatThrownBy(() -> new GradientFlow("RNN", new double[] {-1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "gradient flow of RNN: the length at step 0 is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new GradientFlow("RNN", new double[0]))
                .hasMessage("gradient flow of RNN: no step was traced");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Map<String, ThrowingCallable> calls =
                Map.of(
                        "name of a gradient flow",
                        () -> new GradientFlow(null, new double[] {1}),
                        "lengths of a gradient flow",
                        () -> new GradientFlow("g", null),
                        "tokens of a gate trace",
                        () -> new GateTrace(null, Map.of()),
                        "gates of a gate trace",
                        () -> new GateTrace(List.of("a"), null),
                        "gate 'i', row 0",
                        () -> new GateTrace(List.of("a"), Map.of("i", new double[1][])),
                        "time of the forecast",
                        () -> new Forecast("q", null, null, null, null, null, 0.9));
        calls.forEach(
                (what, call) ->
                        assertThatThrownBy(call)
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageStartingWith(what + ": found null, expected a value"));
    }
}
