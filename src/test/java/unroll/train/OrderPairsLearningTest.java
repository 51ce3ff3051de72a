package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.Examples;
import unroll.data.LabelledText;
import unroll.data.Partition;
import unroll.model.Lstm;
import unroll.model.SequenceClassifier;
import unroll.text.Special;
import unroll.text.Vocabulary;

/** Sentences that no count of n-grams tells apart are told apart by what reads them in order. */
@Tag("engine")
@Tag("slow")
class OrderPairsLearningTest {

    @Test
    void anLstmTellsUnseenOrderPairsApart() {
        var pairs = Examples.orderPairs(1000, 2, 7);
        var parts =
                Partition.of(pairs)
                        .stratified(LabelledText::label)
                        .grouped(LabelledText::group)
                        .cut(0.8, 0.1);
        assertThat(parts.leaks(LabelledText::group)).isEmpty();
        assertThat(parts.leaks(LabelledText::text)).isEmpty();
        String words = String.join("\n", LabelledText.texts(parts.training()));
        var vocabulary = Vocabulary.ofWords(words).specials(Special.UNKNOWN);
        try (var model =
                SequenceClassifier.over(vocabulary, pairs)
                        .embedding(16)
                        .body(Lstm.of(32))
                        .seed(1)
                        .build()) {
            var data = model.data(parts.training(), parts.validation());
            var plan = Plan.ofEpochs(12).batch(32).learningRate(1e-2);
            var history = Training.run(model, data, plan);
            List<String> texts = LabelledText.texts(parts.test());
            var predictions = model.predict(texts);
            int right = 0;
            for (int i = 0; i < texts.size(); i++) {
                boolean same = predictions.get(i).label().equals(parts.test().get(i).label());
                right += same ? 1 : 0;
            }
            assertThat(right / (double) texts.size()).as(history.toString()).isGreaterThan(0.95);
        }
    }
}
