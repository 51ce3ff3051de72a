package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;

/**
 * The loss of predicting tokens.
 *
 * <pre>
 *   L = - mean over b, t of  log softmax(z[b, t, :]) [target[b, t]]        in nats per token
 * </pre>
 */
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Returns L as an array without axes.
     *
     * @param logits z (B, T, V)
     * @param targets ids of the right tokens (B, T), int32
     * @throws IllegalArgumentException if a target is not in 0 .. V-1 or the shapes do not fit
     */
    public static NDArray mean(NDArray logits, NDArray targets) {
        Require.array("CrossEntropy logits", logits, 3, 3, "(batch, time, vocabulary)");
        Require.exactly("CrossEntropy targets", logits.getShape().slice(0, 2), targets.getShape());
        long vocabulary = logits.getShape().get(2);
        checkIds(targets, vocabulary);
        NDArray rows = logits.reshape(-1, vocabulary).logSoftmax(1); // (B T, V)
        NDIndex right = new NDIndex().addAllDim().addPickDim(targets.flatten());
        return rows.get(right).mean().neg();
    }

    /** MXNet would silently take the nearest id, with a loss that looks normal. */
    private static void checkIds(NDArray targets, long vocabulary) {
        if (targets.getDataType() != DataType.INT32) {
            throw new IllegalArgumentException(
                    "CrossEntropy targets must be int32, got " + targets.getDataType().asNumpy());
        }
        int[] ids = targets.toIntArray();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= vocabulary) {
                long length = targets.getShape().get(1);
                throw new IllegalArgumentException(
                        "target id %d at batch %d, position %d: the vocabulary has %d entries (0..%d)"
                                .formatted(
                                        ids[i],
                                        i / length,
                                        i % length,
                                        vocabulary,
                                        vocabulary - 1));
            }
        }
    }
}
