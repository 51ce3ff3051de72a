package unroll.evaluate;

import java.util.Arrays;
import java.util.Locale;

/**
 * A language model that only counts: the next token from the last n - 1, smoothed as Kneser and Ney
 * (1995) do, interpolated (Chen and Goodman 1998). What a recurrent language model has to beat.
 *
 * <pre>
 *   p(w | context) = max(c(context w) - D, 0) / c(context) + D k / c(context) p(w | shorter context)
 * </pre>
 *
 * <p>For the longest context c counts occurrences; for shorter ones it counts the different tokens
 * that stand before the run. k is how many different tokens follow the context. Without context the
 * rest goes to all V tokens alike, if some of them never occurred; else nothing is set aside. D is
 * estimated for each length from the runs seen once and twice: n1 / (n1 + 2 n2).
 *
 * <p>The model never changes after {@code fit}, and threads may share it.
 */
public final class KneserNey {
    private static final int LONGEST = 100;

    private final int order;
    private final int vocabulary;
    private final NgramTrie trie;
    private final double[] discounts;

    /** Per run: the sum of c and the number of different tokens over what follows. */
    private final int[] totals;

    private final int[] kinds;

    private KneserNey(int[] training, int vocabulary, int order, double discount) {
        this.order = order;
        this.vocabulary = vocabulary;
        this.trie = new NgramTrie(training, vocabulary, order);
        this.totals = new int[trie.nodes()];
        this.kinds = new int[trie.nodes()];
        for (int node = 1; node < trie.nodes(); node++) {
            int count = count(node);
            totals[trie.parent(node)] += count;
            kinds[trie.parent(node)] += count > 0 ? 1 : 0;
        }
        this.discounts = Double.isNaN(discount) ? estimated() : new double[order];
        if (!Double.isNaN(discount)) {
            Arrays.fill(discounts, discount);
        }
    }

    /**
     * Counts the runs of a text, for example {@code KneserNey.fit(split.training(), vocabulary.size(),
     * 5)}.
     *
     * @param training token ids, each from 0 to {@code vocabulary} - 1
     * @param order n, the length of the longest run: 1 looks at no context, 5 at four tokens
     * @throws IllegalArgumentException if there are fewer than {@code order} tokens or an id is out of
     *     range
     */
    public static KneserNey fit(int[] training, int vocabulary, int order) {
        return create(training, vocabulary, order, Double.NaN);
    }

    /**
     * Counts as {@link #fit(int[], int, int)}, with one discount D for all lengths.
     *
     * @throws IllegalArgumentException also if the discount is not in (0, 1)
     */
    public static KneserNey fit(int[] training, int vocabulary, int order, double discount) {
        if (!(discount > 0 && discount < 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the discount must be above 0 and below 1, got %s; try 0.75",
                            discount));
        }
        return create(training, vocabulary, order, discount);
    }

    private static KneserNey create(int[] training, int vocabulary, int order, double discount) {
        Given.atLeast("vocabulary", vocabulary, 1);
        Given.within("order", order, 1, LONGEST);
        requireIds(training, vocabulary);
        if (training.length < order) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "runs of %d tokens need a text of that length, got %d tokens",
                            order,
                            training.length));
        }
        return new KneserNey(training, vocabulary, order, discount);
    }

    private static void requireIds(int[] ids, int vocabulary) {
        Given.value("ids", ids);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= vocabulary) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "token id %d at position %d (counted from 0) is outside 0 to %d",
                                ids[i],
                                i,
                                vocabulary - 1));
            }
        }
    }

    /** Returns how many tokens it knows: V. */
    int vocabulary() {
        return vocabulary;
    }

    /** Returns c of a run. */
    private int count(int node) {
        boolean longest = trie.depth(node) == order;
        return longest ? trie.occurrences(node) : trie.predecessors(node);
    }

    /** Half a count where no run is seen exactly once: too little text for the estimate. */
    private double[] estimated() {
        int[][] seen = new int[order][3];
        for (int node = 1; node < trie.nodes(); node++) {
            int count = count(node);
            if (count == 1 || count == 2) {
                seen[trie.depth(node) - 1][count]++;
            }
        }
        return Arrays.stream(seen)
                .mapToDouble(n -> n[1] == 0 || n[2] == 0 ? 0.5 : n[1] / (n[1] + 2.0 * n[2]))
                .toArray();
    }

    /** Returns n, the length of the longest run. */
    public int order() {
        return order;
    }

    /**
     * Returns the probability of each token after {@code context}, of which the last n - 1 count.
     *
     * @throws IllegalArgumentException if an id is out of range
     */
    public double[] probabilities(int... context) {
        requireIds(context, vocabulary);
        int[] nodes = contexts(context, context.length);
        double[] probabilities = new double[vocabulary];
        for (int token = 0; token < vocabulary; token++) {
            probabilities[token] = probability(nodes, token);
        }
        return probabilities;
    }

    /**
     * Returns -ln p of each token of a text after the tokens before it; the first has no context.
     *
     * @throws IllegalArgumentException if the text is empty or an id is out of range
     */
    public TokenLosses scores(int[] ids) {
        requireIds(ids, vocabulary);
        double[] losses = new double[ids.length];
        for (int i = 0; i < ids.length; i++) {
            losses[i] = -Math.log(probability(contexts(ids, i), ids[i]));
        }
        return TokenLosses.of(losses);
    }

    /** Returns the nodes of the last 0, 1 … order - 1 tokens before {@code end}. */
    private int[] contexts(int[] ids, int end) {
        int[] nodes = new int[Math.min(order - 1, end) + 1];
        for (int length = 1; length < nodes.length; length++) {
            int node = NgramTrie.ROOT;
            for (int i = end - length; i < end && node != NgramTrie.NONE; i++) {
                node = trie.child(node, ids[i]);
            }
            nodes[length] = node;
        }
        return nodes;
    }

    private double probability(int[] contexts, int token) {
        double p = 1.0 / vocabulary;
        for (int length = 0; length < contexts.length; length++) {
            int context = contexts[length];
            if (context == NgramTrie.NONE || totals[context] == 0) {
                continue;
            }
            double total = totals[context];
            double discount = length == 0 && kinds[0] == vocabulary ? 0 : discounts[length];
            int node = trie.child(context, token);
            int count = node == NgramTrie.NONE ? 0 : count(node);
            p = Math.max(count - discount, 0) / total + discount * kinds[context] / total * p;
        }
        return p;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Kneser-Ney model of order %d over %,d tokens, %,d different runs",
                order,
                vocabulary,
                trie.nodes() - 1);
    }
}
