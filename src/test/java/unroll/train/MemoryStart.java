package unroll.train;

import java.util.List;
import java.util.function.IntFunction;
import unroll.layer.Activation;
import unroll.layer.Initialisation;
import unroll.model.Body;
import unroll.model.Gru;
import unroll.model.Lstm;
import unroll.model.Rnn;

/**
 * A cell and how its weights are drawn.
 *
 * @param cell its name
 * @param start what was asked of its weights
 * @param body the cell for a distance to remember over
 */
record MemoryStart(String cell, String start, IntFunction<Body> body) {
    private static final int HIDDEN = 48;

    /** All rows of the table for one task and distance. */
    static final List<MemoryStart> ALL =
            List.of(
                    new MemoryStart("RNN", "default", t -> Rnn.of(HIDDEN)),
                    new MemoryStart(
                            "RNN",
                            "orthogonal",
                            t -> Rnn.of(HIDDEN).initialisation(Initialisation.ORTHOGONAL)),
                    new MemoryStart(
                            "RNN",
                            "identity",
                            t ->
                                    Rnn.of(HIDDEN)
                                            .initialisation(Initialisation.IDENTITY)
                                            .activation(Activation.RELU)),
                    new MemoryStart("LSTM", "default", t -> Lstm.of(HIDDEN).forgetBias(0)),
                    new MemoryStart("LSTM", "bias 1", t -> Lstm.of(HIDDEN).forgetBias(1)),
                    new MemoryStart("LSTM", "log T", t -> Lstm.of(HIDDEN).longest(t)),
                    new MemoryStart("GRU", "default", t -> Gru.of(HIDDEN)),
                    new MemoryStart("GRU", "bias 1", t -> Gru.of(HIDDEN).updateBias(1)),
                    new MemoryStart("GRU", "log T", t -> Gru.of(HIDDEN).longest(t)));

    /** Returns a row by its names. */
    static MemoryStart of(String cell, String start) {
        return ALL.stream()
                .filter(row -> row.cell().equals(cell) && row.start().equals(start))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return cell + "," + start;
    }
}
