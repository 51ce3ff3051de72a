package unroll.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a model thinks which class something belongs to.
 *
 * @param label the most probable class
 * @param probabilities of all classes, in the order of the model; they sum to 1
 */
public record Prediction(String label, Map<String, Double> probabilities) {

    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        if (!probabilities.containsKey(label)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the label \"%s\" has no probability; there are %s",
                            label,
                            probabilities.keySet()));
        }
    }

    /** Returns a prediction for each row of logits (N C). */
    static List<Prediction> all(List<String> labels, float[] logits) {
        List<Prediction> predictions = new ArrayList<>();
        for (int at = 0; at < logits.length; at += labels.size()) {
            float[] row = Arrays.copyOfRange(logits, at, at + labels.size());
            predictions.add(of(labels, Softmax.of(row)));
        }
        return predictions;
    }

    /** Returns the prediction of the most probable class, the first of equals. */
    private static Prediction of(List<String> labels, float[] probabilities) {
        Map<String, Double> all = new LinkedHashMap<>();
        int best = 0;
        for (int i = 0; i < probabilities.length; i++) {
            all.put(labels.get(i), (double) probabilities[i]);
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Prediction(labels.get(best), all);
    }

    /** Returns the probability of the label. */
    public double probability() {
        return probabilities.get(label);
    }

    /** Returns the probabilities from the largest on, such as {@code good 0.93, bad 0.07}. */
    @Override
    public String toString() {
        List<Map.Entry<String, Double>> sorted = new ArrayList<>(probabilities.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        StringJoiner words = new StringJoiner(", ");
        sorted.forEach(
                e -> words.add(String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue())));
        return words.toString();
    }
}
