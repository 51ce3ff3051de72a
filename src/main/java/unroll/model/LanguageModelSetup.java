package unroll.model;

import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import unroll.UnrollException;
import unroll.engine.Engines;
import unroll.engine.HostMemory;
import unroll.text.Vocabulary;
import unroll.trace.Summary;

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
        Objects.requireNonNull(
                vocabulary, "vocabulary is null: a cell above was re-run; run it again");
        Objects.requireNonNull(body, "body is null: name one, for example body(Lstm.of(128))");
        if (embedding < 1) {
            throw new IllegalArgumentException(
                    "embedding must be 1 or more, got %d; try 64".formatted(embedding));
        }
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
        requireMemory();
        Engines.prepare();
        return new LanguageModel(this);
    }

    LanguageModelBlock newBlock() {
        return new LanguageModelBlock(vocabulary.size(), embedding, body, seed);
    }

    /** Returns how many numbers will be learned, as far as the body knows. */
    private long expectedParameters() {
        long v = vocabulary.size();
        return v * embedding + body.size(embedding).parameters() + (body.width() + 1) * v;
    }

    private void requireMemory() {
        long needed = 8 * expectedParameters(); // as they are drawn in Java, and in the engine
        long free = HostMemory.available();
        if (needed > 0.7 * free) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the model has %,d parameters and needs about %.1f GB, %.1f GB are free;"
                                    + " lower what makes it large: %s",
                            expectedParameters(),
                            needed / 1e9,
                            free / 1e9,
                            this));
        }
    }

    Summary summary(Block block) {
        long v = vocabulary.size();
        int w = body.width();
        List<Summary.Row> rows = new ArrayList<>();
        String[] formulas = {
            v + "·" + embedding, body.size(embedding).formula(), w + "·" + v + " + " + v
        };
        String[] names = {"embedding", "body " + body.getClass().getSimpleName(), "head"};
        String[] shapes = {
            "(B, T)", "(B, T, " + embedding + ")", "(B, T, " + w + ")", "(B, T, " + v + ")"
        };
        for (int i = 0; i < names.length; i++) {
            long parameters = count(block.getChildren().get(i).getValue());
            rows.add(new Summary.Row(names[i], shapes[i], shapes[i + 1], parameters, formulas[i]));
        }
        return new Summary(rows);
    }

    private static long count(Block block) {
        return block.getParameters().values().stream().mapToLong(p -> p.getShape().size()).sum();
    }

    /** Returns one line such as {@code 83 tokens, embedding 64, Lstm[hidden=256, …]}. */
    @Override
    public String toString() {
        return "%d tokens, embedding %d, %s".formatted(vocabulary.size(), embedding, body);
    }
}
