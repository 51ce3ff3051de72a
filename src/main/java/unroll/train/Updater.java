package unroll.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.engine.Engines;
import unroll.layer.Tensor;
import unroll.model.OptimizerState;

/** The arithmetic of an {@link Optimizer} on the engine's arrays, with what it remembers. */
final class Updater {
    /**
     * Numbers that are updated together: the engine makes a dozen passes over them, which for a larger
     * piece all go to main memory and take twice as long.
     */
    private static final long PIECE = 1 << 18;

    private final Optimizer optimizer;
    private final Map<String, Parameter> parameters;
    private final Map<String, NDArray> memories = new LinkedHashMap<>();
    private long updates;

    /** Begins with empty memories in {@code manager}. */
    Updater(Optimizer optimizer, Map<String, Parameter> parameters, NDManager manager) {
        this.optimizer = optimizer;
        this.parameters = parameters;
        for (String memory : memoryNames()) {
            parameters.forEach(
                    (name, parameter) ->
                            memories.put(memory + "." + name, manager.zeros(parameter.getShape())));
        }
    }

    private List<String> memoryNames() {
        return switch (optimizer.kind()) {
            case SGD -> optimizer.momentum() == 0 ? List.of() : List.of("velocity");
            case ADAM, ADAMW -> List.of("mean", "square");
        };
    }

    /** Returns whether the state was left by an optimizer of this kind for these weights. */
    boolean fits(OptimizerState state) {
        return state.kind().equals(optimizer.kind().name())
                && memories.entrySet().stream()
                        .allMatch(
                                memory ->
                                        fits(
                                                memory.getValue(),
                                                state.tensors().get(memory.getKey())));
    }

    private static boolean fits(NDArray memory, Tensor tensor) {
        return tensor != null && memory.size() == tensor.values().length;
    }

    /** Goes on from a state that {@link #fits}. */
    void restore(OptimizerState state) {
        updates = state.updates();
        memories.forEach((name, array) -> state.tensors().get(name).copyTo(array));
    }

    /** Returns a copy of what it remembers. */
    OptimizerState state() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        memories.forEach((name, array) -> tensors.put(name, Tensor.of(array)));
        return new OptimizerState(optimizer.kind().name(), updates, tensors);
    }

    /**
     * Moves every weight.
     *
     * @param gradients in the order of the parameters; SGD changes them
     * @param rate learning rate
     * @param scale what the gradients are multiplied by before all else
     */
    void update(List<NDArray> gradients, double rate, double scale) {
        updates++;
        int index = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            NDArray weight = entry.getValue().getArray();
            NDArray gradient = gradients.get(index++);
            if (optimizer.kind() == Optimizer.Kind.SGD) {
                sgd(weight, gradient, memories.get("velocity." + entry.getKey()), rate, scale);
            } else {
                adam(entry.getKey(), weight, gradient, rate, scale);
            }
        }
    }

    private void sgd(
            NDArray weight, NDArray gradient, NDArray velocity, double rate, double scale) {
        gradient.muli(scale);
        if (velocity != null) {
            velocity.muli(optimizer.momentum()).addi(gradient);
        }
        try (NDArray step = (velocity == null ? gradient : velocity).mul(rate)) {
            weight.subi(step);
        }
    }

    private void adam(String name, NDArray weight, NDArray gradient, double rate, double scale) {
        if (optimizer.weightDecay() > 0) {
            weight.muli(1 - rate * optimizer.weightDecay());
        }
        NDArray mean = memories.get("mean." + name);
        NDArray square = memories.get("square." + name);
        NDList arrays = new NDList(weight, gradient, mean, square);
        if (!Engines.isPyTorch() || weight.size() <= PIECE) { // only there a slice is no copy
            adam(arrays, rate, scale);
            return;
        }
        long rows = weight.getShape().get(0);
        long most = Math.max(1, PIECE * rows / weight.size());
        for (long from = 0; from < rows; from += most) {
            NDIndex index = new NDIndex().addSliceDim(from, Math.min(rows, from + most));
            try (NDList piece = new NDList()) {
                arrays.forEach(array -> piece.add(array.get(index)));
                adam(piece, rate, scale);
            }
        }
    }

    /** The engine's own update, given a rate and an epsilon that include the bias corrections. */
    private void adam(NDList arrays, double rate, double scale) {
        double root = Math.sqrt(1 - Math.pow(optimizer.beta2(), (double) updates));
        double corrected = rate * root / (1 - Math.pow(optimizer.beta1(), (double) updates));
        NDArray weight = arrays.head();
        weight.getNDArrayInternal()
                .adamUpdate(
                        arrays,
                        new NDList(weight),
                        (float) rate,
                        (float) corrected,
                        0,
                        (float) scale,
                        -1, // clipping by value is one-sided on PyTorch; we clip by the norm
                        (float) optimizer.beta1(),
                        (float) optimizer.beta2(),
                        (float) (optimizer.epsilon() * root),
                        false,
                        false);
    }
}
