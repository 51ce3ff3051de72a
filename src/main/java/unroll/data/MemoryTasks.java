package unroll.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tasks that nothing but memory solves, with the distance to remember over as an argument; the same
 * arguments give the same examples everywhere.
 *
 * <p>Copy and adding are of Hochreiter &amp; Schmidhuber (1997), in the form that Arjovsky, Shah
 * &amp; Bengio (2016) gave them.
 */
public final class MemoryTasks {
    private static final int MOST_STEPS = 2_000;
    private static final List<String> SYMBOLS = Judgements.words("a b c d e f g h");
    private static final String BLANK = "_";
    private static final String ASK = "?";
    private static final int COPIED = 10;

    private MemoryTasks() {}

    /**
     * Makes sequences of ten symbols to be said again after a pause.
     *
     * <pre>
     *   tokens  b a h c ... _ _ _ _ ? _ _ _ _ ...     10 symbols of 8, distance - 1 blanks, ?, 10 blanks
     *   tags    _ _ _ _ ... _ _ _ _ _ b a h c ...
     * </pre>
     *
     * <p>Each symbol comes back {@code distance} + 10 steps after it was read. Who says blanks until the
     * question and then guesses pays 10 ln 8 / (distance + 20) nats per token.
     *
     * @param distance blanks and question between the symbols and the answer, 1 to 2,000
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static List<TaggedTokens> copy(int count, int distance, long seed) {
        Chance.require("the distance", distance, 1, MOST_STEPS);
        Chance chance = new Chance(seed);
        return Chance.made(count, "sequences", () -> copied(chance, distance));
    }

    /**
     * Makes sequences of numbers of [0, 1) of which two are marked; the target is their sum.
     *
     * <pre>
     *   step t  (x_t, m_t)    m_t = 1 at one step of the first half and one of the second, else 0
     *   target  x_i + x_j
     * </pre>
     *
     * <p>Who always says 1, the mean, has the squared error 1/6, about 0.167.
     *
     * @param length steps T, 2 to 2,000
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static List<MeasuredSequence> adding(int count, int length, long seed) {
        Chance.require("the length", length, 2, MOST_STEPS);
        Chance chance = new Chance(seed);
        return Chance.made(count, "sequences", () -> added(chance, length));
    }

    /**
     * Makes sequences of bits; the tag says whether the ones so far are {@code even} or {@code odd}.
     *
     * <p>One bit of memory is enough, but each step must change it or keep it: whoever forgets one step
     * guesses from there on.
     *
     * @param length bits T, 1 to 2,000
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static List<TaggedTokens> parity(int count, int length, long seed) {
        Chance.require("the length", length, 1, MOST_STEPS);
        Chance chance = new Chance(seed);
        return Chance.made(count, "sequences", () -> counted(chance, length));
    }

    /**
     * Makes texts of one symbol, {@code distance} digits that do not matter, and a question; the label
     * is the symbol. Guessing is right in one of eight.
     *
     * <pre>
     *   text  c 4 0 7 7 2 ?      label  c
     * </pre>
     *
     * @param distance digits between symbol and question, 0 to 2,000
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static List<LabelledText> recall(int count, int distance, long seed) {
        Chance.require("the distance", distance, 0, MOST_STEPS);
        Chance chance = new Chance(seed);
        return Chance.made(count, "sequences", () -> recalled(chance, distance));
    }

    private static TaggedTokens copied(Chance chance, int distance) {
        List<String> symbols = Stream.generate(() -> chance.pick(SYMBOLS)).limit(COPIED).toList();
        List<String> tokens = new ArrayList<>(symbols);
        tokens.addAll(Collections.nCopies(distance - 1, BLANK));
        tokens.add(ASK);
        tokens.addAll(Collections.nCopies(COPIED, BLANK));
        List<String> tags = new ArrayList<>(Collections.nCopies(distance + COPIED, BLANK));
        tags.addAll(symbols);
        return TaggedTokens.of(tokens, tags);
    }

    private static MeasuredSequence added(Chance chance, int length) {
        double[][] steps = new double[length][2]; // (T, 2)
        for (double[] step : steps) {
            step[0] = chance.uniform();
        }
        int first = chance.between(0, length / 2 - 1);
        int second = chance.between(length / 2, length - 1);
        steps[first][1] = 1;
        steps[second][1] = 1;
        return new MeasuredSequence(steps, steps[first][0] + steps[second][0]);
    }

    private static TaggedTokens counted(Chance chance, int length) {
        List<String> tokens = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        int ones = 0;
        for (int t = 0; t < length; t++) {
            int bit = chance.between(0, 1);
            ones += bit;
            tokens.add(Integer.toString(bit));
            tags.add(ones % 2 == 0 ? "even" : "odd");
        }
        return TaggedTokens.of(tokens, tags);
    }

    private static LabelledText recalled(Chance chance, int distance) {
        String symbol = chance.pick(SYMBOLS);
        List<String> tokens = new ArrayList<>(List.of(symbol));
        for (int i = 0; i < distance; i++) {
            tokens.add(Integer.toString(chance.between(0, 9)));
        }
        tokens.add(ASK);
        return LabelledText.of(String.join(" ", tokens), symbol);
    }
}
