package unroll.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What gives a text probabilities for labels: a baseline here, a network's {@code predict} as well. */
@FunctionalInterface
public interface TextClassifier {
    /** Returns the probability of each label. */
    Map<String, Double> predict(String text);

    /** Returns {@link #predict} for each text, in order. */
    default List<Map<String, Double>> predictAll(List<String> texts) {
        return texts.stream().map(this::predict).toList();
    }

    /**
     * Returns the guess that does not look: always the shares of the labels in the training part, so
     * the most frequent label wins.
     *
     * @throws IllegalArgumentException if there are no labels
     */
    static TextClassifier majority(List<String> labels) {
        Given.list("labels", labels);
        Map<String, Double> shares = new TreeMap<>();
        labels.forEach(label -> shares.merge(label, 1.0 / labels.size(), Double::sum));
        Map<String, Double> fixed = Map.copyOf(shares);
        return text -> fixed;
    }
}
