package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import unroll.Interruption;
import unroll.UnrollException;
import unroll.data.Batch;
import unroll.data.TrainingData;
import unroll.engine.Engines;
import unroll.engine.HostMemory;
import unroll.engine.Inference;
import unroll.layer.BlockWeights;
import unroll.layer.Objective;
import unroll.layer.Tensor;
import unroll.trace.History;

/**
 * A model taken by one thread, with what a training of it reads and writes.
 *
 * @param <B> what the model learns from in one step
 */
public final class Use<B extends Batch> implements AutoCloseable {
    private static final long LARGE = 256_000_000;

    private final TaskModel<B> model;

    Use(TaskModel<B> model) {
        this.model = model;
    }

    /** Returns the model. */
    public TaskModel<B> model() {
        return model;
    }

    /** Returns what the last optimizer remembers. */
    public Optional<OptimizerState> optimizer() {
        return model.state().optimizer();
    }

    /** Notes how far a training has come. */
    public void keep(int steps, OptimizerState optimizer, History history) {
        model.state(new TrainingState(steps, Optional.of(optimizer), history));
    }

    /** Replaces the weights by a copy that {@link TaskModel#weights()} returned. */
    public void restore(Map<String, Tensor> weights) {
        BlockWeights.assign(model.block(), weights);
    }

    /**
     * Returns the mean loss over the validation part; NaN if there is none.
     *
     * @param batch sequences read at once
     * @param stopped asked before every batch; once it says yes, NaN is returned
     */
    public double loss(TrainingData<B> data, int batch, BooleanSupplier stopped) {
        double sum = 0;
        double answers = 0;
        try (Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            ParameterStore store = new ParameterStore(manager, false);
            for (B part : data.validation(batch)) {
                if (stopped.getAsBoolean()) {
                    return Double.NaN;
                }
                sum += loss(part, store, manager) * part.answers();
                answers += part.answers();
            }
        }
        return sum / answers;
    }

    /** Returns the mean loss over some sequences, read from an empty memory. */
    public double loss(B part) {
        try (Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            return loss(part, new ParameterStore(manager, false), manager);
        }
    }

    private double loss(B part, ParameterStore store, NDManager parent) {
        Objective objective = model.objective(part);
        try (NDManager manager = parent.newSubManager()) {
            NDArray outputs = outputs(objective, store, manager);
            return objective.loss(outputs, manager).toFloatArray()[0];
        }
    }

    /** Returns what the model answers to some sequences, one number after another. */
    float[] outputs(B part) {
        Interruption.check("predicting");
        requireMemory(part.size(), part.length());
        Objective objective = model.objective(part);
        try (Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            return outputs(objective, new ParameterStore(manager, false), manager).toFloatArray();
        }
    }

    /** Refuses sequences that do not fit into the memory; only many places are worth asking for. */
    void requireMemory(int sequences, int places) {
        long needed = 4 * model.numbersPerToken() * sequences * places;
        if (needed < LARGE || Engines.device().isGpu()) {
            return;
        }
        HostMemory.giveBack(); // what earlier sequences took
        long free = HostMemory.available();
        if (needed > HostMemory.SAFE_SHARE * free) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%,d sequences of %,d places, read at once, need about %.1f GB, %.1f GB are free;"
                                    + " shorten the longest sequence or use a smaller body or embedding",
                            sequences,
                            places,
                            needed / 1e9,
                            free / 1e9));
        }
    }

    private NDArray outputs(Objective objective, ParameterStore store, NDManager manager) {
        return model.block().forward(store, objective.inputs(manager), false).head();
    }

    /** Gives the model back. */
    @Override
    public void close() {
        model.release();
    }
}
