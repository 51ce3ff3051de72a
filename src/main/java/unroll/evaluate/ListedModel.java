package unroll.evaluate;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            Map<String, Double> scores = probabilities.get(i);
            Map<String, Label> scored = new LinkedHashMap<>();
            labels.forEach(
                    label -> scored.put(label, new Label(label, scores.getOrDefault(label, 0.0))));
            Label chosen = scored.get(best.get(i));
            predictions.add(new Prediction<>(chosen, scored, 1, example(truth.get(i)), true));
        }
        Model<Label> model = new ListedModel("listed predictions", provenance, domain);
        return new LabelEvaluator().evaluate(model, predictions, source);
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
