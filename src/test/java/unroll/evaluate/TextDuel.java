package unroll.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.data.LabelledText;
import unroll.data.Partition;
import unroll.data.Parts;
import unroll.model.Body;
import unroll.model.SequenceClassifier;
import unroll.text.Special;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/**
 * Texts with labels: the majority and logistic regression on runs of words against a network that
 * reads in order.
 *
 * @param runs the longest runs of words that are counted, one baseline for each
 */
record TextDuel(
        String data, Parts<LabelledText> parts, Body body, double epochs, List<Integer> runs)
        implements Duel {

    /** Cuts a fifth off to test on; groups stay together. */
    static TextDuel of(
            String data, List<LabelledText> examples, Body body, double epochs, Integer... runs) {
        Parts<LabelledText> parts =
                Partition.of(examples)
                        .stratified(LabelledText::label)
                        .grouped(LabelledText::group)
                        .cut(0.8, 0.0);
        return new TextDuel(data, parts, body, epochs, List.of(runs));
    }

    private Trial<SequenceClassifier, TextClassifier> trial() {
        return Trial.ofTexts(parts.test());
    }

    @Override
    public Scored measure() {
        return Scored.by(trial());
    }

    @Override
    public String network() {
        return "%s(%d) %.0f epochs"
                .formatted(body.getClass().getSimpleName(), body.width(), epochs);
    }

    @Override
    public Map<String, ItemScores> baselines() {
        Map<String, ItemScores> scores = new LinkedHashMap<>();
        scores.put("majority", trial().baseline(TextClassifier.majority(parts.training())));
        for (int n : runs) {
            var counts = NgramClassifier.fit(parts.training(), n, 1);
            scores.put(n == 1 ? "bag of words" : n + "-grams", trial().baseline(counts));
        }
        return scores;
    }

    @Override
    public ItemScores score(int seed) {
        List<LabelledText> training = parts.training();
        String all = String.join("\n", LabelledText.texts(training));
        var vocabulary = Vocabulary.ofWords(all).specials(Special.UNKNOWN);
        try (var model =
                SequenceClassifier.over(vocabulary, training)
                        .embedding(16)
                        .body(body)
                        .seed(seed)
                        .build()) {
            var plan = Plan.ofEpochs(epochs).learningRate(0.01).validateEvery(0).seed(seed);
            Training.run(model, model.data(training, List.of()), plan);
            return trial().model(model);
        }
    }
}
