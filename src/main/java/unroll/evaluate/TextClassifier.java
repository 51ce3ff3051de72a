package unroll.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unroll.Interruption;
import unroll.data.LabelledText;

/** What gives a text probabilities for labels: what a network that classifies has to beat. */
@FunctionalInterface
public interface TextClassifier {
    /** Returns the probability of each label. */
    Map<String, Double> predict(String text);

    /** Returns {@link #predict} for each text, in order. */
    default List<Map<String, Double>> predictAll(List<String> texts) {
        List<Map<String, Double>> all = new ArrayList<>();
        for (String text : Given.value("texts", texts)) {
            Interruption.check("predicting");
            all.add(predict(text));
        }
        return all;
    }

    /**
     * Returns the guess that does not look: always the shares of the labels in the training part, so
     * the most frequent label wins.
     *
     * @throws IllegalArgumentException if there are no examples
     */
    static TextClassifier majority(List<LabelledText> training) {
        Given.list("training", training);
        Map<String, Double> shares = new TreeMap<>();
        double each = 1.0 / training.size();
        training.forEach(example -> shares.merge(example.label(), each, Double::sum));
        Map<String, Double> fixed = Map.copyOf(shares);
        return text -> {
            Given.value("text", text);
            return fixed;
        };
    }
}
