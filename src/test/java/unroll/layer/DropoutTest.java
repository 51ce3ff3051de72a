package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.Engines;

@Tag("engine")
class DropoutTest {

    @ParameterizedTest
    @MethodSource("unroll.layer.Cases#all")
    void actsBetweenLayersWhileTrainingAndNowhereElse(Cases test) {
        try (NDManager manager = Engines.newManager()) {
            NDArray x = Numbers.array(manager, Numbers.cube(new Random(1), 4, 6, 3));
            Recurrence half = test.size().dropout(0.5);
            RecurrentBlock with = Cases.block(test.kind(), test.fused(), half, Weights.of(1));
            RecurrentBlock without = test.block(Weights.of(1)); // the same weights
            with.initialize(manager, DataType.FLOAT32, x.getShape());
            without.initialize(manager, DataType.FLOAT32, x.getShape());

            NDArray plain = forward(without, x, false);
            assertThat(Numbers.difference(forward(with, x, false), plain)).isZero();
            Engines.seed(1);
            NDArray once = forward(with, x, true);
            Engines.seed(1);
            NDArray again = forward(with, x, true);
            Engines.seed(2);
            NDArray other = forward(with, x, true);
            boolean between = test.size().layers() > 1;
            assertThat(Numbers.difference(again, once)).isZero();
            assertThat(Numbers.difference(once, plain) > 0.01).isEqualTo(between);
            assertThat(Numbers.difference(other, once) > 0.01).isEqualTo(between);
        }
    }

    private static NDArray forward(RecurrentBlock block, NDArray x, boolean training) {
        ParameterStore store = new ParameterStore(x.getManager(), false);
        if (!training) {
            return block.forward(store, new NDList(x), false).head();
        }
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray y = block.forward(store, new NDList(x), true).head();
            collector.backward(y.sum());
            return y;
        }
    }
}
