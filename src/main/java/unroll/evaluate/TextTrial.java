package unroll.evaluate;

import java.util.List;
import java.util.Map;
import unroll.data.LabelledText;
import unroll.model.Prediction;
import unroll.model.SequenceClassifier;

/** Tries classifiers on texts. */
record TextTrial(List<LabelledText> test) implements Trial<SequenceClassifier, TextClassifier> {
    @Override
    public String quantity() {
        return "accuracy";
    }

    @Override
    public boolean lowerIsBetter() {
        return false;
    }

    @Override
    public ItemScores model(SequenceClassifier model) {
        return scores(model.predict(texts()).stream().map(Prediction::probabilities).toList());
    }

    @Override
    public ItemScores baseline(TextClassifier baseline) {
        return scores(baseline.predictAll(texts()));
    }

    private ItemScores scores(List<Map<String, Double>> predictions) {
        List<String> truth = test.stream().map(LabelledText::label).toList();
        return ItemScores.of(LabelScores.of(truth, predictions).correct())
                .grouped(test.stream().map(LabelledText::group).toList());
    }

    private List<String> texts() {
        return test.stream().map(LabelledText::text).toList();
    }
}
