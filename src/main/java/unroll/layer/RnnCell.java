package unroll.layer;

import ai.djl.ndarray.NDArray;

/**
 * One step of a plain recurrent network (Elman 1990): new memory is a squashed mix of input and old
 * memory.
 *
 * <pre>
 *   h_t = tanh(W x_t + b + U h_{t-1} + b')           or relu instead of tanh
 *
 *   W = weight_ih (H, E)   U = weight_hh (H, H)   b = bias_ih (H)   b' = bias_hh (H)
 * </pre>
 *
 * <p>Takes {@code [x (B, E), h (B, H)]}, returns {@code [h (B, H)]}. Rows are examples, so W x reads
 * x W^T in code.
 */
public final class RnnCell extends RecurrentCell {

    public RnnCell(Activation activation, int hidden, Weights weights) {
        super(Kind.of(activation), hidden, weights);
    }

    static NDArray step(NDArray x, NDArray h, CellWeights w, Activation activation) {
        return activation.apply(w.ofInput(x).add(w.ofMemory(h))); // (B, H)
    }
}
