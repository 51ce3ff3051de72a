package unroll.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How close written text comes to a reference, and how much it repeats itself.
 *
 * <pre>
 *   TextScores.bleu(translations, references)
 * </pre>
 */
public final class TextScores {
    private static final int BLEU_ORDER = 4;
    private static final int CHRF_ORDER = 6;

    /** Recall counts twice as much as precision. */
    private static final double BETA = 2;

    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}&&[^',.-]]");
    private static final Pattern AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
    private static final Pattern BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])-");

    private TextScores() {}

    /**
     * Returns BLEU of a whole test set in percent (Papineni, Roukos, Ward and Zhu 2002).
     *
     * <pre>
     *   BLEU = 100 min(1, exp(1 - r / h)) (p_1 p_2 p_3 p_4)^(1/4)
     * </pre>
     *
     * <p>p_n is the part of the runs of n words that also stand in the reference, each at most as
     * often as there; h and r are the numbers of words written and in the references. Words are cut
     * as by the script mteval-v13a. A p_n without any hit counts as 1/2, 1/4 … of one hit. The same
     * numbers as sacrebleu (Post 2018) gives without options.
     *
     * @throws IllegalArgumentException if the lists are empty or of different length
     */
    public static double bleu(List<String> written, List<String> references) {
        requirePairs(written, references);
        long[] hits = new long[BLEU_ORDER];
        long[] total = new long[BLEU_ORDER];
        long words = 0;
        long wanted = 0;
        for (int i = 0; i < written.size(); i++) {
            List<String> text = words(written.get(i));
            List<String> reference = words(references.get(i));
            words += text.size();
            wanted += reference.size();
            for (int n = 1; n <= BLEU_ORDER; n++) {
                hits[n - 1] += shared(runs(text, n), runs(reference, n));
                total[n - 1] += Math.max(0, text.size() - n + 1);
            }
        }
        if (Arrays.stream(hits).sum() == 0) {
            return 0;
        }
        double brevity = words < wanted ? Math.exp(1 - (double) wanted / words) : 1;
        return 100 * brevity * geometricMean(hits, total);
    }

    private static double geometricMean(long[] hits, long[] total) {
        double logarithms = 0;
        double missing = 1;
        for (int n = 0; n < BLEU_ORDER; n++) {
            if (total[n] == 0) {
                return 0;
            }
            missing = hits[n] == 0 ? missing / 2 : missing;
            logarithms += Math.log((hits[n] == 0 ? missing : hits[n]) / total[n]);
        }
        return Math.exp(logarithms / BLEU_ORDER);
    }

    /** Cuts off punctuation, but not inside numbers nor apostrophes nor hyphens. */
    private static List<String> words(String text) {
        String plain =
                text.replace("<skipped>", "")
                        .replace("-\n", "")
                        .replace("\n", " ")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">");
        String cut = PUNCTUATION.matcher(" " + plain + " ").replaceAll(" $0 ");
        cut = AFTER_NO_DIGIT.matcher(cut).replaceAll("$1 $2 ");
        cut = BEFORE_NO_DIGIT.matcher(cut).replaceAll(" $1 $2");
        cut = DASH_AFTER_DIGIT.matcher(cut).replaceAll("$1 - ");
        return SPACE.splitAsStream(cut).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * Returns chrF of a whole test set in percent (Popović 2015).
     *
     * <pre>
     *   chrF = 100 (1 + 4) P R / (4 P + R)
     * </pre>
     *
     * <p>P and R are precision and recall of runs of 1 to 6 characters, white space left out, averaged
     * over the lengths that occur. The same numbers as sacrebleu gives without options.
     *
     * @throws IllegalArgumentException if the lists are empty or of different length
     */
    public static double chrF(List<String> written, List<String> references) {
        requirePairs(written, references);
        double precision = 0;
        double recall = 0;
        int lengths = 0;
        for (int n = 1; n <= CHRF_ORDER; n++) {
            long hits = 0;
            long made = 0;
            long wanted = 0;
            for (int i = 0; i < written.size(); i++) {
                Map<List<String>, Integer> text = runs(characters(written.get(i)), n);
                Map<List<String>, Integer> reference = runs(characters(references.get(i)), n);
                hits += shared(text, reference);
                made += reference.isEmpty() ? 0 : size(text);
                wanted += size(reference);
            }
            if (made > 0 && wanted > 0) {
                precision += (double) hits / made;
                recall += (double) hits / wanted;
                lengths++;
            }
        }
        double factor = BETA * BETA;
        return precision + recall == 0
                ? 0
                : 100 * (1 + factor) * precision * recall / lengths / (factor * precision + recall);
    }

    private static List<String> characters(String text) {
        return SPACE.matcher(text)
                .replaceAll("")
                .codePoints()
                .mapToObj(Character::toString)
                .toList();
    }

    /**
     * Returns the part of the texts that equal their reference, white space at the ends apart.
     *
     * @throws IllegalArgumentException if the lists are empty or of different length
     */
    public static double exactMatch(List<String> written, List<String> references) {
        requirePairs(written, references);
        long equal = 0;
        for (int i = 0; i < written.size(); i++) {
            equal += written.get(i).strip().equals(references.get(i).strip()) ? 1 : 0;
        }
        return (double) equal / written.size();
    }

    /**
     * Returns distinct-n: how many different runs of n words there are, per run (Li et al. 2016); 1 if
     * no run comes twice, near 0 if all texts say the same.
     *
     * @throws IllegalArgumentException if no text has n words
     */
    public static double distinct(List<String> texts, int n) {
        Given.list("texts", texts);
        Given.atLeast("n", n, 1);
        Set<List<String>> different = new HashSet<>();
        long all = 0;
        for (String text : texts) {
            Map<List<String>, Integer> runs = runs(words(text), n);
            different.addAll(runs.keySet());
            all += size(runs);
        }
        if (all == 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no text has %d words, so none can repeat a run of them",
                            n));
        }
        return (double) different.size() / all;
    }

    /**
     * Returns the part of the runs of n words in one text that stood in it before; 0 if nothing is
     * said twice.
     *
     * @throws IllegalArgumentException if the text has fewer than n words
     */
    public static double repetition(String text, int n) {
        return 1 - distinct(List.of(Given.value("text", text)), n);
    }

    private static void requirePairs(List<String> written, List<String> references) {
        Given.list("written", written);
        Given.list("references", references);
        Given.sameLength("written", written.size(), "references", references.size());
    }

    private static Map<List<String>, Integer> runs(List<String> tokens, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int from = 0; from + n <= tokens.size(); from++) {
            counts.merge(tokens.subList(from, from + n), 1, Integer::sum);
        }
        return counts;
    }

    private static long shared(
            Map<List<String>, Integer> counts, Map<List<String>, Integer> reference) {
        return counts.entrySet().stream()
                .mapToLong(e -> Math.min(e.getValue(), reference.getOrDefault(e.getKey(), 0)))
                .sum();
    }

    private static long size(Map<List<String>, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
