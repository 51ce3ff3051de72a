package unroll.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import unroll.Interruption;
import unroll.data.Batch;
import unroll.data.TrainingData;
import unroll.engine.Engines;
import unroll.layer.BlockWeights;
import unroll.layer.Objective;
import unroll.layer.Tensor;
import unroll.trace.History;
import unroll.trace.Summary;

/**
 * A model for one task, with its weights and what its training has to remember.
 *
 * <p>A second training goes on where the first one stopped, also after saving and loading. Its memory
 * is freed when nothing refers to it any more, for example because its cell was run again; {@link
 * #close} frees it at once. One thread uses it at a time.
 *
 * <p>A task of your own extends this class: it names its block and, for a batch of its data, the
 * {@link Objective}; then the same training loop trains it.
 *
 * @param <B> what it learns from in one step
 */
public abstract class TaskModel<B extends Batch> implements AutoCloseable {
    /** Sequences that are validated on at once. */
    private static final int TOGETHER = 32;

    private final Supplier<? extends Block> untrained;
    private final Shape[] input;
    private final Block block;
    private final Cleaner.Cleanable memory;
    private final ModelLock lock = new ModelLock();
    private volatile TrainingState state = TrainingState.untrained();

    /**
     * Takes memory for the block and draws its weights.
     *
     * @param untrained makes the block, always with the same initial weights; must not refer to this
     *     model, which could then never be freed
     * @param input shapes of arrays that the block takes
     */
    protected TaskModel(Supplier<? extends Block> untrained, Shape... input) {
        this.untrained = untrained;
        this.input = input;
        ModelMemory.makeRoom();
        this.block = untrained.get();
        NDManager manager = Engines.newManager();
        block.initialize(manager, DataType.FLOAT32, input);
        this.memory = ModelMemory.own(block, manager);
    }

    /** Returns the network. It can be used until the model is closed. */
    public final Block block() {
        return block;
    }

    /** Returns what the block should do better on a batch, once the batch is known to fit. */
    public abstract Objective objective(B batch);

    /** Returns the loss of a guess that knows nothing; NaN where that is not known. */
    public abstract double blindGuess();

    /** Returns an estimate of the numbers that training keeps for each place it reads. */
    public abstract long numbersPerToken();

    /** Returns the layers with their shapes and sizes. */
    public abstract Summary summary();

    /**
     * Writes weights, configuration and the state of training to one safetensors file; an older file
     * is replaced only when the new one is complete.
     *
     * @throws unroll.UnrollException if the file cannot be written
     */
    public abstract void save(Path file);

    /** Returns how many numbers are learned. */
    public final long parameters() {
        return summary().parameters();
    }

    /** Returns how many updates the weights have had. */
    public final int steps() {
        return state.steps();
    }

    /** Returns the course of all trainings so far. */
    public final History history() {
        return state.history();
    }

    /** Returns a copy of all weights by their names in PyTorch, such as {@code body.weight_ih_l0}. */
    public final Map<String, Tensor> weights() {
        try (Use<B> use = use("reading weights")) {
            return BlockWeights.read(block);
        }
    }

    /** Gives back the untrained weights of the seed and forgets all training. */
    public final void reset() {
        try (Use<B> use = use("reset");
                NDManager manager = Engines.newManager()) {
            Block fresh = untrained.get();
            fresh.initialize(manager, DataType.FLOAT32, input);
            BlockWeights.assign(block, BlockWeights.read(fresh));
            state = TrainingState.untrained();
        }
    }

    /**
     * Returns the mean loss over the validation part, per answer; in nats where answers are chosen.
     *
     * @throws IllegalArgumentException if there is no validation part
     * @throws unroll.UnrollException if the memory does not hold its sequences, or the thread was
     *     interrupted
     */
    public final double loss(TrainingData<B> data) {
        Objects.requireNonNull(data, "data is null: a cell above was re-run; run it again");
        List<B> validation = data.validation(TOGETHER);
        if (validation.isEmpty()) {
            throw new IllegalArgumentException(
                    "these data have no validation part, so there is no loss to measure; keep some of them"
                            + " to validate on");
        }
        try (Use<B> use = use("validating")) {
            use.requireMemory(TOGETHER, data.longest());
            return use.loss(
                    data,
                    TOGETHER,
                    () -> {
                        Interruption.check("validating");
                        return false;
                    });
        }
    }

    /**
     * Takes the model for this thread until the result is closed; for what trains it.
     *
     * @param purpose what the thread is doing, for the message that another thread gets
     * @throws IllegalStateException if the model is closed, or another thread uses it and does not
     *     finish within two seconds
     */
    public final Use<B> use(String purpose) {
        lock.take(purpose);
        return new Use<>(this);
    }

    final void release() {
        lock.give();
    }

    final TrainingState state() {
        return state;
    }

    final void state(TrainingState next) {
        state = next;
    }

    /** Frees the memory; the model cannot be used any more. */
    @Override
    public final void close() {
        lock.close();
        memory.clean();
    }
}
