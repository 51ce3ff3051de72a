package unroll.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.data.Corpora;
import unroll.data.Split;
import unroll.model.LanguageModel;
import unroll.model.Lstm;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/** Sentences whose next word is to be foreseen: n-grams against a language model. */
final class SentenceDuel implements Duel {
    private static final int STEPS = 400;
    private static final int LEARNT = 2400;
    private static final int LONGEST = 5;

    private final Vocabulary vocabulary;
    private final Split training;
    private final Trial<LanguageModel, KneserNey> trial;

    SentenceDuel() {
        String text = Corpora.sentences(3000, 7).text();
        List<String> lines = text.lines().map(line -> line + "\n").toList();
        vocabulary = Vocabulary.ofWords(text);
        String learnt = String.join("", lines.subList(0, LEARNT));
        training = Split.at(vocabulary.encode(learnt), 1);
        trial = Trial.ofItems(vocabulary, lines.subList(LEARNT, lines.size()));
    }

    @Override
    public String data() {
        return "sentences(3000; 7)";
    }

    @Override
    public Scored measure() {
        return Scored.by(trial);
    }

    @Override
    public String network() {
        return "Lstm(64) %d steps".formatted(STEPS);
    }

    @Override
    public Map<String, ItemScores> baselines() {
        Map<String, ItemScores> scores = new LinkedHashMap<>();
        for (int order = 1; order <= LONGEST; order++) {
            var counts = KneserNey.fit(training.training(), vocabulary.size(), order);
            scores.put("Kneser-Ney " + order, trial.baseline(counts));
        }
        return scores;
    }

    @Override
    public ItemScores score(int seed) {
        try (var model =
                LanguageModel.over(vocabulary).embedding(32).body(Lstm.of(64)).seed(seed).build()) {
            var plan = Plan.ofSteps(STEPS).learningRate(0.01).validateEvery(0).seed(seed);
            Training.run(model, training.windows(40), plan);
            return trial.model(model);
        }
    }
}
