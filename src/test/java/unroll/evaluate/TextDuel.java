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
        String data, List<LabelledText> examples, Body body, double epochs, List<Integer> runs)
        implements Duel {

    private Parts<LabelledText> parts() {
        return Partition.of(examples)
                .stratified(LabelledText::label)
                .grouped(LabelledText::group)
                .cut(0.8, 0.0);
    }

    @Override
    public String measure() {
        return "accuracy";
    }

    @Override
    public String model() {
        return "%s(%d) %.0f epochs"
                .formatted(body.getClass().getSimpleName(), body.width(), epochs);
    }

    @Override
    public Map<String, Double> baselines() {
        Parts<LabelledText> parts = parts();
        List<LabelledText> training = parts.training();
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("majority", accuracy(parts, TextClassifier.majority(training)));
        for (int n : runs) {
            var counts = NgramClassifier.fit(training, n, 1);
            scores.put(n == 1 ? "bag of words" : n + "-grams", accuracy(parts, counts));
        }
        return scores;
    }

    private double accuracy(Parts<LabelledText> parts, TextClassifier classifier) {
        List<LabelledText> test = parts.test();
        var predictions = classifier.predictAll(texts(test));
        return LabelScores.of(test.stream().map(LabelledText::label).toList(), predictions)
                .accuracy();
    }

    @Override
    public double score(int seed) {
        Parts<LabelledText> parts = parts();
        List<LabelledText> training = parts.training();
        String all = String.join("\n", texts(training));
        var vocabulary = Vocabulary.ofWords(all).specials(Special.UNKNOWN);
        try (var model =
                SequenceClassifier.over(vocabulary, examples)
                        .embedding(16)
                        .body(body)
                        .seed(seed)
                        .build()) {
            var plan = Plan.ofEpochs(epochs).learningRate(0.01).validateEvery(0).seed(seed);
            Training.run(model, model.data(training, List.of()), plan);
            return accuracy(parts, text -> model.predict(text).probabilities());
        }
    }

    private static List<String> texts(List<LabelledText> part) {
        return part.stream().map(LabelledText::text).toList();
    }
}
