package unroll.data;

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
    private static final int MOST_DISTANCE = 1_000;

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
        Chance.require("the longest n-gram", words, 1, OrderPairs.MOST_WORDS);
        return Chance.made(pairs, "pairs", new OrderPairs(words, seed)::next).stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Makes reviews of meals, films and concerts, label {@code positive} or {@code negative}: half
     * plain, a quarter with a negation, a quarter with a contrast whose main clause decides.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    public static List<LabelledText> reviews(int count, long seed) {
        return Chance.made(count, "reviews", new Reviews(seed)::next);
    }

    /**
     * Makes short messages with names, hashtags, links and emoticons, label {@code positive} or
     * {@code negative}; about one in six ends in {@code #not} and means the opposite of what it says.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    public static List<LabelledText> messages(int count, long seed) {
        return Chance.made(count, "messages", new Messages(seed)::next);
    }

    /**
     * Makes texts whose next word is the label: the language of the country named {@code distance}
     * words before. "Time flies. France is where I grew up. (others) I speak fluent", label "French".
     *
     * <p>From distance 17 on another country is named between. There are 12 languages.
     *
     * @param distance words between the country and the place of the label, 8 to 1,000
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static List<LabelledText> agreement(int count, int distance, long seed) {
        Chance.require("the distance", distance, Agreement.SHORTEST, MOST_DISTANCE);
        return Chance.made(count, "texts", new Agreement(distance, seed)::next);
    }

    /**
     * Makes stretches of 70 bases of DNA, label {@code promoter} or {@code other}: a promoter has the two
     * boxes of {@link Motif#MINUS_35} and {@link Motif#MINUS_10} in this order, 16 to 18 bases apart.
     *
     * <p>Two thirds of the others hold the boxes too, at a wrong distance or in the wrong order.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    public static List<LabelledText> promoters(int count, long seed) {
        return Chance.made(count, "stretches of DNA", new Promoters(seed)::next);
    }

    /**
     * Makes stretches of DNA whose bases are {@code coding} or {@code other}: three of four hold a gene,
     * which begins with ATG behind a {@link Motif#RIBOSOME ribosome binding site} and ends with the first
     * stop codon in step.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    public static List<TaggedTokens> genes(int count, long seed) {
        return Chance.made(count, "stretches of DNA", new Genes(seed)::next);
    }

    /**
     * Makes students of whom four numbers are known; one neuron says best who passes, and chance
     * has the last word.
     *
     * @throws IllegalArgumentException if {@code count} is not in 1 .. 100,000
     */
    public static List<Student> students(int count, long seed) {
        Chance chance = new Chance(seed);
        return Chance.made(count, "students", () -> Student.draw(chance));
    }
}
