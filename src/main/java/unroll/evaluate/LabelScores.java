package unroll.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.data.LabelledText;
import unroll.model.Prediction;
import unroll.model.SequenceClassifier;
import unroll.trace.Confusion;

/**
 * How well labels were predicted.
 *
 * <pre>
 *   var scores = LabelScores.of(model, parts.test());
 *   scores.accuracy();  scores.f1("positive");  Plots.confusion(scores.confusion())
 * </pre>
 *
 * <p>The predicted label of an item is the one of highest probability; of equal ones the first in
 * alphabetical order. Tribuo's evaluator counts; {@link #tribuo()} is its own result with the
 * provenance.
 */
public final class LabelScores {
    private static final int MOST_BINS = 1_000_000;
    private static final int MOST_NAMED = 5;

    private final List<String> labels;

    /** Those of them that an item has or was given. */
    private final List<String> met;

    private final List<String> truth;
    private final List<String> best;
    private final List<Map<String, Double>> probabilities;
    private final LabelEvaluation evaluation;

    private LabelScores(List<String> truth, List<Map<String, Double>> probabilities) {
        TreeSet<String> all = new TreeSet<>(truth);
        probabilities.forEach(row -> all.addAll(row.keySet()));
        this.labels = List.copyOf(all);
        this.truth = truth;
        this.probabilities = probabilities;
        this.best = probabilities.stream().map(this::best).toList();
        TreeSet<String> met = new TreeSet<>(truth);
        met.addAll(best);
        this.met = List.copyOf(met);
        this.evaluation = ListedModel.evaluate(labels, truth, best, probabilities);
    }

    /**
     * Scores predictions: per item a probability for each label; a label left out has 0.
     *
     * @throws IllegalArgumentException if the lists are empty or of different length, the
     *     probabilities of an item are not numbers from 0 to 1 that sum to 1, or the memory does not
     *     hold one for each item and label
     */
    public static LabelScores of(
            List<String> truth, List<? extends Map<String, Double>> probabilities) {
        Given.list("truth", truth);
        Given.list("probabilities", probabilities);
        Given.sameLength("truth", truth.size(), "probabilities", probabilities.size());
        for (int i = 0; i < truth.size(); i++) {
            Given.distribution(probabilities.get(i), i);
        }
        return new LabelScores(
                List.copyOf(truth),
                probabilities.stream().map(row -> Map.<String, Double>copyOf(row)).toList());
    }

    /**
     * Scores a trained model on examples that it was not trained on.
     *
     * @throws IllegalArgumentException if there are no examples, or one has a token unknown to the model
     */
    public static LabelScores of(SequenceClassifier model, List<LabelledText> test) {
        Given.value("model", model);
        List<String> texts = LabelledText.texts(Given.list("test", test));
        return of(
                LabelledText.labels(test),
                model.predict(texts).stream().map(Prediction::probabilities).toList());
    }

    /**
     * Scores a baseline on examples that it was not trained on.
     *
     * @throws IllegalArgumentException if there are no examples
     */
    public static LabelScores of(TextClassifier baseline, List<LabelledText> test) {
        Given.value("baseline", baseline);
        List<String> texts = LabelledText.texts(Given.list("test", test));
        return of(LabelledText.labels(test), baseline.predictAll(texts));
    }

    private String best(Map<String, Double> row) {
        String winner = labels.get(0);
        for (String label : labels) {
            if (row.getOrDefault(label, 0.0) > row.getOrDefault(winner, 0.0)) {
                winner = label;
            }
        }
        return winner;
    }

    /** Returns all labels, also those that had a probability only, in alphabetical order. */
    public List<String> labels() {
        return labels;
    }

    /** Returns the predicted label of each item. */
    public List<String> predicted() {
        return best;
    }

    /** Returns 1 for each item that was right and 0 for the others: what a bootstrap draws from. */
    public double[] correct() {
        return IntStream.range(0, truth.size())
                .mapToDouble(i -> truth.get(i).equals(best.get(i)) ? 1 : 0)
                .toArray();
    }

    /** Returns the part of the items that was right. */
    public double accuracy() {
        return evaluation.accuracy();
    }

    /** Returns the part that was right of what was given this label; 0 if nothing was. */
    public double precision(String label) {
        return orZero(evaluation.precision(known(label)));
    }

    /** Returns the part that was found of what has this label; 0 if nothing has it. */
    public double recall(String label) {
        return orZero(evaluation.recall(known(label)));
    }

    /** Returns the harmonic mean of precision and recall: 2 p r / (p + r), 0 if both are 0. */
    public double f1(String label) {
        return orZero(evaluation.f1(known(label)));
    }

    /**
     * Returns the mean of {@link #f1} over the labels that an item has or was given, each counted alike,
     * as scikit-learn does.
     */
    public double macroF1() {
        return met.stream().mapToDouble(this::f1).average().orElseThrow();
    }

    /**
     * Returns the area under the ROC curve of one label against the rest: the chance that an item
     * with the label is given a higher probability of it than an item without; ties count half.
     *
     * <pre>
     *   AUC = (ranks of the n items with the label - n (n + 1) / 2) / (n m)    m items without it
     * </pre>
     *
     * @throws IllegalArgumentException if all items have the label, or none
     */
    public double auc(String label) {
        long with = truth.stream().filter(known(label).getLabel()::equals).count();
        if (with == 0 || with == truth.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "AUC compares items with and without \"%s\", but %d of %d have it",
                            label,
                            with,
                            truth.size()));
        }
        return (ranks(label) - with * (with + 1) / 2.0) / with / (truth.size() - with);
    }

    /**
     * Returns the sum of the ranks of the items with a label, equal ones sharing the middle of theirs.
     * Not by Tribuo, which takes probabilities that differ by less than 1e-12 for equal.
     */
    private double ranks(String label) {
        int[] order =
                IntStream.range(0, truth.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> probability(i, label)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double ranks = 0;
        int to = 0;
        while (to < order.length) {
            int from = to;
            int found = 0;
            double p = probability(order[from], label);
            while (to < order.length && probability(order[to], label) == p) {
                found += truth.get(order[to++]).equals(label) ? 1 : 0;
            }
            ranks += found * (from + 1 + to) / 2.0;
        }
        return ranks;
    }

    /** Returns the mean of -ln p(true label), in nats; infinite if a true label was given 0. */
    public double crossEntropy() {
        return IntStream.range(0, truth.size())
                .mapToDouble(i -> -Math.log(probability(i, truth.get(i))))
                .average()
                .orElseThrow();
    }

    /**
     * Returns how far confidence and accuracy lie apart (expected calibration error, Naeini,
     * Cooper and Hauskrecht 2015): items are put into equal bins by the probability of their
     * predicted label, and |accuracy - mean probability| is averaged with the bins' sizes.
     *
     * @throws IllegalArgumentException if {@code bins} is not in 1 .. 1,000,000
     */
    public double calibrationError(int bins) {
        double[] gap = new double[Given.within("bins", bins, 1, MOST_BINS)];
        double[] correct = correct();
        for (int i = 0; i < correct.length; i++) {
            double p = probability(i, best.get(i));
            gap[(int) Math.min(bins - 1, p * bins)] += correct[i] - p;
        }
        return IntStream.range(0, bins).mapToDouble(b -> Math.abs(gap[b])).sum() / correct.length;
    }

    private double probability(int item, String label) {
        return probabilities.get(item).getOrDefault(label, 0.0);
    }

    /** Returns how often each label was predicted as each. */
    public Confusion confusion() {
        return Confusion.of(truth, best);
    }

    /** Returns one row per label that an item has or was given: precision, recall, F1 and the number of items. */
    public Table table() {
        Table table =
                Table.create(
                        "scores",
                        StringColumn.create("label", met),
                        DoubleColumn.create("precision", met.stream().mapToDouble(this::precision)),
                        DoubleColumn.create("recall", met.stream().mapToDouble(this::recall)),
                        DoubleColumn.create("F1", met.stream().mapToDouble(this::f1)));
        IntColumn items = IntColumn.create("items");
        met.forEach(label -> items.append((int) truth.stream().filter(label::equals).count()));
        return table.addColumns(items);
    }

    /** Returns Tribuo's own evaluation, with its provenance. */
    public LabelEvaluation tribuo() {
        return evaluation;
    }

    private Label known(String label) {
        Given.value("label", label);
        if (!labels.contains(label)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no item has or was given the label \"%s\"; there are %s",
                            label,
                            labels));
        }
        return new Label(label);
    }

    private static double orZero(double score) {
        return Double.isNaN(score) ? 0 : score;
    }

    /** Names the labels that no item has, if they are few. */
    private String untested() {
        List<String> none = labels.stream().filter(label -> !truth.contains(label)).toList();
        String named = none.size() > MOST_NAMED ? none.size() + " labels" : String.join(", ", none);
        return none.isEmpty() ? "" : "; never tested: " + named;
    }

    /** Returns one line: accuracy, macro F1, the number of items, and labels that no item has. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "accuracy %.3f, macro F1 %.3f on %s of %s%s",
                accuracy(),
                macroF1(),
                ReportText.counted(truth.size(), "item"),
                ReportText.counted(met.size(), "label"),
                untested());
    }
}
