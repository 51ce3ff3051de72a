package unroll.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import unroll.engine.Engines;
import unroll.layer.Pooling;
import unroll.text.Vocabulary;

/**
 * How a {@link SequenceClassifier} is to be built.
 *
 * @param vocabulary the tokens it knows
 * @param labels the classes it chooses from, at least two
 * @param embedding numbers E that stand for a token
 * @param body what reads the text; it may read in both directions
 * @param pooling how the body's answers at all places become one
 * @param seed decides the initial weights
 */
public record ClassifierSetup(
        Vocabulary vocabulary,
        List<String> labels,
        int embedding,
        Body body,
        Pooling pooling,
        long seed) {

    public ClassifierSetup {
        Reading.require(vocabulary, embedding, body);
        Objects.requireNonNull(pooling, "pooling is null: name one, for example Pooling.MEAN");
        labels = checked("labels", labels);
    }

    /** Returns a copy of labels among which one can choose. */
    static List<String> checked(String name, List<String> labels) {
        Reading.there(name, labels).forEach(label -> Reading.there("one of the " + name, label));
        if (labels.size() < 2 || new TreeSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException(
                    "two or more different labels are needed to choose from, got " + labels);
        }
        return List.copyOf(labels);
    }

    static ClassifierSetup over(Vocabulary vocabulary, List<String> labels) {
        return new ClassifierSetup(vocabulary, labels, 32, Lstm.of(64), Pooling.LAST, 0);
    }

    /** Returns this setup with {@code width} numbers for each token. */
    public ClassifierSetup embedding(int width) {
        return new ClassifierSetup(vocabulary, labels, width, body, pooling, seed);
    }

    /** Returns this setup with another body. */
    public ClassifierSetup body(Body other) {
        return new ClassifierSetup(vocabulary, labels, embedding, other, pooling, seed);
    }

    /** Returns this setup with another way from all places to one answer. */
    public ClassifierSetup pooling(Pooling way) {
        return new ClassifierSetup(vocabulary, labels, embedding, body, way, seed);
    }

    /** Returns this setup with other initial weights. */
    public ClassifierSetup seed(long number) {
        return new ClassifierSetup(vocabulary, labels, embedding, body, pooling, number);
    }

    /**
     * Builds the model; only now memory is taken.
     *
     * @throws unroll.UnrollException if it does not fit into the memory that is free
     */
    public SequenceClassifier build() {
        reading().requireMemory(this);
        Engines.prepare();
        return new SequenceClassifier(this);
    }

    Reading reading() {
        return new Reading(vocabulary.size(), embedding, body, labels.size());
    }

    SequenceBlock newBlock() {
        return new SequenceBlock(reading(), Optional.of(pooling), seed);
    }

    /** Returns one line such as {@code 2 classes of texts, 83 tokens, embedding 32, Lstm[…], LAST}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d classes of texts, %d tokens, embedding %d, %s, %s",
                labels.size(),
                vocabulary.size(),
                embedding,
                body,
                pooling);
    }
}
