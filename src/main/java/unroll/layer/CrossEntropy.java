package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

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
     * @param logits z (B, T, V), float32
     * @param targets ids of the right tokens (B, T), int32 or int64
     * @throws IllegalArgumentException if a target is not in 0 .. V-1, there is none, or the shapes or
     *     types do not fit
     */
    public static NDArray mean(NDArray logits, NDArray targets) {
        return picked(logits, targets).mean().neg();
    }

    /**
     * Returns the mean in which an answer counts as much as its weight, padding with weight 0 not at
     * all, as an array without axes.
     *
     * <pre>
     *   L = - sum w[b, t] log softmax(z[b, t, :]) [target[b, t]]  /  sum w[b, t]
     * </pre>
     *
     * @param logits z (B, T, V)
     * @param targets ids of the right answers (B, T), int32 or int64; some id where the weight is 0
     * @param weights w (B, T), float32, not all 0
     * @throws IllegalArgumentException if a target is not in 0 .. V-1 or the shapes do not fit
     */
    public static NDArray mean(NDArray logits, NDArray targets, NDArray weights) {
        NDArray each = picked(logits, targets).flatten(); // (B T)
        Require.array("CrossEntropy weights", weights, 2, 2, "(batch, time)");
        Require.exactly("CrossEntropy weights", targets.getShape(), weights.getShape());
        Require.floats("CrossEntropy weights", weights);
        return each.mul(weights.flatten()).sum().div(weights.sum()).neg();
    }

    /** Returns log softmax(z) of the right answers. */
    private static NDArray picked(NDArray logits, NDArray targets) {
        Require.array("CrossEntropy logits", logits, 3, 3, "(batch, time, vocabulary)");
        Require.array("CrossEntropy targets", targets, 2, 2, "(batch, time)");
        Require.exactly("CrossEntropy targets", logits.getShape().slice(0, 2), targets.getShape());
        Require.floats("CrossEntropy logits", logits);
        if (targets.size() == 0) {
            throw Require.shape(
                    "CrossEntropy targets",
                    "(batch, time)",
                    targets.getShape(),
                    ": there is no mean over no token; drop the empty batch");
        }
        long vocabulary = logits.getShape().get(2);
        Require.ids("target", targets, vocabulary);
        NDArray rows = logits.reshape(-1, vocabulary).logSoftmax(1); // (B T, V)
        NDIndex right = new NDIndex().addAllDim().addPickDim(targets.flatten());
        return rows.get(right);
    }
}
