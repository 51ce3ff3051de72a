package unroll.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.data.Examples;
import unroll.data.Partition;
import unroll.data.Parts;
import unroll.data.TaggedTokens;
import unroll.model.Gru;
import unroll.model.Tagger;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/** Bases to be tagged as coding or not: what is simple and the rule of biologists against a network. */
final class GeneDuel implements Duel {
    private static final String CODING = "coding";
    private static final String OTHER = "other";
    private static final Set<String> STOPS = Set.of("TAA", "TAG", "TGA");
    private static final int SHORTEST = 3 * 17;

    /** Bases to each side that the random field sees; with more it comes to less than the majority. */
    private static final int WINDOW = 1;

    private static final int EPOCHS = 10;

    private final Parts<TaggedTokens> parts = Partition.of(Examples.genes(800, 7)).cut(0.8, 0.0);
    private final Trial<Tagger, TokenTagger> trial = Trial.ofTags(parts.test());

    @Override
    public String data() {
        return "genes(800; 7)";
    }

    @Override
    public Scored measure() {
        return Scored.by(trial);
    }

    @Override
    public String network() {
        return "Gru(24) both ways %d epochs".formatted(EPOCHS);
    }

    @Override
    public Map<String, ItemScores> baselines() {
        Map<String, ItemScores> scores = new LinkedHashMap<>();
        scores.put("majority", trial.baseline(TokenTagger.majority(parts.training())));
        var field = CrfTagger.fit(parts.training(), WINDOW, 1);
        scores.put("random field of %d bases".formatted(2 * WINDOW + 1), trial.baseline(field));
        scores.put("longest reading frame", trial.baseline(GeneDuel::longestFrame));
        return scores;
    }

    /** Tags the longest run of codons from ATG to the first stop in step, if it has 17 or more. */
    private static List<Map<String, Double>> longestFrame(List<String> bases) {
        String text = String.join("", bases);
        int begin = 0;
        int end = 0;
        for (int at = text.indexOf("ATG"); at >= 0; at = text.indexOf("ATG", at + 1)) {
            int stop = at;
            while (stop + 3 <= text.length() && !STOPS.contains(text.substring(stop, stop + 3))) {
                stop += 3;
            }
            boolean stops = stop + 3 <= text.length();
            if (stops && stop + 3 - at >= Math.max(end - begin + 1, SHORTEST)) {
                begin = at;
                end = stop + 3;
            }
        }
        List<Map<String, Double>> tags =
                new ArrayList<>(Collections.nCopies(bases.size(), Map.of(OTHER, 1.0)));
        Collections.fill(tags.subList(begin, end), Map.of(CODING, 1.0));
        return tags;
    }

    @Override
    public ItemScores score(int seed) {
        try (var model =
                Tagger.over(Vocabulary.ofCharacters("ACGT"), CODING, OTHER)
                        .embedding(8)
                        .body(Gru.of(24).bidirectional(true))
                        .seed(seed)
                        .build()) {
            var plan = Plan.ofEpochs(EPOCHS).learningRate(0.01).validateEvery(0).seed(seed);
            Training.run(model, model.data(parts.training(), List.of()), plan);
            return trial.model(model);
        }
    }
}
