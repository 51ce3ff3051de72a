package unroll.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts n-grams of words per class and multiplies: the baseline that knows words and no order. */
final class NaiveBayes {
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}+|[^\\s\\p{L}\\p{N}]+");

    private final int longest;
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final Map<String, Integer> examples = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    NaiveBayes(List<LabelledText> training, int longest) {
        this.longest = longest;
        for (LabelledText example : training) {
            examples.merge(example.label(), 1, Integer::sum);
            Map<String, Integer> of =
                    counts.computeIfAbsent(example.label(), label -> new HashMap<>());
            for (String gram : grams(example.text(), longest)) {
                of.merge(gram, 1, Integer::sum);
                known.add(gram);
            }
        }
    }

    /** Returns the share of examples of whose class it is right. */
    double accuracy(List<LabelledText> test) {
        return test.stream().filter(e -> predict(e.text()).equals(e.label())).count()
                / (double) test.size();
    }

    /** Returns the accuracy on the last fifth of examples that were made in random order. */
    static double score(List<LabelledText> examples, int longest) {
        int cut = examples.size() * 4 / 5;
        return new NaiveBayes(examples.subList(0, cut), longest)
                .accuracy(examples.subList(cut, examples.size()));
    }

    private String predict(String text) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (String label : counts.keySet().stream().sorted().toList()) {
            Map<String, Integer> of = counts.get(label);
            double total = of.values().stream().mapToInt(Integer::intValue).sum();
            double sum = Math.log(examples.get(label));
            for (String gram : grams(text, longest)) {
                sum += Math.log((of.getOrDefault(gram, 0) + 1) / (total + known.size()));
            }
            if (sum > most) {
                most = sum;
                best = label;
            }
        }
        return best;
    }

    /** Returns all n-grams up to the longest, with sentence begin and end, in order of text. */
    static List<String> grams(String text, int longest) {
        List<String> tokens = new ArrayList<>();
        for (Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT)); word.find(); ) {
            tokens.add(word.group());
        }
        return grams(tokens, longest);
    }

    static List<String> grams(List<String> tokens, int longest) {
        List<String> grams = new ArrayList<>();
        for (int n = 1; n <= longest; n++) {
            List<String> padded = new ArrayList<>(tokens);
            for (int i = 1; i < n; i++) {
                padded.add(0, "<start>");
                padded.add("<end>");
            }
            for (int i = 0; i + n <= padded.size(); i++) {
                grams.add(String.join(" ", padded.subList(i, i + n)));
            }
        }
        return grams;
    }
}
