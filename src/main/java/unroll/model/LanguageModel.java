package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import unroll.data.TokenData;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.layer.BlockWeights;
import unroll.layer.Tensor;
import unroll.text.Vocabulary;
import unroll.trace.History;
import unroll.trace.Summary;

/**
 * Predicts the next token of a text.
 *
 * <pre>
 *   var model = LanguageModel.over(vocabulary).embedding(64).body(Lstm.of(256)).seed(42).build();
 * </pre>
 *
 * <p>It owns its weights and what its training has to remember, so that a second training goes on
 * where the first one stopped, also after {@link #save} and {@link #load}. Its memory is freed when
 * nothing refers to it any more, for example because its cell was run again; {@link #close} frees
 * it at once. One thread uses it at a time.
 */
public final class LanguageModel implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final LanguageModelSetup setup;
    private final LanguageModelBlock block;
    private final Cleaner.Cleanable memory;
    private final ModelLock lock = new ModelLock();
    private final LastStepper steppers = new LastStepper(this::newStepper);
    private volatile TrainingState state = TrainingState.untrained();

    LanguageModel(LanguageModelSetup setup) {
        this.setup = setup;
        this.block = setup.newBlock();
        NDManager manager = Engines.newManager();
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
        this.memory = CLEANER.register(block, manager::close);
    }

    /** Begins to describe a model that knows these tokens. */
    public static LanguageModelSetup over(Vocabulary vocabulary) {
        return LanguageModelSetup.over(vocabulary);
    }

    /**
     * Reads a model that {@link #save} wrote, with all it needs to go on training.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged or is no such model
     */
    public static LanguageModel load(Path file) {
        return ModelFile.read(named(file)).model();
    }

    /**
     * Reads a model whose body is not one of Unroll's own.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged, or does not fit
     */
    public static LanguageModel load(Path file, Body body) {
        return ModelFile.read(named(file)).model(body);
    }

    /**
     * Writes weights, vocabulary, configuration and the state of training to one safetensors file; an
     * older file is replaced only when the new one is complete.
     *
     * @throws unroll.UnrollException if the file cannot be written
     */
    public void save(Path file) {
        try (Use use = use("saving")) {
            ModelFile.write(named(file), setup, weights(), state);
        }
    }

    private static Path named(Path file) {
        return Objects.requireNonNull(
                file, "file is null: name one, for example Path.of(\"my-model.safetensors\")");
    }

    /** Returns how the model was described. */
    public LanguageModelSetup setup() {
        return setup;
    }

    /** Returns the tokens that the model knows. */
    public Vocabulary vocabulary() {
        return setup.vocabulary();
    }

    /** Returns how many tokens the model chooses among, V. */
    public int vocabularySize() {
        return vocabulary().size();
    }

    /**
     * Returns the network: {@code [ids (B, T)]} to {@code [logits (B, T, V), states…]}. It can be used
     * until the model is closed.
     */
    public Block block() {
        return block;
    }

    /** Returns how many numbers are learned. */
    public long parameters() {
        return summary().parameters();
    }

    /** Returns the layers with their shapes and sizes. */
    public Summary summary() {
        return setup.summary(block);
    }

    /** Returns how many updates the weights have had. */
    public int steps() {
        return state.steps();
    }

    /** Returns the course of all trainings so far. */
    public History history() {
        return state.history();
    }

    /** Returns a copy of all weights by their names in PyTorch, such as {@code body.weight_ih_l0}. */
    public Map<String, Tensor> weights() {
        try (Use use = use("reading weights")) {
            return BlockWeights.read(block);
        }
    }

    /** Gives back the untrained weights of the seed and forgets all training. */
    public void reset() {
        try (Use use = use("reset");
                NDManager manager = Engines.newManager()) {
            Block untrained = setup.newBlock();
            untrained.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
            BlockWeights.assign(block, BlockWeights.read(untrained));
            state = TrainingState.untrained();
        }
    }

    /**
     * Returns the probability of every token to come after a text.
     *
     * @param prefix the text, at least one token
     * @return probabilities in the order of the vocabulary; they sum to 1 // (V)
     */
    public float[] probabilities(String prefix) {
        int[] ids = vocabulary().encode(prefix);
        if (ids.length == 0) {
            throw new IllegalArgumentException(
                    "the text before is empty; give at least one token for the model to read");
        }
        return Softmax.of(lastLogits(ids));
    }

    /** Reads a whole text and returns z after its last token // (V). */
    float[] lastLogits(int[] ids) {
        try (Use use = use("predicting");
                Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            NDArray text = manager.create(ids, new Shape(1, ids.length));
            ParameterStore store = new ParameterStore(manager, false);
            NDArray logits = block.forward(store, new NDList(text), false).head(); // (1, T, V)
            return logits.get("0, -1").toFloatArray();
        }
    }

    /** Returns a way to read a text token by token, with the weights as they are now. */
    public Stepper stepper() {
        return steppers.of(weights());
    }

    private Stepper newStepper(Map<String, Tensor> weights) {
        return setup.body()
                .stepper(name -> weights.get(name).values())
                .orElseGet(() -> new RereadingStepper(this));
    }

    /**
     * Returns the mean loss over the validation part, in nats per token.
     *
     * @return NaN if there is no validation part, or the thread was interrupted
     */
    public double loss(TokenData data) {
        Objects.requireNonNull(data, "data is null: a cell above was re-run; run it again");
        try (Use use = use("validating")) {
            return use.loss(data, 32, Thread::interrupted);
        }
    }

    /**
     * Takes the model for this thread until the result is closed; for what trains it.
     *
     * @param purpose what the thread is doing, for the message that another thread gets
     * @throws IllegalStateException if the model is closed, or another thread uses it and does not
     *     finish within two seconds
     */
    public Use use(String purpose) {
        lock.take(purpose);
        return new Use(this);
    }

    void release() {
        lock.give();
    }

    TrainingState state() {
        return state;
    }

    void state(TrainingState next) {
        state = next;
    }

    /** Frees the memory; the model cannot be used any more. */
    @Override
    public void close() {
        lock.close();
        memory.clean();
    }

    /** Returns one line such as {@code 83 tokens, embedding 64, Lstm[…], 438,611 parameters, step 500}. */
    @Override
    public String toString() {
        return "%s, %,d parameters, step %d".formatted(setup, parameters(), steps());
    }
}
