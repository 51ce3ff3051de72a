package unroll.model;

import java.util.Locale;
import unroll.UnrollException;
import unroll.engine.Engines;
import unroll.text.Vocabulary;

/**
 * How a {@link LanguageModel} is to be built.
 *
 * @param vocabulary the tokens it knows
 * @param embedding numbers E that stand for a token
 * @param body what reads the text
 * @param seed decides the initial weights
 */
public record LanguageModelSetup(Vocabulary vocabulary, int embedding, Body body, long seed) {

    public LanguageModelSetup {
        Reading.require(vocabulary, embedding, body);
        body.looksAhead()
                .ifPresent(
                        why -> {
                            throw new IllegalArgumentException(
                                    "a language model must not look ahead: " + why);
                        });
    }

    static LanguageModelSetup over(Vocabulary vocabulary) {
        return new LanguageModelSetup(vocabulary, 64, Lstm.of(128), 0);
    }

    /** Returns this setup with {@code width} numbers for each token. */
    public LanguageModelSetup embedding(int width) {
        return new LanguageModelSetup(vocabulary, width, body, seed);
    }

    /** Returns this setup with another body. */
    public LanguageModelSetup body(Body other) {
        return new LanguageModelSetup(vocabulary, embedding, other, seed);
    }

    /** Returns this setup with other initial weights. */
    public LanguageModelSetup seed(long number) {
        return new LanguageModelSetup(vocabulary, embedding, body, number);
    }

    /**
     * Builds the model; only now memory is taken.
     *
     * @throws UnrollException if it does not fit into the memory that is free
     */
    public LanguageModel build() {
        reading().requireMemory(this);
        Engines.prepare();
        return new LanguageModel(this);
    }

    LanguageModelBlock newBlock() {
        return new LanguageModelBlock(vocabulary.size(), embedding, body, seed);
    }

    Reading reading() {
        return new Reading(vocabulary.size(), embedding, body, vocabulary.size());
    }

    /** Returns one line such as {@code 83 tokens, embedding 64, Lstm[hidden=256, …]}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d tokens, embedding %d, %s", vocabulary.size(), embedding, body);
    }
}
