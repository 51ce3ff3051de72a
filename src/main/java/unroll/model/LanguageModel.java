package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import unroll.data.TokenBatch;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.layer.Objective;
import unroll.layer.Tensor;
import unroll.text.Vocabulary;
import unroll.trace.Summary;

/**
 * Predicts the next token of a text.
 *
 * <pre>
 *   var model = LanguageModel.over(vocabulary).embedding(64).body(Lstm.of(256)).seed(42).build();
 * </pre>
 *
 * <p>{@link #block} maps {@code [ids (B, T)]}, or these and the states it returned for the text
 * before, to {@code [logits (B, T, V), states…]}.
 */
public final class LanguageModel extends TaskModel<TokenBatch> {
    private static final ModelFile.Kind KIND =
            new ModelFile.Kind("language model 1", LanguageModel.class);

    private final LanguageModelSetup setup;
    private final LastStepper steppers = new LastStepper(this::newStepper);

    LanguageModel(LanguageModelSetup setup) {
        super(setup::newBlock, new Shape(1, 1));
        this.setup = setup;
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
        ModelFile content = ModelFile.read(file, KIND);
        return load(content, content.body());
    }

    /**
     * Reads a model whose body is not one of Unroll's own.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged, or does not fit
     */
    public static LanguageModel load(Path file, Body body) {
        return load(ModelFile.read(file, KIND), body);
    }

    private static LanguageModel load(ModelFile content, Body body) {
        ModelFile.Configuration read = content.configuration();
        Vocabulary vocabulary = content.vocabulary();
        return content.model(
                () -> new LanguageModelSetup(vocabulary, read.embedding(), body, read.seed()),
                LanguageModelSetup::build);
    }

    @Override
    public void save(Path file) {
        Map<String, String> task =
                ModelFile.task(vocabulary(), setup.embedding(), setup.body(), setup.seed());
        ModelFile.write(file, KIND, task, this);
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

    @Override
    public Objective objective(TokenBatch batch) {
        return new TokenObjective(batch);
    }

    /** Returns ln V, the loss of a guess among V tokens. */
    @Override
    public double blindGuess() {
        return Math.log(vocabularySize());
    }

    @Override
    public long numbersPerToken() {
        return setup.reading().numbersPerToken();
    }

    @Override
    public Summary summary() {
        return setup.reading().summary(block(), false);
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
        try (Use<TokenBatch> use = use("predicting");
                Inference quiet = Engines.quiet();
                NDManager manager = Engines.newManager()) {
            NDArray text = manager.create(ids, new Shape(1, ids.length));
            ParameterStore store = new ParameterStore(manager, false);
            NDArray logits = block().forward(store, new NDList(text), false).head(); // (1, T, V)
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

    /** Returns one line such as {@code 83 tokens, embedding 64, Lstm[…], 438,611 parameters, step 500}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, %,d parameters, step %d", setup, parameters(), steps());
    }
}
