package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTraceTest {
    private static GateTrace trace() {
        Map<String, double[][]> gates = new LinkedHashMap<>();
        gates.put("i", new double[][] {{0, 1}, {0.5, 0.25}});
        gates.put("f", new double[][] {{1, 1}, {1, 0}});
        return new GateTrace(List.of("not", "bad"), gates);
    }

    @Test
    void gatesKeepTheirOrderAndGiveTheirMeans() {
        assertThat(trace().names()).containsExactly("i", "f");
        assertThat(trace().units()).isEqualTo(2);
        assertThat(trace().mean("f")).containsExactly(1, 0.5);
        assertThat(trace().table().rowCount()).isEqualTo(8);
        assertThat(trace()).isEqualTo(trace()).hasSameHashCodeAs(trace());
        assertThat(trace()).hasToString("gates i, f of 2 units over 2 tokens");
        assertThat(new GateTrace(List.of("a"), Map.of("i", new double[][] {{1}})))
                .hasToString("gates i of 1 unit over 1 token");
    }

    @Test
    void aMissingGateIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> trace().gate("z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gate 'z' is missing; there are: i, f");
    }

    @Test
    void gatesOfAnotherShapeAreRefused() {
        assertThatThrownBy(
                        () -> new GateTrace(List.of("a"), Map.of("i", new double[][] {{1}, {2}})))
                .hasMessage("gate 'i': expected 1 rows, got 2");
        assertThatThrownBy(() -> new GateTrace(List.of("a"), Map.of()))
                .hasMessage("gates of a gate trace: there are none, expected at least one");
    }

    @Test
    void nobodyCanChangeTheValues() {
        GateTrace trace = trace();
        trace.gates().get("i")[0][0] = 9;
        trace.gate("i")[0][0] = 9;
        assertThat(trace).isEqualTo(trace());
    }
}
