package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.engine.Engines;

@Tag("engine")
class PoolingTest {
    private final NDManager manager = Engines.newManager();

    /** Two rows of three places and two numbers; the second row has two places and padding. */
    private NDArray y;

    private Lengths lengths;

    @BeforeEach
    void make() {
        float[] numbers = {1, -10, 2, -60, 6, -20, 3, -50, 4, -40, 99, 99};
        y = manager.create(numbers, new Shape(2, 3, 2));
        lengths = Lengths.of(manager.create(new int[] {3, 2}), y);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private float[] pooled(Pooling way, boolean bothWays) {
        NDArray answer = way.apply(y, lengths, bothWays);
        assertThat(answer.getShape()).isEqualTo(new Shape(2, 2));
        return answer.toFloatArray();
    }

    @Test
    void theLastFilledPlaceAnswersAndBackwardsTheFirst() {
        assertThat(pooled(Pooling.LAST, false)).containsExactly(6, -20, 4, -40);
        assertThat(pooled(Pooling.LAST, true)).containsExactly(6, -10, 4, -50);
    }

    @Test
    void theMeanAndTheMaximumLeavePaddingOut() {
        assertThat(pooled(Pooling.MEAN, false))
                .containsExactly(new float[] {3, -30, 3.5f, -45}, within(1e-5f));
        assertThat(pooled(Pooling.MAX, false)).containsExactly(6, -10, 4, -40);
    }

    @Test
    void lengthsThatTheRowsDoNotHaveAreRefused() {
        for (int wrong : List.of(0, 4)) {
            assertThatThrownBy(() -> Lengths.of(manager.create(new int[] {3, wrong}), y))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the length of row 1 is %d; it must be from 1 to 3, the length of the rows"
                                    .formatted(wrong));
        }
        assertThatThrownBy(() -> Lengths.of(manager.create(new int[] {3}), y))
                .hasMessage("lengths must have shape (2), got (1)");
    }

    @Test
    void lengthsOfOtherRowsAreRefused() {
        NDArray other = manager.zeros(new Shape(1, 5, 2));
        for (Pooling way : Pooling.values()) {
            assertThatThrownBy(() -> way.apply(other, lengths, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the padded rows must have shape (2, 3, 2), got (1, 5, 2)");
        }
        var block = new GruBlock(Recurrence.of(2).bidirectional(true), Weights.of(1));
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 2));
        var store = new ParameterStore(manager, false);
        var in = new NDList(other);
        assertThatThrownBy(() -> block.forward(store, in, false, lengths.asOption()))
                .hasMessageStartingWith("the padded rows must have shape (2, 3, 2)");
    }
}
