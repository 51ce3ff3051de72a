package unroll.evaluate;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/** Stands for any predictor before Tribuo's evaluator, which asks a model for nothing but labels. */
final class ListedModel extends Model<Label> {
    private static final long ENTRY_BYTES = 64;

    private ListedModel(String name, ModelProvenance provenance, MutableDataset<Label> labels) {
        super(name, provenance, labels.getFeatureIDMap(), labels.getOutputIDInfo(), true);
    }

    private ListedModel(String name, ModelProvenance provenance, ListedModel other) {
        super(name, provenance, other.featureIDMap, other.outputIDInfo, true);
    }

    /** Scores what was predicted; {@code best} holds the predicted label of each item. */
    static LabelEvaluation evaluate(
            List<String> labels,
            List<String> truth,
            List<String> best,
            List<? extends Map<String, Double>> probabilities) {
        requireMemory(truth.size(), labels.size(), Runtime.getRuntime().maxMemory());
        TribuoLogs.quiet();
        SimpleDataSourceProvenance source =
                new SimpleDataSourceProvenance("listed predictions", new LabelFactory());
        MutableDataset<Label> domain = new MutableDataset<>(source, new LabelFactory());
        labels.forEach(label -> domain.add(example(label)));
        ModelProvenance provenance =
                new ModelProvenance(
                        ListedModel.class.getName(),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        domain.getProvenance(),
                        new EmptyTrainerProvenance());
        Map<String, Label> zeros = new LinkedHashMap<>();
        labels.forEach(label -> zeros.put(label, new Label(label, 0)));
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            Map<String, Double> scores = probabilities.get(i);
            Map<String, Label> scored = new LinkedHashMap<>();
            scored.putAll(zeros);
            scores.forEach((label, score) -> scored.put(label, new Label(label, score)));
            Label chosen = scored.get(best.get(i));
            predictions.add(new Prediction<>(chosen, scored, 1, example(truth.get(i)), true));
        }
        Model<Label> model = new ListedModel("listed predictions", provenance, domain);
        return new LabelEvaluator().evaluate(model, predictions, source);
    }

    /** Refuses more than Java can hold: Tribuo wants every label of every item, also where it is 0. */
    static void requireMemory(int items, int labels, long memory) {
        long needed = ENTRY_BYTES * items * labels;
        if (needed > memory / 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the scores of %,d items and %,d labels need about %.1f GB, and Java may use %.1f GB"
                                    + " in all; score fewer items at a time or join rare labels",
                            items,
                            labels,
                            needed / 1e9,
                            memory / 1e9));
        }
    }

    private static Example<Label> example(String label) {
        return new ArrayExample<>(new Label(label), new String[] {"item"}, new double[] {1});
    }

    @Override
    public Prediction<Label> predict(Example<Label> example) {
        throw new UnsupportedOperationException("the predictions were made before; score them");
    }

    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return Map.of();
    }

    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return Optional.empty();
    }

    @Override
    protected Model<Label> copy(String newName, ModelProvenance newProvenance) {
        return new ListedModel(newName, newProvenance, this);
    }
}
