package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;

/**
 * One step of long short-term memory (Hochreiter and Schmidhuber 1997; forget gate of Gers et al.
 * 2000): gates decide what the cell forgets, takes in and shows.
 *
 * <pre>
 *   i = sigmoid(Wi x_t + bi + Ui h_{t-1} + bi')      input gate
 *   f = sigmoid(Wf x_t + bf + Uf h_{t-1} + bf')      forget gate
 *   g = tanh   (Wg x_t + bg + Ug h_{t-1} + bg')      candidate
 *   o = sigmoid(Wo x_t + bo + Uo h_{t-1} + bo')      output gate
 *   c_t = f * c_{t-1} + i * g
 *   h_t = o * tanh(c_t)
 *
 *   W = weight_ih (4H, E)   U = weight_hh (4H, H)   b = bias_ih (4H)   b' = bias_hh (4H)
 * </pre>
 *
 * <p>Takes {@code [x (B, E), h (B, H), c (B, H)]}, returns {@code [h (B, H), c (B, H)]}.
 */
public final class LstmCell extends RecurrentCell {

    public LstmCell(int hidden, Weights weights) {
        super(Kind.LSTM, hidden, weights);
    }

    static NDList step(NDArray x, NDArray h, NDArray c, CellWeights w) {
        NDList gates = CellWeights.gates(w.ofInput(x).add(w.ofMemory(h)), 4); // each (B, H)
        NDArray i = Activation.sigmoid(gates.get(0));
        NDArray f = Activation.sigmoid(gates.get(1));
        NDArray g = gates.get(2).tanh();
        NDArray o = Activation.sigmoid(gates.get(3));
        NDArray cell = f.mul(c).add(i.mul(g)); // (B, H)
        return new NDList(o.mul(cell.tanh()), cell);
    }
}
