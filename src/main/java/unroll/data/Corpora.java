package unroll.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tech.tablesaw.api.Table;
import unroll.UnrollException;

/** Texts to learn from, made or shipped with the library; none is downloaded. */
public final class Corpora {
    private static final int MOST_TUNES = 20_000;
    private static final String SHIPPED = "/unroll/datasets/tunes.abc";
    private static final String SCORES = "/unroll/datasets/tunes-scores.csv";

    private Corpora() {}

    /**
     * Writes folk tunes in ABC notation; the same count and seed give the same text everywhere.
     *
     * <pre>
     *   var corpus = Corpora.tunes(200, 7);   // about 45,000 characters
     * </pre>
     *
     * <p>Every tune has two repeated parts of eight bars, keeps its metre, repeats its motifs and ends
     * on the tonic of its key; no two have the same notes. The first tunes of a longer corpus are those
     * of a shorter one with the same seed.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 20,000
     */
    public static Corpus tunes(int count, long seed) {
        if (count < 1 || count > MOST_TUNES) {
            throw new IllegalArgumentException(
                    "a corpus of %d tunes cannot be written; ask for 1 to %d"
                            .formatted(count, MOST_TUNES));
        }
        TuneGenerator generator = new TuneGenerator(seed);
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= count; number++) {
            text.append(generator.next(number)).append('\n');
        }
        return Corpus.of("tunes(%d, %d)".formatted(count, seed), text.toString());
    }

    /**
     * Writes sentences of a small grammar, one on each line, to learn the next word from.
     *
     * <p>"This morning I took my cat for a walk.": the possessive agrees with who acts, the end of the
     * sentence with what is acted on, a verb with its noun over another noun between them.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    public static Corpus sentences(int count, long seed) {
        List<String> lines = Chance.made(count, "sentences", new Sentences(seed)::next);
        return Corpus.of(
                "sentences(%d, %d)".formatted(count, seed), String.join("\n", lines) + "\n");
    }

    /**
     * Returns the corpus shipped with the library, {@code datasets/tunes.abc}: 900 tunes.
     *
     * @throws UnrollException if the library's own file is missing
     */
    public static Corpus shipped() {
        return Corpus.of("tunes.abc", resource(SHIPPED));
    }

    /**
     * Returns what recurrent models reach on the {@link #shipped} corpus, measured over three seeds:
     * the best validation loss in nats per character, one row per kind of cell.
     *
     * <p>Embedding 64, hidden 128, 500 steps of 32 windows of 100 characters, Adam with 5e-3, gradient
     * norm at most 5, the last tenth for validation. {@code environment/test --long} measures it anew.
     *
     * @throws UnrollException if the library's own file is missing
     */
    public static Table scores() {
        return Table.read().string(resource(SCORES), "csv").setName("scores on tunes.abc");
    }

    private static String resource(String name) {
        try (InputStream stream = Corpora.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new UnrollException(
                        name
                                + " is not on the class path; build the library again with mvn package");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnrollException("the library's own " + name + " cannot be read", e);
        }
    }
}
