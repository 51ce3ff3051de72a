package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;

/**
 * One step of a gated recurrent unit (Cho et al. 2014): one gate decides how much of the memory is
 * replaced, another how much of it the candidate sees.
 *
 * <pre>
 *   r = sigmoid(Wr x_t + br + Ur h_{t-1} + br')      reset gate
 *   z = sigmoid(Wz x_t + bz + Uz h_{t-1} + bz')      update gate
 *   n = tanh(Wn x_t + bn + r * (Un h_{t-1} + bn'))   candidate
 *   h_t = (1 - z) * n + z * h_{t-1}
 *
 *   W = weight_ih (3H, E)   U = weight_hh (3H, H)   b = bias_ih (3H)   b' = bias_hh (3H)
 * </pre>
 *
 * <p>Takes {@code [x (B, E), h (B, H)]}, returns {@code [h (B, H)]}. Differs from the paper: the
 * reset gate acts after the matrix product, as in PyTorch and MXNet.
 */
public final class GruCell extends RecurrentCell {

    public GruCell(int hidden, Weights weights) {
        super(Kind.GRU, hidden, weights);
    }

    static NDArray step(NDArray x, NDArray h, CellWeights w) {
        NDList input = CellWeights.gates(w.ofInput(x), 3); // each (B, H)
        NDList memory = CellWeights.gates(w.ofMemory(h), 3); // each (B, H)
        NDArray r = Activation.sigmoid(input.get(0).add(memory.get(0)));
        NDArray z = Activation.sigmoid(input.get(1).add(memory.get(1)));
        NDArray n = input.get(2).add(r.mul(memory.get(2))).tanh();
        return n.add(z.mul(h.sub(n))); // (1 - z) * n + z * h
    }
}
