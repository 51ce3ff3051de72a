package unroll.model;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.data.PaddedBatch;
import unroll.data.PaddedData;
import unroll.data.TaggedTokens;
import unroll.layer.Objective;
import unroll.text.Vocabulary;
import unroll.trace.Summary;

/**
 * Chooses one of several tags for every token: many to many.
 *
 * <pre>
 *   var model = Tagger.over(vocabulary, "coding", "other").body(Gru.of(64).bidirectional(true)).build();
 *   var history = Training.run(model, model.data(training, validation), Plan.ofEpochs(10));
 *   model.predict("ATGGCC")
 * </pre>
 *
 * <p>{@link #block} maps {@code [ids (B, T), lengths (B)]} to {@code [logits (B, T, C)]}. Sequences of a
 * batch may have different lengths: each gets the answers that it gets alone.
 */
public final class Tagger extends TaskModel<PaddedBatch> {
    private static final ModelFile.Kind KIND = new ModelFile.Kind("tagger 1", Tagger.class);

    private final TaggerSetup setup;
    private final Encoder encoder;

    /** The metadata "tags". */
    private record Tags(List<String> names) {}

    Tagger(TaggerSetup setup) {
        super(setup::newBlock, new Shape(1, 1), new Shape(1));
        this.setup = setup;
        this.encoder = new Encoder(setup.vocabulary(), setup.tags());
    }

    /**
     * Begins to describe a model that knows these tokens and chooses one of these tags for each.
     *
     * @throws IllegalArgumentException if there are fewer than two tags, or two equal ones
     */
    public static TaggerSetup over(Vocabulary vocabulary, String... tags) {
        return TaggerSetup.over(vocabulary, Arrays.asList(Reading.there("tags", tags)));
    }

    /** Begins to describe a model that chooses among the tags of these examples. */
    public static TaggerSetup over(Vocabulary vocabulary, List<TaggedTokens> examples) {
        return TaggerSetup.over(
                vocabulary,
                TaggedTokens.tags(Reading.there("examples", examples)).stream()
                        .distinct()
                        .sorted()
                        .toList());
    }

    /**
     * Reads a model that {@link #save} wrote, with all it needs to go on training.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged or is no such model
     */
    public static Tagger load(Path file) {
        ModelFile content = ModelFile.read(file, KIND);
        return load(content, content.body());
    }

    /**
     * Reads a model whose body is not one of Unroll's own.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged, or does not fit
     */
    public static Tagger load(Path file, Body body) {
        return load(ModelFile.read(file, KIND), body);
    }

    private static Tagger load(ModelFile content, Body body) {
        ModelFile.Configuration read = content.configuration();
        Vocabulary vocabulary = content.vocabulary();
        List<String> tags = content.value("tags", Tags.class).names();
        return content.model(
                () -> new TaggerSetup(vocabulary, tags, read.embedding(), body, read.seed()),
                TaggerSetup::build);
    }

    @Override
    public void save(Path file) {
        Map<String, String> task =
                ModelFile.task(setup.vocabulary(), setup.embedding(), setup.body(), setup.seed());
        task.put("tags", ModelFile.json(new Tags(setup.tags())));
        ModelFile.write(file, KIND, task, this);
    }

    /** Returns how the model was described. */
    public TaggerSetup setup() {
        return setup;
    }

    /** Returns the tags in the order of the numbers that the block gives. */
    public List<String> tags() {
        return setup.tags();
    }

    /**
     * Returns examples as this model reads them, to learn from and to validate on.
     *
     * @param validation may be empty
     * @throws IllegalArgumentException if there is nothing to learn from, or a token or a tag is
     *     unknown to the model; the message names the example
     */
    public PaddedData data(List<TaggedTokens> training, List<TaggedTokens> validation) {
        return PaddedData.of(
                encoded(training, "training"),
                encoded(validation, "validation"),
                tags().size(),
                true);
    }

    private List<PaddedData.Example> encoded(List<TaggedTokens> examples, String part) {
        List<PaddedData.Example> encoded = new ArrayList<>(Reading.there(part, examples).size());
        for (TaggedTokens example : examples) {
            String where = String.format(Locale.ROOT, "%s example %d", part, encoded.size() + 1);
            int[] ids = encoder.tokens(Reading.there(where, example).tokens(), where);
            int[] tags = example.tags().stream().mapToInt(t -> encoder.label(t, where)).toArray();
            encoded.add(new PaddedData.Example(ids, tags));
        }
        return encoded;
    }

    @Override
    public Objective objective(PaddedBatch batch) {
        encoder.require(batch, true);
        return new PaddedObjective(batch);
    }

    /** Returns ln C, the loss of a guess among C tags. */
    @Override
    public double blindGuess() {
        return Math.log(tags().size());
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
     * Returns the tag of every token of a text, as the vocabulary cuts it.
     *
     * @throws IllegalArgumentException if the text is empty or has tokens unknown to the model
     */
    public List<Prediction> predict(String text) {
        return predict(encoder.text(text, "the text"));
    }

    /**
     * Returns the tag of every token.
     *
     * @throws IllegalArgumentException if there is no token or one is unknown to the model
     */
    public List<Prediction> predict(List<String> tokens) {
        return predict(encoder.tokens(tokens, "the list"));
    }

    /**
     * Returns the tag of every token of a row of a file: its text stands under {@code text}, or is its
     * only string.
     *
     * @throws IllegalArgumentException if it has no such text, or as {@link #predict(String)}
     */
    public List<Prediction> predict(Map<String, ?> row) {
        return predict(Encoder.text(row));
    }

    private List<Prediction> predict(int[] ids) {
        try (Use<PaddedBatch> use = use("predicting")) {
            float[] logits = use.outputs(PaddedData.unanswered(List.of(ids), true)); // (1 T C)
            return Prediction.all(tags(), logits);
        }
    }

    /** Returns one line such as {@code 3 tags of tokens, …, 12,345 parameters, step 500}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, %,d parameters, step %d", setup, parameters(), steps());
    }
}
