package unroll.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.Interruption;
import unroll.data.TaggedTokens;
import unroll.model.Prediction;
import unroll.model.Tagger;

/** Tries taggers on sequences. */
record TagTrial(List<TaggedTokens> test) implements Trial<Tagger, TokenTagger> {
    @Override
    public String quantity() {
        return "accuracy per token";
    }

    @Override
    public boolean lowerIsBetter() {
        return false;
    }

    @Override
    public ItemScores model(Tagger model) {
        return baseline(
                tokens -> model.predict(tokens).stream().map(Prediction::probabilities).toList());
    }

    @Override
    public ItemScores baseline(TokenTagger baseline) {
        List<Map<String, Double>> predicted = new ArrayList<>();
        for (TaggedTokens example : test) {
            Interruption.check("predicting");
            var tags = Given.list("predicted tags", baseline.predict(example.tokens()));
            Given.sameLength("predicted tags", tags.size(), "tokens", example.length());
            predicted.addAll(tags);
        }
        double[] correct = LabelScores.of(TaggedTokens.tags(test), predicted).correct();
        double[] totals = new double[test.size()];
        double[] weights = new double[test.size()];
        int from = 0;
        for (int i = 0; i < totals.length; i++) {
            int to = from + test.get(i).tokens().size();
            totals[i] = Arrays.stream(correct, from, to).sum();
            weights[i] = to - from;
            from = to;
        }
        return new ItemScores(totals, weights)
                .grouped(test.stream().map(TaggedTokens::group).toList());
    }
}
