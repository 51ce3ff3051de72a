package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate of Gers et al. 2000) over a
 * whole sequence, by the engine's fused operator.
 *
 * <pre>
 *   i = sigmoid(Wi x_t + bi + Ui h_{t-1} + bi')      input gate
 *   f = sigmoid(Wf x_t + bf + Uf h_{t-1} + bf')      forget gate
 *   g = tanh   (Wg x_t + bg + Ug h_{t-1} + bg')      candidate
 *   o = sigmoid(Wo x_t + bo + Uo h_{t-1} + bo')      output gate
 *   c_t = f * c_{t-1} + i * g
 *   h_t = o * tanh(c_t)
 * </pre>
 *
 * <p>Takes {@code [x (B, T, E)]} or {@code [x, h0 (L*D, B, H), c0 (L*D, B, H)]}, returns {@code [y
 * (B, T, D*H), hN (L*D, B, H), cN (L*D, B, H)]}. Parameters are those of {@code nn.LSTM}. {@link
 * UnrolledBlock#lstm} is its readable twin. Call it on whole sequences: the engine packs all weights
 * at every call, so that a call per step is slower than {@link LstmCell}.
 */
public final class LstmBlock extends RecurrentBlock {

    public LstmBlock(Recurrence recurrence, Weights weights) {
        super(Kind.LSTM, recurrence, weights);
    }

    @Override
    boolean fusesLayers() {
        return true;
    }

    @Override
    NDList run(NDArray x, NDList states, NDList weights, Extent extent, boolean training) {
        return x.getNDArrayInternal()
                .lstm(
                        x,
                        states,
                        ParameterOrder.forEngineOf(x, weights),
                        true,
                        extent.layers(),
                        0, // dropout lies between calls
                        training,
                        extent.bothWays(),
                        true);
    }
}
