package unroll.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import unroll.data.LabelledText;
import unroll.text.Vocabulary;

/**
 * Logistic regression on counts of words and of runs of words: what a network that reads order has to
 * beat.
 *
 * <pre>
 *   p(label | text) = softmax(W counts(text))
 * </pre>
 *
 * <p>With n = 1 it is the bag of words. Runs of up to n words are counted, without regard to case,
 * with a mark before the first word and after the last. Words that were not in the training part count
 * for nothing. Tribuo trains it with AdaGrad (Duchi, Hazan and Singer 2011).
 */
public final class NgramClassifier implements TextClassifier {
    private static final int EPOCHS = 30;
    private static final int LONGEST = 20;

    /** In every text, so that one without a known word still has a prediction. */
    private static final String ALWAYS = "always";

    private final int n;
    private final Model<Label> model;

    private NgramClassifier(int n, Model<Label> model) {
        this.n = n;
        this.model = model;
    }

    /**
     * Learns from texts and their labels; the same seed gives the same classifier.
     *
     * @param n the longest run of words that is counted, 1 to 20
     * @throws IllegalArgumentException if there are no examples, all have the same label, or n is out of
     *     range
     * @throws unroll.UnrollException if the thread was interrupted
     */
    public static NgramClassifier fit(List<LabelledText> training, int n, long seed) {
        Given.list("training", training);
        Given.within("n", n, 1, LONGEST);
        if (LabelledText.labels(training).stream().distinct().count() < 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "all %d texts have the label \"%s\": there is nothing to tell apart",
                            training.size(),
                            training.get(0).label()));
        }
        TribuoLogs.quiet();
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("texts", factory), factory);
        for (LabelledText item : training) {
            data.add(example(item.text(), new Label(item.label()), n));
        }
        var trainer =
                new LinearSGDTrainer(
                        new LogMulticlass(), new StoppableAdaGrad(1.0, 0.1), EPOCHS, seed);
        return new NgramClassifier(n, trainer.train(data));
    }

    /** Returns how often each run of 1 to {@code n} words stands in a text. */
    static Map<String, Double> counts(String text, int n) {
        Map<String, Double> counts = new TreeMap<>();
        counts.put(ALWAYS, 1.0);
        String[] words = words(text);
        for (int from = 0; from < words.length; from++) {
            StringBuilder run = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + n); to++) {
                run.append(' ').append(words[to]);
                counts.merge(run.toString(), 1.0, Double::sum);
            }
        }
        return counts;
    }

    private static String[] words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.isBlank()) {
            return new String[] {"<start>", "<end>"};
        }
        Vocabulary vocabulary = Vocabulary.ofWords(lower);
        int[] ids = vocabulary.encode(lower);
        String[] words = new String[ids.length + 2];
        words[0] = "<start>";
        words[words.length - 1] = "<end>";
        for (int i = 0; i < ids.length; i++) {
            words[i + 1] = vocabulary.token(ids[i]);
        }
        return words;
    }

    private static Example<Label> example(String text, Label label, int n) {
        Map<String, Double> counts = counts(text, n);
        String[] names = counts.keySet().toArray(String[]::new);
        double[] values = counts.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new ArrayExample<>(label, names, values);
    }

    @Override
    public Map<String, Double> predict(String text) {
        Given.value("text", text);
        var scores = model.predict(example(text, LabelFactory.UNKNOWN_LABEL, n)).getOutputScores();
        Map<String, Double> probabilities = new TreeMap<>();
        scores.forEach((label, score) -> probabilities.put(label, score.getScore()));
        return probabilities;
    }

    /** Returns the trained model with its provenance. */
    public Model<Label> tribuo() {
        return model;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "logistic regression on runs of up to %d words, %,d of them different",
                n,
                model.getFeatureIDMap().size() - 1);
    }
}
