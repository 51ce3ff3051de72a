package unroll.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every recurrent block, fused and readable, of one to three layers and one or two directions. */
record Cases(Kind kind, boolean fused, Recurrence size) {

    static Stream<Cases> all() {
        List<Cases> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int layers = 1; layers <= 3; layers++) {
                for (boolean both : new boolean[] {false, true}) {
                    for (boolean fused : new boolean[] {true, false}) {
                        all.add(new Cases(kind, fused, new Recurrence(5, layers, both, 0)));
                    }
                }
            }
        }
        return all.stream();
    }

    static RecurrentBlock block(Kind kind, boolean fused, Recurrence size, Weights weights) {
        return switch (kind) {
            case RNN_TANH -> rnn(Activation.TANH, fused, size, weights);
            case RNN_RELU -> rnn(Activation.RELU, fused, size, weights);
            case LSTM -> fused ? new LstmBlock(size, weights) : UnrolledBlock.lstm(size, weights);
            case GRU -> fused ? new GruBlock(size, weights) : UnrolledBlock.gru(size, weights);
        };
    }

    private static RecurrentBlock rnn(
            Activation activation, boolean fused, Recurrence size, Weights weights) {
        return fused
                ? new RnnBlock(activation, size, weights)
                : UnrolledBlock.rnn(activation, size, weights);
    }

    RecurrentBlock block(Weights weights) {
        return block(kind, fused, size, weights);
    }

    /** The name of the file with PyTorch's numbers, without its ending. */
    String fixture() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + size.layers() + "-" + size.directions();
    }

    @Override
    public String toString() {
        return (fused ? "fused " : "readable ") + fixture();
    }
}
