package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import unroll.data.TokenBatch;
import unroll.data.TokenData;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.layer.BlockWeights;
import unroll.layer.CrossEntropy;
import unroll.layer.Tensor;
import unroll.trace.History;

/** A model taken by one thread, with what a training of it reads and writes. */
public final class Use implements AutoCloseable {
    private final LanguageModel model;

    Use(LanguageModel model) {
        this.model = model;
    }

    /** Returns the model. */
    public LanguageModel model() {
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

    /** Replaces the weights by a copy that {@link LanguageModel#weights()} returned. */
    public void restore(Map<String, Tensor> weights) {
        BlockWeights.assign(model.block(), weights);
    }

    /**
     * Returns the mean loss over the validation part, in nats per token; NaN if there is none.
     *
     * @param batch sequences read at once
     * @param stopped asked before every batch; once it says yes, NaN is returned
     */
    public double loss(TokenData data, int batch, BooleanSupplier stopped) {
        double sum = 0;
        long tokens = 0;
        try (Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            ParameterStore store = new ParameterStore(manager, false);
            for (TokenBatch part : data.validation(batch)) {
                if (stopped.getAsBoolean()) {
                    return Double.NaN;
                }
                sum += loss(part, store, manager) * part.tokens();
                tokens += part.tokens();
            }
        }
        return sum / tokens;
    }

    /** Returns the mean loss over some sequences, read from an empty memory, in nats per token. */
    public double loss(TokenBatch part) {
        try (Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            return loss(part, new ParameterStore(manager, false), manager);
        }
    }

    private double loss(TokenBatch part, ParameterStore store, NDManager parent) {
        try (NDManager manager = parent.newSubManager()) {
            Shape shape = new Shape(part.size(), part.length());
            NDArray ids = manager.create(part.inputs(), shape); // (B, T)
            NDArray targets = manager.create(part.targets(), shape); // (B, T)
            NDArray logits = model.block().forward(store, new NDList(ids), false).head();
            return CrossEntropy.mean(logits, targets).toFloatArray()[0];
        }
    }

    /** Gives the model back. */
    @Override
    public void close() {
        model.release();
    }
}
