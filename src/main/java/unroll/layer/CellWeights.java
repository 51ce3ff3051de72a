package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.core.Linear;
import java.util.List;

/**
 * The four arrays of one layer in one direction, in PyTorch's layout; G is the number of gates.
 *
 * @param inputs W (G*H, E), applied to the input
 * @param memory U (G*H, H), applied to the memory
 * @param inputBias b (G*H)
 * @param memoryBias b' (G*H)
 */
record CellWeights(NDArray inputs, NDArray memory, NDArray inputBias, NDArray memoryBias) {

    static CellWeights of(List<NDArray> four) {
        return new CellWeights(four.get(0), four.get(1), four.get(2), four.get(3));
    }

    /** Returns W x + b for every gate, (B, G*H); in code x W^T + b, since rows are examples. */
    NDArray ofInput(NDArray x) {
        return Linear.linear(x, inputs, inputBias).head();
    }

    /** Returns U h + b' for every gate, (B, G*H). */
    NDArray ofMemory(NDArray h) {
        return Linear.linear(h, memory, memoryBias).head();
    }

    /** Cuts (B, G*H) into G gates of (B, H). */
    static NDList gates(NDArray all, int count) {
        return all.split(count, 1);
    }
}
