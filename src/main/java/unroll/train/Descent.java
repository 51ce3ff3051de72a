package unroll.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.layer.BlockWeights;
import unroll.layer.Objective;
import unroll.layer.Tensor;
import unroll.model.OptimizerState;

/**
 * One step down the gradient: forward, backward, clip, update.
 *
 * <p>Everything a step makes belongs to a manager that is closed with it, so that memory stays flat;
 * loss and gradient norm are read in one go, which is the only time a step waits for the engine.
 */
final class Descent implements AutoCloseable {
    /** An engine records one graph at a time, whichever model it belongs to. */
    private static final ReentrantLock RECORDING = new ReentrantLock();

    private static final String CARRIED = "carried.";

    private final NDManager manager = Engines.newManager();
    private final ParameterStore store = new ParameterStore(manager, false);
    private final Block block;
    private final Map<String, Parameter> parameters;
    private final Updater updater;
    private NDList carried = new NDList();

    /** What a step found out before it moved the weights. */
    record Measure(double loss, double norm) {
        boolean isFinite() {
            return Double.isFinite(loss) && Double.isFinite(norm);
        }
    }

    Descent(Block block, Optimizer optimizer) {
        this.block = block;
        this.parameters = BlockWeights.parameters(block);
        this.updater = new Updater(optimizer, parameters, manager);
    }

    /** Goes on from an earlier state if that fits, and returns whether it did. */
    boolean goOn(Optional<OptimizerState> state) {
        boolean fits = state.isPresent() && updater.fits(state.get());
        if (fits) {
            restore(state.get());
        }
        return fits;
    }

    /** Goes back to a state that {@link #state} returned. */
    void restore(OptimizerState state) {
        try (Inference quiet = Engines.quiet()) {
            updater.restore(state);
            NDList states = new NDList();
            for (int i = 0; state.tensors().containsKey(CARRIED + i); i++) {
                Tensor tensor = state.tensors().get(CARRIED + i);
                states.add(manager.create(tensor.values(), new Shape(tensor.shape())));
            }
            carry(states);
        }
    }

    /** Returns a copy of all that the next step depends on, besides the weights. */
    OptimizerState state() {
        OptimizerState state = updater.state();
        Map<String, Tensor> tensors = new LinkedHashMap<>(state.tensors());
        for (int i = 0; i < carried.size(); i++) {
            tensors.put(CARRIED + i, Tensor.of(carried.get(i)));
        }
        return new OptimizerState(state.kind(), state.updates(), tensors);
    }

    /**
     * Takes one step, or none if loss or gradient are not finite.
     *
     * @param texts how many the batch has
     * @param carry whether the text goes on where the step before ended, and the step after will
     */
    Measure step(Objective objective, int texts, boolean carry, double rate, double clipNorm) {
        RECORDING.lock();
        try (Inference quiet = Engines.quiet();
                NDManager scope = manager.newSubManager()) {
            forgetGradients();
            if (!carry || !remembersAsMany(texts)) {
                forgetText();
            }
            NDArray loss = backward(scope, objective, carry);
            List<NDArray> gradients = gradients(scope);
            Measure measure = measure(loss, gradients);
            if (measure.isFinite()) {
                updater.update(gradients, rate, Math.min(1, clipNorm / measure.norm()));
            }
            return measure;
        } finally {
            RECORDING.unlock();
        }
    }

    /** PyTorch adds to a gradient that is there; an array that shares the weight's memory has none. */
    private void forgetGradients() {
        if (Engines.isPyTorch()) {
            for (Parameter parameter : parameters.values()) {
                NDArray weight = parameter.getArray();
                weight.intern(weight.stopGradient());
                weight.setRequiresGradient(true);
            }
        }
    }

    private NDArray backward(NDManager scope, Objective objective, boolean carry) {
        NDList in = objective.inputs(scope);
        in.addAll(carried);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDList out = block.forward(store, in, true);
            NDArray loss = objective.loss(out.head(), scope);
            collector.backward(loss);
            carry(carry ? out.subNDList(1) : new NDList());
            return loss;
        }
    }

    /** Keeps the memory of the text, but not the way gradients would take through it. */
    private void carry(NDList states) {
        NDList next = new NDList();
        for (NDArray state : states) {
            NDArray kept = state.stopGradient();
            kept.attach(manager);
            next.add(kept);
        }
        carried.close();
        carried = next;
    }

    /** Returns whether the memory is of as many texts; a plan may go on with another batch. */
    private boolean remembersAsMany(int texts) {
        return carried.stream().allMatch(state -> state.getShape().get(1) == texts);
    }

    /** Forgets the memory of the text, at the beginning of a pass. */
    void forgetText() {
        carried.close();
        carried = new NDList();
    }

    private List<NDArray> gradients(NDManager scope) {
        List<NDArray> gradients = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters.values()) {
            NDArray gradient = parameter.getArray().getGradient();
            gradient.attach(scope); // else it would stay with the weights for ever
            gradients.add(gradient);
        }
        return gradients;
    }

    private static Measure measure(NDArray loss, List<NDArray> gradients) {
        NDList all = new NDList(loss.reshape(1));
        gradients.forEach(gradient -> all.add(gradient.norm().reshape(1)));
        float[] values = NDArrays.concat(all).toFloatArray();
        double squares = 0;
        for (int i = 1; i < values.length; i++) {
            squares += (double) values[i] * values[i];
        }
        return new Measure(values[0], Math.sqrt(squares));
    }

    @Override
    public void close() {
        manager.close();
    }
}
