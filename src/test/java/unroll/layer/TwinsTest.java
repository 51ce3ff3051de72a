package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.Engines;
import unroll.engine.Inference;

/** A fused block, its readable twin and its single cell are the same function. */
@Tag("engine")
class TwinsTest {

    @ParameterizedTest
    @MethodSource("unroll.layer.Cases#all")
    void theSameWeightsGiveTheSameNumbersOnALongerSequence(Cases test) {
        try (NDManager manager = Engines.newManager();
                Inference quiet = Engines.quiet()) {
            NDArray x = Numbers.array(manager, Numbers.cube(new Random(3), 3, 30, 7));
            RecurrentBlock block = initialised(test.block(Weights.of(1)), x);
            RecurrentBlock twin =
                    initialised(
                            Cases.block(test.kind(), !test.fused(), test.size(), Weights.of(2)), x);
            BlockWeights.assign(twin, BlockWeights.read(block));
            NDList out = forward(block, x);
            NDList same = forward(twin, x);
            assertThat(same).hasSameSizeAs(out);
            for (int i = 0; i < out.size(); i++) {
                assertThat(Numbers.difference(out.get(i), same.get(i))).isLessThan(1e-5);
            }
            assertThat(out.getShapes())
                    .isEqualTo(block.getOutputShapes(new Shape[] {x.getShape()}));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCellSteppedByHandGivesTheBlocksNumbers(Kind kind) {
        try (NDManager manager = Engines.newManager();
                Inference quiet = Engines.quiet()) {
            NDArray x = Numbers.array(manager, Numbers.cube(new Random(4), 2, 6, 3));
            RecurrentBlock block =
                    initialised(Cases.block(kind, true, Recurrence.of(5), Weights.of(1)), x);
            Block cell = cell(kind);
            cell.initialize(manager, DataType.FLOAT32, new Shape(2, 3));
            BlockWeights.assign(cell, withoutLayer(BlockWeights.read(block)));
            NDList states = new NDList();
            for (int i = 0; i < kind.states(); i++) {
                states.add(manager.zeros(new Shape(2, 5)));
            }
            NDList memories = new NDList();
            for (int t = 0; t < 6; t++) {
                NDList in = new NDList(x.get(":," + t)).addAll(states);
                states = cell.forward(new ParameterStore(manager, false), in, false);
                memories.add(states.head());
            }
            NDArray y = forward(block, x).head();
            assertThat(Numbers.difference(y, NDArrays.stack(memories, 1))).isLessThan(1e-5);
        }
    }

    private static Block cell(Kind kind) {
        Weights weights = Weights.of(9);
        return switch (kind) {
            case RNN_TANH -> new RnnCell(Activation.TANH, 5, weights);
            case RNN_RELU -> new RnnCell(Activation.RELU, 5, weights);
            case LSTM -> new LstmCell(5, weights);
            case GRU -> new GruCell(5, weights);
        };
    }

    private static Map<String, Tensor> withoutLayer(Map<String, Tensor> weights) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> renamed.put(name.replace("_l0", ""), tensor));
        return renamed;
    }

    private static RecurrentBlock initialised(RecurrentBlock block, NDArray x) {
        block.initialize(x.getManager(), DataType.FLOAT32, x.getShape());
        return block;
    }

    private static NDList forward(RecurrentBlock block, NDArray x) {
        return block.forward(new ParameterStore(x.getManager(), false), new NDList(x), false);
    }
}
