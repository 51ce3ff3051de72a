package unroll.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Labelled examples that the library makes itself; the same arguments give the same examples
 * everywhere, and a shorter list is the beginning of a longer one.
 *
 * <pre>
 *   var pairs = Examples.orderPairs(1000, 3, 7);
 * </pre>
 *
 * <p>A card in {@code datasets/} says for each what is easy and what is hard in it.
 */
public final class Examples {
    private static final int MOST = 100_000;

    private Examples() {}

    /**
     * Makes pairs of sentences with the same words and opposite meaning, label {@code positive} or
     * {@code negative}.
     *
     * <p>Both of a pair hold the same n-grams of 1 to {@code words} words, each as often, sentence
     * begin and end included: no model that counts n-grams tells them apart, only order does. They
     * stand next to each other and share a group, which a split must keep together.
     *
     * @param words the longest n-gram that is useless, 1 to 5
     * @throws IllegalArgumentException if an argument is out of range or so many different pairs of
     *     1 word do not exist
     */
    public static List<LabelledText> orderPairs(int pairs, int words, long seed) {
        Chance.requireCount(pairs, MOST, "pairs");
        Chance.require("the longest n-gram", words, 1, OrderPairs.MOST_WORDS);
        OrderPairs source = new OrderPairs(words, seed);
        List<LabelledText> examples = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            examples.addAll(source.next());
        }
        return List.copyOf(examples);
    }
}
