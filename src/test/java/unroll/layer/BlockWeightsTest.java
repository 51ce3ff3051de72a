package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.UnrollException;
import unroll.engine.Engines;

@Tag("engine")
class BlockWeightsTest {

    private static Block block(NDManager manager, long seed) {
        Block block = new LstmBlock(Recurrence.of(2).bidirectional(true), Weights.of(seed));
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 3));
        return block;
    }

    @Test
    void readsPyTorchsNamesInPyTorchsOrder() {
        try (NDManager manager = Engines.newManager()) {
            assertThat(BlockWeights.read(block(manager, 1)).keySet())
                    .containsExactly(
                            "weight_ih_l0",
                            "weight_hh_l0",
                            "bias_ih_l0",
                            "bias_hh_l0",
                            "weight_ih_l0_reverse",
                            "weight_hh_l0_reverse",
                            "bias_ih_l0_reverse",
                            "bias_hh_l0_reverse");
        }
    }

    @Test
    void namesTheParametersOfChildren() {
        try (NDManager manager = Engines.newManager()) {
            SequentialBlock block = new SequentialBlock();
            for (int i = 0; i < 11; i++) {
                block.add(new LinearBlock(1, 1, i));
            }
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
            assertThat(BlockWeights.read(block).keySet())
                    .contains("LinearBlock.weight", "LinearBlock.bias");
        }
    }

    @Test
    void assignsInPlaceSoThatEveryHolderSeesIt() {
        try (NDManager manager = Engines.newManager()) {
            Block from = block(manager, 1);
            Block to = block(manager, 2);
            NDArray held = to.getParameters().get("weight_ih_l0").getArray();
            int arrays = manager.getManagedArrays().size();
            BlockWeights.assign(to, BlockWeights.read(from));
            assertThat(BlockWeights.read(to)).isEqualTo(BlockWeights.read(from));
            assertThat(held.toFloatArray())
                    .isEqualTo(BlockWeights.read(from).get("weight_ih_l0").values());
            assertThat(held.hasGradient()).isTrue();
            assertThat(manager.getManagedArrays()).hasSize(arrays);
        }
    }

    @Test
    void assignsFromAnyThread() throws InterruptedException {
        try (NDManager manager = Engines.newManager()) {
            Block from = block(manager, 1);
            Block to = block(manager, 2);
            Thread thread = new Thread(() -> BlockWeights.assign(to, BlockWeights.read(from)));
            thread.start();
            thread.join();
            assertThat(BlockWeights.read(to)).isEqualTo(BlockWeights.read(from));
        }
    }

    @Test
    void assignsNothingWhenOneShapeOrNameDiffersAndListsEveryDifference() {
        try (NDManager manager = Engines.newManager()) {
            Block block = block(manager, 1);
            Map<String, Tensor> before = BlockWeights.read(block);
            Map<String, Tensor> other = new LinkedHashMap<>(BlockWeights.read(block(manager, 2)));
            other.put("weight_hh_l0", new Tensor(new float[16], new long[] {4, 4}));
            other.remove("bias_hh_l0");
            other.put("extra", new Tensor(new float[1], new long[] {1}));
            assertThatThrownBy(() -> BlockWeights.assign(block, other))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("bias_hh_l0                   [8]              none")
                    .hasMessageContaining("weight_hh_l0                 [8, 2]           [4, 4]")
                    .hasMessageContaining("extra                        none             [1]");
            assertThat(BlockWeights.read(block)).isEqualTo(before);
        }
    }
}
