package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** The recurrent cells: how many gates and states each has, and its readable step. */
enum Kind {
    RNN_TANH(1, 1),
    RNN_RELU(1, 1),
    LSTM(4, 2),
    GRU(3, 1);

    private final int gates;
    private final int states;

    Kind(int gates, int states) {
        this.gates = gates;
        this.states = states;
    }

    static Kind of(Activation activation) {
        return activation == Activation.TANH ? RNN_TANH : RNN_RELU;
    }

    /** Returns G, the rows of a weight matrix divided by H. */
    int gates() {
        return gates;
    }

    /** Returns how many arrays carry the memory: h, and c for an LSTM. */
    int states() {
        return states;
    }

    /** Returns the new states after one step: x (B, E), each state (B, H). */
    NDList step(NDArray x, NDList states, CellWeights weights) {
        NDArray h = states.get(0);
        return switch (this) {
            case RNN_TANH -> new NDList(RnnCell.step(x, h, weights, Activation.TANH));
            case RNN_RELU -> new NDList(RnnCell.step(x, h, weights, Activation.RELU));
            case LSTM -> LstmCell.step(x, h, states.get(1), weights);
            case GRU -> new NDList(GruCell.step(x, h, weights));
        };
    }
}
