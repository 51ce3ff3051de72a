package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.Engines;

@Tag("engine")
class CrossEntropyTest {
    private static final int TOKENS = 6;
    private static final int VOCABULARY = 5;

    private final NDManager manager = Engines.newManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray targets(int... ids) {
        return manager.create(ids, new Shape(2, 3));
    }

    @Test
    void lossAndGradientEqualTheEquation() {
        Random random = new Random(3);
        float[] z = new float[TOKENS * VOCABULARY];
        int[] ids = random.ints(TOKENS, 0, VOCABULARY).toArray();
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (3 * random.nextGaussian());
        }
        NDArray logits = manager.create(z, new Shape(2, 3, VOCABULARY));
        logits.setRequiresGradient(true);
        float loss;
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray mean = CrossEntropy.mean(logits, targets(ids));
            collector.backward(mean);
            loss = mean.toFloatArray()[0];
        }
        double expected = 0;
        float[] slope = new float[z.length];
        for (int token = 0; token < TOKENS; token++) {
            double sum = 0;
            for (int v = 0; v < VOCABULARY; v++) {
                sum += Math.exp(z[token * VOCABULARY + v]);
            }
            for (int v = 0; v < VOCABULARY; v++) {
                double p = Math.exp(z[token * VOCABULARY + v]) / sum;
                boolean right = v == ids[token];
                expected -= right ? Math.log(p) / TOKENS : 0;
                slope[token * VOCABULARY + v] = (float) ((p - (right ? 1 : 0)) / TOKENS);
            }
        }
        assertThat((double) loss).isCloseTo(expected, within(1e-5));
        assertThat(logits.getGradient().toFloatArray()).containsExactly(slope, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aTargetOutsideTheVocabularyIsRefusedWithItsPlace(int id) {
        NDArray logits = manager.zeros(new Shape(2, 3, VOCABULARY));
        assertThatThrownBy(() -> CrossEntropy.mean(logits, targets(0, 1, 2, 3, id, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "target id %d at batch 1, position 1: the vocabulary has 5 entries (0..4)"
                                .formatted(id));
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        NDArray flat = manager.zeros(new Shape(6, VOCABULARY));
        assertThatThrownBy(() -> CrossEntropy.mean(flat, targets(0, 0, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(batch, time, vocabulary)");
        NDArray logits = manager.zeros(new Shape(3, 2, VOCABULARY));
        assertThatThrownBy(() -> CrossEntropy.mean(logits, targets(0, 0, 0, 0, 0, 0)))
                .hasMessageContaining("must have shape (3, 2), got (2, 3)");
        assertThatThrownBy(() -> CrossEntropy.mean(logits, manager.zeros(new Shape(3, 2))))
                .hasMessage("target ids must be int32 or int64, got float32");
    }

    @Test
    void anAnswerCountsAsMuchAsItsWeight() {
        float[] z = new float[TOKENS * VOCABULARY];
        z[0] = (float) Math.log(4); // p of token 0 is 4/8 for entry 0, 1/8 for the others
        NDArray logits = manager.create(z, new Shape(2, 3, VOCABULARY));
        float[] w = {3, 1, 0, 0, 0, 0};
        NDArray weights = manager.create(w, new Shape(2, 3));
        double expected = (3 * Math.log(2) + Math.log(5)) / 4;
        NDArray loss = CrossEntropy.mean(logits, targets(0, 1, 2, 3, 4, 0), weights);
        assertThat((double) loss.toFloatArray()[0]).isCloseTo(expected, within(1e-6));
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        NDArray logits = manager.zeros(new Shape(2, 3, VOCABULARY));
        NDArray right = targets(0, 0, 0, 0, 0, 0);
        NDArray weights = manager.ones(new Shape(2, 3));
        assertThatThrownBy(() -> CrossEntropy.mean(logits, right, null))
                .hasMessageStartingWith("CrossEntropy weights is null");
        assertThatThrownBy(() -> CrossEntropy.mean(logits, null, weights))
                .hasMessageStartingWith("CrossEntropy targets is null");
        assertThatThrownBy(() -> CrossEntropy.mean(logits, right, manager.ones(new Shape(3, 2))))
                .hasMessage("CrossEntropy weights must have shape (2, 3), got (3, 2)");
        assertThatThrownBy(() -> CrossEntropy.mean(logits, right, right))
                .hasMessageStartingWith("CrossEntropy weights must hold float32 values");
    }

    @Test
    void logitsOfAnotherTypeAndAnEmptyBatchAreRefused() {
        NDArray right = targets(0, 0, 0, 0, 0, 0);
        for (DataType type : List.of(DataType.INT32, DataType.FLOAT64)) {
            NDArray logits = manager.zeros(new Shape(2, 3, VOCABULARY), type);
            assertThatThrownBy(() -> CrossEntropy.mean(logits, right))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "CrossEntropy logits must hold float32 values, got %s; convert it with"
                                            .formatted(type)
                                    + " toType(DataType.FLOAT32, false)");
        }
        NDArray none = manager.create(new Shape(0, 3, VOCABULARY));
        NDArray nothing = manager.create(new Shape(0, 3), DataType.INT32);
        assertThatThrownBy(() -> CrossEntropy.mean(none, nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "CrossEntropy targets must have shape (batch, time), got (0, 3): there is no"
                                + " mean over no token; drop the empty batch");
    }
}
