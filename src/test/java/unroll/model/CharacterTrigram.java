package unroll.model;

import java.util.HashMap;
import java.util.Map;

/**
 * The simple thing a network has to beat: the next character from the last two, by counting.
 *
 * <p>Counts of two, one and no characters of context are blended as Witten and Bell (1991) do:
 *
 * <pre>
 *   p(c | context) = (n(context c) + k(context) p(c | shorter context)) / (n(context) + k(context))
 * </pre>
 *
 * <p>n counts occurrences in the training part, k the different characters seen after the context;
 * without any context the blend is with the uniform guess 1 / V.
 */
public final class CharacterTrigram {
    private static final int CONTEXT = 2;

    private final int vocabulary;
    private final Map<Long, Map<Integer, Integer>> followers = new HashMap<>();

    public CharacterTrigram(int[] training, int vocabulary) {
        this.vocabulary = vocabulary;
        for (int i = 0; i < training.length; i++) {
            for (int n = 0; n <= Math.min(CONTEXT, i); n++) {
                followers
                        .computeIfAbsent(context(training, i, n), key -> new HashMap<>())
                        .merge(training[i], 1, Integer::sum);
            }
        }
    }

    /** Returns the mean natural logarithm per character, negated. */
    public double loss(int[] text) {
        double sum = 0;
        for (int i = CONTEXT; i < text.length; i++) {
            sum -= Math.log(probability(text, i, CONTEXT));
        }
        return sum / (text.length - CONTEXT);
    }

    private double probability(int[] text, int i, int n) {
        double shorter = n == 0 ? 1.0 / vocabulary : probability(text, i, n - 1);
        Map<Integer, Integer> after = followers.get(context(text, i, n));
        if (after == null) {
            return shorter;
        }
        int total = after.values().stream().mapToInt(Integer::intValue).sum();
        int kinds = after.size();
        return (after.getOrDefault(text[i], 0) + kinds * shorter) / (total + kinds);
    }

    /** Returns a key for the {@code n} characters before position {@code i}. */
    private static long context(int[] text, int i, int n) {
        long key = n;
        for (int k = 1; k <= n; k++) {
            key = key << 24 | text[i - k];
        }
        return key;
    }
}
