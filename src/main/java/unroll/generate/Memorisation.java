package unroll.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Tells how much of a text was copied from the corpus that a model learnt from.
 *
 * <pre>
 *   var copied = Memorisation.of(corpus.text()).longestCopy(tune);
 *   copied.length()      // characters of the longest run that stands in the corpus too
 *   copied.flagged()     // longer than what the corpus repeats by itself
 * </pre>
 *
 * <p>Building it takes about 60 bytes of memory per character of the corpus; a question takes a time
 * that grows with the length of the text asked about.
 */
public final class Memorisation {
    private static final long BYTES_PER_CHARACTER = 64;
    private static final int PIECE = 400;

    private final String corpus;
    private final SuffixAutomaton pieces;
    private final int ordinary;

    private Memorisation(String corpus) {
        this.corpus = corpus;
        this.pieces = new SuffixAutomaton(corpus);
        this.ordinary = ordinaryRun(corpus);
    }

    /**
     * Prepares the corpus for questions.
     *
     * @throws IllegalArgumentException if the corpus is empty or too large for the memory
     */
    public static Memorisation of(String corpus) {
        Objects.requireNonNull(corpus, "corpus is null: a cell above was re-run; run it again");
        long memory = Runtime.getRuntime().maxMemory();
        if (corpus.isEmpty() || corpus.length() > memory / BYTES_PER_CHARACTER / 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a corpus of %,d characters cannot be searched: it needs 1 to %,d with the %,d MB"
                                    + " that Java may use; give a part of it or more memory with -Xmx",
                            corpus.length(),
                            memory / BYTES_PER_CHARACTER / 2,
                            memory / 1_000_000));
        }
        return new Memorisation(corpus);
    }

    /** Returns the longest run of {@code text} that stands in the corpus, and where it first does. */
    public Copied longestCopy(String text) {
        var run = pieces.longestRun(text);
        int offset = run.end() - run.length();
        return new Copied(
                run.length(),
                offset,
                lineAt(offset),
                itemAt(offset),
                text.substring(run.at() - run.length(), run.at()),
                ordinary);
    }

    /**
     * Returns the run that 19 of 20 pieces of the second half of the corpus do not exceed when they are
     * looked up in the first half: what a tradition, or a style, repeats by itself.
     */
    private static int ordinaryRun(String corpus) {
        int half = corpus.length() / 2;
        var firstHalf = new SuffixAutomaton(corpus.substring(0, half));
        int[] runs =
                IntStream.iterate(half, at -> at < corpus.length(), at -> at + PIECE)
                        .mapToObj(at -> corpus.substring(at, Math.min(corpus.length(), at + PIECE)))
                        .mapToInt(piece -> firstHalf.longestRun(piece).length())
                        .sorted()
                        .toArray();
        return runs[(runs.length - 1) * 19 / 20];
    }

    private int lineAt(int offset) {
        return 1 + (int) corpus.chars().limit(offset).filter(c -> c == '\n').count();
    }

    /** Returns the title of the tune around the offset, or the first line of the paragraph. */
    private String itemAt(int offset) {
        int start = corpus.lastIndexOf("\n\n", offset) + 1;
        int end = corpus.indexOf("\n\n", Math.max(offset, start + 1));
        String item = corpus.substring(start, end < 0 ? corpus.length() : end).strip();
        return Arrays.stream(item.split("\n"))
                .filter(line -> line.startsWith("T:"))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(item.lines().findFirst().orElse(""));
    }
}
