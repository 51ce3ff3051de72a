package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/**
 * The readable twin of {@link RnnBlock}, {@link LstmBlock} and {@link GruBlock}: the same cell
 * applied once per time step, written out in tensor algebra.
 *
 * <pre>
 *   for every layer, for every direction:
 *     for t = 1 .. T (T .. 1 backwards):  states = cell(x_t, states)
 *     y_t = [h_t forwards ; h_t backwards]           the next layer's x_t
 * </pre>
 *
 * <p>Same parameters, same arrays in and out, same numbers to 1e-5; slower, since every operation
 * is a call into the engine.
 */
public final class UnrolledBlock extends RecurrentBlock {

    private UnrolledBlock(Kind kind, Recurrence recurrence, Weights weights) {
        super(kind, recurrence, weights);
    }

    /** The twin of {@link RnnBlock}. */
    public static UnrolledBlock rnn(Activation activation, Recurrence recurrence, Weights weights) {
        return new UnrolledBlock(Kind.of(activation), recurrence, weights);
    }

    /** The twin of {@link LstmBlock}. */
    public static UnrolledBlock lstm(Recurrence recurrence, Weights weights) {
        return new UnrolledBlock(Kind.LSTM, recurrence, weights);
    }

    /** The twin of {@link GruBlock}. */
    public static UnrolledBlock gru(Recurrence recurrence, Weights weights) {
        return new UnrolledBlock(Kind.GRU, recurrence, weights);
    }

    @Override
    boolean fusesLayers() {
        return false;
    }

    @Override
    NDList run(NDArray x, NDList states, NDList weights, Extent extent, boolean training) {
        NDList passes = new NDList(); // memories of each direction, (B, T, H)
        List<NDList> last = new ArrayList<>(); // final states of each direction
        for (int direction = 0; direction < (extent.bothWays() ? 2 : 1); direction++) {
            CellWeights w = CellWeights.of(weights.subList(4 * direction, 4 * direction + 4));
            passes.add(pass(x, at(states, direction), w, direction == 1, last));
        }
        boolean one = passes.size() == 1; // a concat of one would lose its gradient
        NDList out = new NDList(one ? passes.head() : NDArrays.concat(passes, 2)); // (B, T, D*H)
        for (int state = 0; state < kind().states(); state++) {
            int index = state;
            out.add(NDArrays.stack(new NDList(last.stream().map(s -> s.get(index)).toList())));
        }
        return out;
    }

    /** Runs one cell over time and appends its final states; returns its memories (B, T, H). */
    private NDArray pass(
            NDArray x, NDList states, CellWeights weights, boolean backwards, List<NDList> last) {
        List<NDArray> steps = x.split(x.getShape().get(1), 1); // T arrays (B, 1, width)
        NDArray[] memories = new NDArray[steps.size()]; // each (B, H)
        NDList now = states;
        for (int i = 0; i < memories.length; i++) {
            int t = backwards ? memories.length - 1 - i : i;
            now = kind().step(steps.get(t).squeeze(1), now, weights);
            memories[t] = now.head();
        }
        last.add(now);
        return NDArrays.stack(new NDList(memories), 1);
    }

    /** Returns the states (B, H) of one direction. */
    private static NDList at(NDList states, int direction) {
        NDList at = new NDList(states.size());
        for (NDArray state : states) {
            at.add(state.get(direction));
        }
        return at;
    }
}
