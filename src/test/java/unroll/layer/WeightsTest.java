package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsTest {
    private static final int H = 32;
    private static final Shape MEMORY = new Shape(4 * H, H);
    private static final Shape INPUT = new Shape(4 * H, 8);
    private static final Shape BIAS = new Shape(4 * H);

    @Test
    void pytorchsDefaultIsUniformInOneOverTheRootOfH() {
        Weights weights = Weights.of(3).forgetBias(0);
        for (Shape shape : new Shape[] {MEMORY, INPUT}) {
            String name = shape.equals(MEMORY) ? "weight_hh_l0" : "weight_ih_l0";
            float[] values = weights.draw(Kind.LSTM, name, shape);
            double bound = 1 / Math.sqrt(H);
            assertThat(max(values)).isBetween(0.95 * bound, bound);
            assertThat(deviation(values)).isCloseTo(bound / Math.sqrt(3), within(0.05 * bound));
        }
        assertThat(max(weights.draw(Kind.LSTM, "bias_ih_l0", BIAS))).isLessThan(1 / Math.sqrt(H));
        assertThat(max(weights.draw(Kind.LSTM, "bias_hh_l0", BIAS))).isGreaterThan(0);
    }

    @Test
    void xavierBalancesInAndOutOfOneGateAndLeavesBiasesZero() {
        Weights weights = Weights.of(3).initialisation(Initialisation.XAVIER).forgetBias(0);
        float[] values = weights.draw(Kind.LSTM, "weight_ih_l0", INPUT);
        double bound = Math.sqrt(6.0 / (H + 8));
        assertThat(max(values)).isBetween(0.95 * bound, bound);
        assertThat(max(weights.draw(Kind.LSTM, "bias_ih_l0", BIAS))).isZero();
        assertThat(max(weights.draw(Kind.LSTM, "bias_hh_l0", BIAS))).isZero();
    }

    @Test
    void orthogonalMemoryKeepsTheLengthOfEveryVectorInEveryGate() {
        Weights weights = Weights.of(3).initialisation(Initialisation.ORTHOGONAL);
        float[] values = weights.draw(Kind.LSTM, "weight_hh_l0", MEMORY);
        for (int gate = 0; gate < 4; gate++) {
            for (int a = 0; a < H; a++) {
                for (int b = 0; b < H; b++) {
                    double dot = 0;
                    for (int i = 0; i < H; i++) {
                        dot += values[(gate * H + a) * H + i] * values[(gate * H + b) * H + i];
                    }
                    assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-6));
                }
            }
        }
        assertThat(Arrays.copyOf(values, H * H))
                .isNotEqualTo(Arrays.copyOfRange(values, H * H, 2 * H * H));
    }

    @Test
    void identityMemoryIsTheIdentityInEveryGate() {
        Weights weights = Weights.of(3).initialisation(Initialisation.IDENTITY);
        float[] values = weights.draw(Kind.GRU, "weight_hh_l0", new Shape(3 * H, H));
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(i / H % H == i % H ? 1 : 0);
        }
    }

    @Test
    void theForgetBiasIsAddedToOneOfTheTwoBiasVectors() {
        Weights one = Weights.of(3);
        Weights none = one.forgetBias(0);
        float[] with = one.draw(Kind.LSTM, "bias_ih_l0", BIAS);
        float[] without = none.draw(Kind.LSTM, "bias_ih_l0", BIAS);
        for (int i = 0; i < 4 * H; i++) {
            float added = i / H == 1 ? 1 : 0;
            assertThat(with[i]).isEqualTo(without[i] + added);
        }
        assertThat(one.draw(Kind.LSTM, "bias_hh_l0", BIAS))
                .isEqualTo(none.draw(Kind.LSTM, "bias_hh_l0", BIAS));
        Shape three = new Shape(3 * H);
        float[] gru = one.updateBias(2).draw(Kind.GRU, "bias_ih_l0", three);
        float[] plain = one.draw(Kind.GRU, "bias_ih_l0", three);
        for (int i = 0; i < 3 * H; i++) {
            assertThat(gru[i]).isEqualTo(plain[i] + (i / H == 1 ? 2 : 0));
        }
    }

    @Test
    void chronoSpreadsTheGatesOverTheTimeScales() {
        Weights chrono = Weights.of(3).initialisation(Initialisation.XAVIER).longest(100);
        float[] bias = chrono.draw(Kind.LSTM, "bias_ih_l0", BIAS);
        double longest = Math.log(99);
        double largest = 0;
        for (int i = 0; i < H; i++) {
            assertThat(bias[H + i]).isBetween(0f, (float) longest).isEqualTo(-bias[i]);
            assertThat(bias[2 * H + i]).isZero();
            largest = Math.max(largest, bias[H + i]);
        }
        assertThat(largest).isGreaterThan(0.9 * longest);
    }

    @ParameterizedTest
    @EnumSource(Initialisation.class)
    void aSeedMeansTheSameNumbersAndEveryParameterHasItsOwn(Initialisation initialisation) {
        Weights weights = Weights.of(3).initialisation(initialisation);
        float[] once = weights.draw(Kind.LSTM, "weight_ih_l1", MEMORY);
        assertThat(weights.draw(Kind.LSTM, "weight_ih_l1", MEMORY)).isEqualTo(once);
        assertThat(weights.draw(Kind.LSTM, "weight_ih_l2", MEMORY)).isNotEqualTo(once);
        Weights other = new Weights(initialisation, 1, 0, 0, 4);
        assertThat(other.draw(Kind.LSTM, "weight_ih_l1", MEMORY)).isNotEqualTo(once);
    }

    @Test
    void refusesWhatIsNoBiasAndNoTimeScale() {
        assertThatThrownBy(() -> Weights.of(1).forgetBias(Double.NaN))
                .hasMessageContaining("finite number, got forgetBias NaN");
        assertThatThrownBy(() -> Weights.of(1).longest(2))
                .hasMessageContaining("at least 3 steps, or 0 for none, got 2");
    }

    private static double max(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    @Test
    void sizesThatNoMachineHoldsAreRefusedAtOnce() {
        assertThatThrownBy(() -> Recurrence.of(1 << 20))
                .hasMessage("hidden can be at most 16,384, got 1,048,576");
        assertThatThrownBy(() -> Recurrence.of(8).layers(20_000_000))
                .hasMessage("layers can be at most 256, got 20,000,000");
        assertThatThrownBy(
                        () -> Drawn.uniform(new Shape(65_536, 65_536), 1, new java.util.Random(1)))
                .hasMessageContaining("has 4,294,967,296 numbers, an array holds at most");
    }
}
