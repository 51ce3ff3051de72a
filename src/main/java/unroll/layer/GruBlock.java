package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Gated recurrent unit (Cho et al. 2014, reset gate after the matrix product) over a whole
 * sequence, by the engine's fused operator.
 *
 * <pre>
 *   r = sigmoid(Wr x_t + br + Ur h_{t-1} + br')      reset gate
 *   z = sigmoid(Wz x_t + bz + Uz h_{t-1} + bz')      update gate
 *   n = tanh(Wn x_t + bn + r * (Un h_{t-1} + bn'))   candidate
 *   h_t = (1 - z) * n + z * h_{t-1}
 * </pre>
 *
 * <p>Takes {@code [x (B, T, E)]} or {@code [x, h0 (L*D, B, H)]}, returns {@code [y (B, T, D*H), hN
 * (L*D, B, H)]}. Parameters are those of {@code nn.GRU}. {@link UnrolledBlock#gru} is its readable
 * twin.
 */
public final class GruBlock extends RecurrentBlock {

    public GruBlock(Recurrence recurrence, Weights weights) {
        super(Kind.GRU, recurrence, weights);
    }

    @Override
    boolean fusesLayers() {
        return true;
    }

    @Override
    NDList run(NDArray x, NDList states, NDList weights, Extent extent, boolean training) {
        return x.getNDArrayInternal()
                .gru(
                        x,
                        states.head(),
                        ParameterOrder.forEngineOf(x, weights),
                        true,
                        extent.layers(),
                        0, // dropout lies between calls
                        training,
                        extent.bothWays(),
                        true);
    }
}
