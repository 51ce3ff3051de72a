package unroll.model;

import ai.djl.nn.Block;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import unroll.UnrollException;
import unroll.engine.HostMemory;
import unroll.text.Vocabulary;
import unroll.trace.Summary;

/**
 * The sizes of a model: embedding, body, head.
 *
 * @param tokens how many there are to read, V; 0 if the body reads numbers, without an embedding
 * @param embedding numbers E that stand for a token, or that the body reads
 * @param body what reads the text
 * @param outputs numbers that the head gives
 */
record Reading(int tokens, int embedding, Body body, int outputs) {

    /** Refuses null. */
    static <T> T there(String name, T value) {
        return Objects.requireNonNull(
                value, () -> name + " is null: a cell above was re-run; run it again");
    }

    /** Refuses what no model of tokens can be made of. */
    static void require(Vocabulary vocabulary, int embedding, Body body) {
        there("vocabulary", vocabulary);
        Objects.requireNonNull(body, "body is null: name one, for example body(Lstm.of(128))");
        if (embedding < 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "embedding must be 1 or more, got %d; try 64", embedding));
        }
    }

    /** Returns how many numbers will be learned, as far as the body knows. */
    private long expectedParameters() {
        long head = (body.width() + 1L) * outputs;
        return (long) tokens * embedding + body.size(embedding).parameters() + head;
    }

    /** Returns an estimate of the numbers that training keeps for each token it reads. */
    long numbersPerToken() {
        // outputs, their softmax and its gradient are kept for every one of them
        return body.size(embedding).numbersPerToken() + 3L * outputs;
    }

    /** Refuses a model, here described in words, that memory does not hold. */
    void requireMemory(Object description) {
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
                            description));
        }
    }

    /**
     * Returns the layers of a block.
     *
     * @param pooled whether the head answers once for a text, not once for a token
     */
    Summary summary(Block block, boolean pooled) {
        int w = body.width();
        String place = pooled ? "(B, " : "(B, T, ";
        String x = "(B, T, " + embedding + ")";
        String y = "(B, T, " + w + ")";
        PairList<String, Block> layers = block.getChildren();
        List<Summary.Row> rows = new ArrayList<>();
        if (tokens > 0) {
            String table = tokens + "·" + embedding;
            rows.add(row("embedding", "(B, T)", x, layers.get(0).getValue(), table));
        }
        String name = "body " + body.getClass().getSimpleName();
        String own = body.size(embedding).formula();
        rows.add(row(name, x, y, layers.get(rows.size()).getValue(), own));
        String affine = w + "·" + outputs + " + " + outputs;
        String p = place + w + ")";
        String z = place + outputs + ")";
        rows.add(row("head", p, z, layers.get(rows.size()).getValue(), affine));
        return new Summary(rows);
    }

    static Summary.Row row(String name, String in, String out, Block layer, String formula) {
        long parameters =
                layer.getParameters().values().stream().mapToLong(p -> p.getShape().size()).sum();
        return new Summary.Row(name, in, out, parameters, formula);
    }
}
