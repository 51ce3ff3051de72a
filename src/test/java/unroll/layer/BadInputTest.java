package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.engine.Engines;

/** Wrong arrays are refused in Java with one text on both engines, empty batches give empty results. */
@Tag("engine")
class BadInputTest {
    private NDManager manager;
    private Block lstm;
    private Block embedding;
    private Block linear;

    @BeforeEach
    void build() {
        manager = Engines.newManager();
        lstm = initialised(new LstmBlock(Recurrence.of(5).layers(2), Weights.of(1)), 2, 6, 4);
        embedding = initialised(new EmbeddingBlock(10, 4, 1), 2, 6);
        linear = initialised(new LinearBlock(4, 3, 1), 2, 4);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private Block initialised(Block block, long... shape) {
        block.initialize(manager, DataType.FLOAT32, new Shape(shape));
        return block;
    }

    private NDArray floats(long... shape) {
        return manager.create(new Shape(shape), DataType.FLOAT32);
    }

    private NDList forward(Block block, NDArray... in) {
        return block.forward(new ParameterStore(manager, false), new NDList(in), false);
    }

    private void refused(Block block, String message, NDArray... in) {
        assertThatThrownBy(() -> forward(block, in))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anInputOfAnotherWidthOrRank() {
        refused(
                lstm,
                "LstmBlock input x must have shape (batch, time, 4), got (2, 6, 3); the last axis has 3 values, the block was made for 4",
                floats(2, 6, 3));
        refused(
                lstm,
                "LstmBlock input x must have shape (batch, time, 4), got (2, 4)",
                floats(2, 4));
        refused(
                linear,
                "LinearBlock input x must have shape (..., 4), got (2, 5); the last axis has 5 values, the block was made for 4",
                floats(2, 5));
    }

    @Test
    void aSequenceWithoutSteps() {
        refused(
                lstm,
                "LstmBlock input x must have shape (batch, time, 4), got (2, 0, 4): a sequence of length 0; drop it or pad it",
                floats(2, 0, 4));
    }

    @Test
    void aStateOfAnotherShapeOrHalfOfIt() {
        refused(
                lstm,
                "LstmBlock state c0 (layers * directions, batch, hidden) must have shape (2, 3, 5), got (2, 2, 5)",
                floats(3, 6, 4),
                floats(2, 3, 5),
                floats(2, 2, 5));
        refused(
                lstm,
                "LstmBlock takes [x] or [x, h0, c0], got 2 arrays",
                floats(3, 6, 4),
                floats(2, 3, 5));
    }

    @Test
    void anotherNumberType() {
        refused(
                lstm,
                "LstmBlock input x must hold float32 values, got int64; convert it with toType(DataType.FLOAT32, false)",
                manager.zeros(new Shape(2, 6, 4), DataType.INT64));
        refused(embedding, "token ids must be int32 or int64, got float32", floats(2, 6));
    }

    @Test
    void aTokenOutsideTheVocabulary() {
        NDArray ids = manager.create(new long[] {1, 2, 3, 4, 10, 5}, new Shape(2, 3));
        refused(
                embedding,
                "token id 10 at batch 1, position 1: the vocabulary has 10 entries (0..9)",
                ids);
        refused(
                embedding,
                "token id -1 at batch 2, position 0: the vocabulary has 10 entries (0..9)",
                manager.create(new int[] {0, 9, -1}));
    }

    @Test
    void aTargetOutsideTheVocabulary() {
        NDArray logits = floats(2, 3, 10);
        NDArray targets = manager.create(new int[] {1, 2, 3, 4, 5, 10}, new Shape(2, 3));
        assertThatThrownBy(() -> CrossEntropy.mean(logits, targets))
                .hasMessage(
                        "target id 10 at batch 1, position 2: the vocabulary has 10 entries (0..9)");
    }

    @Test
    void aClosedArray() {
        NDArray x = floats(2, 6, 4);
        x.close();
        assertThatThrownBy(() -> forward(lstm, x))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("LstmBlock input x is closed");
    }

    @Test
    void aBlockWithoutWeights() {
        assertThatThrownBy(() -> forward(new LstmCell(5, Weights.of(1)), floats(2, 4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("LstmCell has no weights yet; call initialize(");
        assertThatThrownBy(() -> forward(new LinearBlock(4, 3, 1), floats(2, 4)))
                .hasMessageStartingWith("LinearBlock has no weights yet");
        assertThatThrownBy(() -> forward(new GruBlock(Recurrence.of(5), Weights.of(1))))
                .hasMessageStartingWith("GruBlock has no weights yet");
    }

    @Test
    void anEmptyBatchGivesEmptyResultsOfTheRightShape() {
        assertThat(forward(lstm, floats(0, 6, 4)).getShapes())
                .containsExactly(new Shape(0, 6, 5), new Shape(2, 0, 5), new Shape(2, 0, 5));
        assertThat(forward(linear, floats(0, 7, 4)).getShapes())
                .containsExactly(new Shape(0, 7, 3));
        assertThat(forward(embedding, manager.zeros(new Shape(0, 6), DataType.INT32)).getShapes())
                .containsExactly(new Shape(0, 6, 4));
        Block cell = initialised(new GruCell(5, Weights.of(1)), 2, 4);
        assertThat(forward(cell, floats(0, 4), floats(0, 5)).getShapes())
                .containsExactly(new Shape(0, 5));
    }

    @Test
    void sizesThatNoBlockCanHave() {
        assertThatThrownBy(() -> Recurrence.of(0)).hasMessage("hidden must be at least 1, got 0");
        assertThatThrownBy(() -> Recurrence.of(3).layers(0))
                .hasMessage("layers must be at least 1, got 0");
        assertThatThrownBy(() -> Recurrence.of(3).dropout(1))
                .hasMessage("dropout must be at least 0 and below 1, got 1.0");
        assertThatThrownBy(() -> new EmbeddingBlock(0, 4, 1))
                .hasMessage("vocabulary must be at least 1, got 0");
        assertThatThrownBy(() -> initialised(new LstmCell(5, Weights.of(1)), 2, 6, 4))
                .hasMessage("LstmCell is initialised with shape (batch, width), got (2, 6, 4)");
        assertThatThrownBy(() -> initialised(new LstmBlock(Recurrence.of(5), Weights.of(1)), 2, 4))
                .hasMessage("LstmBlock is initialised with shape (batch, time, width), got (2, 4)");
        Block block = new LinearBlock(2, 2, 1);
        assertThatThrownBy(() -> block.initialize(manager, DataType.FLOAT64, new Shape(1, 2)))
                .hasMessage("parameter weight can only be float32, asked for float64");
    }

    @Test
    void noArrayAtAll() {
        for (Block block : List.of(lstm, embedding, linear)) {
            assertThatThrownBy(() -> forward(block, (NDArray) null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessageEndingWith("is null: a cell above was re-run; run it again");
        }
        assertThatThrownBy(() -> CrossEntropy.mean(floats(2, 3, 4), null))
                .hasMessageStartingWith("CrossEntropy targets is null");
    }

    @Test
    void aWidthThatNoArrayCanHave() {
        Block cell = new LstmCell(3, Weights.of(1));
        assertThatThrownBy(() -> initialised(cell, 2, (1L << 32) + 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "width of the input must be at least 1 and at most 2147483647, got 4294967299");
        Block large = new EmbeddingBlock(1 << 20, 1 << 20, 1);
        assertThatThrownBy(() -> initialised(large, 2, 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a parameter of shape (1048576, 1048576) has 1,099,511,627,776 numbers, an array"
                                + " holds at most 2,147,483,639; choose smaller sizes");
    }

    @Test
    void anArrayOfAnotherShapeThanTheValues() {
        Tensor tensor = new Tensor(new float[6], new long[] {2, 3});
        assertThatThrownBy(() -> tensor.copyTo(floats(3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the array to fill must have shape (2, 3), got (3, 2)");
        assertThatThrownBy(() -> tensor.copyTo(null))
                .hasMessageStartingWith("the array to fill is null");
    }
}
