package unroll.model;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.data.LabelledText;
import unroll.data.PaddedBatch;
import unroll.data.PaddedData;
import unroll.layer.Objective;
import unroll.layer.Pooling;
import unroll.text.Vocabulary;
import unroll.trace.Summary;

/**
 * Chooses one of several classes for a text: many to one.
 *
 * <pre>
 *   var model = SequenceClassifier.over(vocabulary, "negative", "positive").body(Lstm.of(64)).build();
 *   var history = Training.run(model, model.data(training, validation), Plan.ofEpochs(10));
 *   model.predict("The food was good.")
 * </pre>
 *
 * <p>{@link #block} maps {@code [ids (B, T), lengths (B)]} to {@code [logits (B, C)]}. Texts of a batch
 * may have different lengths: each gets the answer that it gets alone. Class weights, for classes of
 * very different size, come with the data: {@code model.data(training, validation).balanced()}.
 */
public final class SequenceClassifier extends TaskModel<PaddedBatch> {
    private static final ModelFile.Kind KIND =
            new ModelFile.Kind("sequence classifier 1", SequenceClassifier.class);

    private final ClassifierSetup setup;
    private final Encoder encoder;

    /** The metadata "classes". */
    private record Classes(List<String> labels, Pooling pooling) {}

    SequenceClassifier(ClassifierSetup setup) {
        super(setup::newBlock, new Shape(1, 1), new Shape(1));
        this.setup = setup;
        this.encoder = new Encoder(setup.vocabulary(), setup.labels());
    }

    /**
     * Begins to describe a model that knows these tokens and chooses one of these labels.
     *
     * @throws IllegalArgumentException if there are fewer than two labels, or two equal ones
     */
    public static ClassifierSetup over(Vocabulary vocabulary, String... labels) {
        return ClassifierSetup.over(vocabulary, Arrays.asList(Reading.there("labels", labels)));
    }

    /** Begins to describe a model that chooses one of the labels of these examples. */
    public static ClassifierSetup over(Vocabulary vocabulary, List<LabelledText> examples) {
        List<String> labels =
                LabelledText.labels(Reading.there("examples", examples)).stream()
                        .distinct()
                        .sorted()
                        .toList();
        return ClassifierSetup.over(vocabulary, labels);
    }

    /**
     * Reads a model that {@link #save} wrote, with all it needs to go on training.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged or is no such model
     */
    public static SequenceClassifier load(Path file) {
        ModelFile content = ModelFile.read(file, KIND);
        return load(content, content.body());
    }

    /**
     * Reads a model whose body is not one of Unroll's own.
     *
     * @throws unroll.UnrollException if the file cannot be read, is damaged, or does not fit
     */
    public static SequenceClassifier load(Path file, Body body) {
        return load(ModelFile.read(file, KIND), body);
    }

    private static SequenceClassifier load(ModelFile content, Body body) {
        ModelFile.Configuration read = content.configuration();
        Vocabulary vocabulary = content.vocabulary();
        Classes classes = content.value("classes", Classes.class);
        return content.model(
                () ->
                        new ClassifierSetup(
                                vocabulary,
                                classes.labels(),
                                read.embedding(),
                                body,
                                classes.pooling(),
                                read.seed()),
                ClassifierSetup::build);
    }

    @Override
    public void save(Path file) {
        Map<String, String> task =
                ModelFile.task(setup.vocabulary(), setup.embedding(), setup.body(), setup.seed());
        task.put("classes", ModelFile.json(new Classes(setup.labels(), setup.pooling())));
        ModelFile.write(file, KIND, task, this);
    }

    /** Returns how the model was described. */
    public ClassifierSetup setup() {
        return setup;
    }

    /** Returns the classes in the order of the numbers that the block gives. */
    public List<String> labels() {
        return setup.labels();
    }

    /**
     * Returns examples as this model reads them, to learn from and to validate on.
     *
     * @param validation may be empty
     * @throws IllegalArgumentException if there is nothing to learn from, or a token or a label is
     *     unknown to the model; the message names the example
     */
    public PaddedData data(List<LabelledText> training, List<LabelledText> validation) {
        return PaddedData.of(
                encoded(training, "training"),
                encoded(validation, "validation"),
                labels().size(),
                false);
    }

    private List<PaddedData.Example> encoded(List<LabelledText> examples, String part) {
        List<PaddedData.Example> encoded = new ArrayList<>(Reading.there(part, examples).size());
        for (LabelledText example : examples) {
            String where = String.format(Locale.ROOT, "%s example %d", part, encoded.size() + 1);
            int[] ids = encoder.text(Reading.there(where, example).text(), where);
            int label = encoder.label(example.label(), where);
            encoded.add(new PaddedData.Example(ids, new int[] {label}));
        }
        return encoded;
    }

    @Override
    public Objective objective(PaddedBatch batch) {
        encoder.require(batch, false);
        return new PaddedObjective(batch);
    }

    /** Returns ln C, the loss of a guess among C classes. */
    @Override
    public double blindGuess() {
        return Math.log(labels().size());
    }

    @Override
    public long numbersPerToken() {
        return setup.reading().numbersPerToken();
    }

    @Override
    public Summary summary() {
        return setup.reading().summary(block(), true);
    }

    /**
     * Returns which class a text belongs to.
     *
     * @throws IllegalArgumentException if the text is empty or has tokens unknown to the model
     */
    public Prediction predict(String text) {
        return predict(Collections.singletonList(text)).get(0);
    }

    /**
     * Returns which class a row of a file belongs to: its text stands under {@code text}, or is its only
     * string.
     *
     * @throws IllegalArgumentException if it has no such text, or as {@link #predict(String)}
     */
    public Prediction predict(Map<String, ?> row) {
        return predict(Encoder.text(row));
    }

    /**
     * Returns which class each text belongs to, in the order of the texts.
     *
     * @throws IllegalArgumentException if a text is empty or has tokens unknown to the model
     * @throws unroll.UnrollException if the memory does not hold the longest text, or the thread was
     *     interrupted
     */
    public List<Prediction> predict(List<String> texts) {
        List<int[]> encoded = new ArrayList<>(Reading.there("texts", texts).size());
        for (String text : texts) {
            encoded.add(encoder.text(text, "text " + (encoded.size() + 1)));
        }
        Prediction[] predictions = new Prediction[encoded.size()];
        try (Use<PaddedBatch> use = use("predicting")) {
            for (List<Integer> part : LikeLengths.parts(encoded)) {
                var batch = PaddedData.unanswered(part.stream().map(encoded::get).toList(), false);
                List<Prediction> answers = Prediction.all(labels(), use.outputs(batch)); // (B C)
                for (int i = 0; i < part.size(); i++) {
                    predictions[part.get(i)] = answers.get(i);
                }
            }
        }
        return List.of(predictions);
    }

    /** Returns one line such as {@code 2 classes of texts, …, 12,345 parameters, step 500}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s, %,d parameters, step %d", setup, parameters(), steps());
    }
}
