package unroll.evaluate;

import java.util.List;
import unroll.data.LabelledText;
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
        return items(LabelScores.of(model, test));
    }

    @Override
    public ItemScores baseline(TextClassifier baseline) {
        return items(LabelScores.of(baseline, test));
    }

    private ItemScores items(LabelScores scores) {
        return ItemScores.of(scores.correct())
                .grouped(test.stream().map(LabelledText::group).toList());
    }
}
