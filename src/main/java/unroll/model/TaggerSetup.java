package unroll.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.engine.Engines;
import unroll.text.Vocabulary;

/**
 * How a {@link Tagger} is to be built.
 *
 * @param vocabulary the tokens it knows
 * @param tags the tags it chooses from, at least two
 * @param embedding numbers E that stand for a token
 * @param body what reads the tokens; one that reads in both directions sees what follows too
 * @param seed decides the initial weights
 */
public record TaggerSetup(
        Vocabulary vocabulary, List<String> tags, int embedding, Body body, long seed) {

    public TaggerSetup {
        Reading.require(vocabulary, embedding, body);
        tags = ClassifierSetup.checked("tags", tags);
    }

    static TaggerSetup over(Vocabulary vocabulary, List<String> tags) {
        return new TaggerSetup(vocabulary, tags, 32, Lstm.of(64).bidirectional(true), 0);
    }

    /** Returns this setup with {@code width} numbers for each token. */
    public TaggerSetup embedding(int width) {
        return new TaggerSetup(vocabulary, tags, width, body, seed);
    }

    /** Returns this setup with another body. */
    public TaggerSetup body(Body other) {
        return new TaggerSetup(vocabulary, tags, embedding, other, seed);
    }

    /** Returns this setup with other initial weights. */
    public TaggerSetup seed(long number) {
        return new TaggerSetup(vocabulary, tags, embedding, body, number);
    }

    /**
     * Builds the model; only now memory is taken.
     *
     * @throws unroll.UnrollException if it does not fit into the memory that is free
     */
    public Tagger build() {
        reading().requireMemory(this);
        Engines.prepare();
        return new Tagger(this);
    }

    Reading reading() {
        return new Reading(vocabulary.size(), embedding, body, tags.size());
    }

    SequenceBlock newBlock() {
        return new SequenceBlock(reading(), Optional.empty(), seed);
    }

    /** Returns one line such as {@code 3 tags of tokens, 83 tokens, embedding 32, Lstm[…]}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d tags of tokens, %d tokens, embedding %d, %s",
                tags.size(),
                vocabulary.size(),
                embedding,
                body);
    }
}
