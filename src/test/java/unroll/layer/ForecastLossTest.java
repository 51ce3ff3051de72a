package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.engine.Engines;

@Tag("engine")
class ForecastLossTest {
    private final NDManager manager = Engines.newManager();
    private final NDArray targets = manager.create(new float[] {3, -1}, new Shape(1, 2));

    @AfterEach
    void close() {
        manager.close();
    }

    private double loss(List<Double> quantiles, float... forecast) {
        NDArray z = manager.create(forecast, new Shape(1, 2, forecast.length / 2));
        return ForecastLoss.mean(z, targets, quantiles).toFloatArray()[0];
    }

    @Test
    void aPointForecastHasTheMeanOfTheSquares() {
        assertThat(loss(List.of(), 1, 0)).isCloseTo((4 + 1) / 2.0, within(1e-6));
    }

    @Test
    void aQuantileCostsItsShareBelowAndTheRestAbove() {
        double first = 0.1 * 2 + 0.9 * 2; // 3 lies 2 above both
        double second = 0.9 * 1 + 0.1 * 3; // -1 lies 1 below the lower, 3 below the higher
        assertThat(loss(List.of(0.1, 0.9), 1, 1, 0, 2))
                .isCloseTo((first + second) / 4, within(1e-6));
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        NDArray z = manager.zeros(new Shape(1, 2, 3));
        assertThatThrownBy(() -> ForecastLoss.mean(z, targets, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ForecastLoss forecast must have shape (1, 2, 1), got (1, 2, 3)");
        assertThatThrownBy(() -> ForecastLoss.mean(z, null, List.of()))
                .hasMessageStartingWith("ForecastLoss targets is null");
    }
}
