package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Plain recurrent network (Elman 1990) over a whole sequence, by the engine's fused operator.
 *
 * <pre>
 *   h_t = tanh(W x_t + b + U h_{t-1} + b')           or relu instead of tanh
 * </pre>
 *
 * <p>Takes {@code [x (B, T, E)]} or {@code [x, h0 (L*D, B, H)]}, returns {@code [y (B, T, D*H), hN
 * (L*D, B, H)]}. Parameters are those of {@code nn.RNN}. {@link UnrolledBlock#rnn} is its readable
 * twin.
 */
public final class RnnBlock extends RecurrentBlock {
    private final Activation activation;

    public RnnBlock(Activation activation, Recurrence recurrence, Weights weights) {
        super(Kind.of(activation), recurrence, weights);
        this.activation = activation;
    }

    @Override
    boolean fusesLayers() {
        return true;
    }

    @Override
    NDList run(NDArray x, NDList states, NDList weights, Extent extent, boolean training) {
        return x.getNDArrayInternal()
                .rnn(
                        x,
                        states.head(),
                        ParameterOrder.forEngineOf(x, weights),
                        true,
                        extent.layers(),
                        activation.ofEngine(),
                        0, // dropout lies between calls
                        training,
                        extent.bothWays(),
                        true);
    }
}
