package unroll.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Feature;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.crf.CRFModel;
import org.tribuo.classification.sgd.crf.CRFTrainer;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.sequence.MutableSequenceDataset;
import org.tribuo.sequence.SequenceExample;
import unroll.data.TaggedTokens;

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): tags from the tokens
 * around each place and from the tags beside it.
 *
 * <pre>
 *   p(y | x) ~ exp(sum over t of  b[y_t] + W[y_t, tokens near t] + A[y_(t-1), y_t])
 * </pre>
 *
 * <p>Each token from {@code window} places before to {@code window} places after counts by itself,
 * with its place; tokens that were not in the training part count for nothing. A tag's probability is
 * that of all sequences of tags with it there. Tribuo trains it with AdaGrad (Duchi, Hazan and Singer
 * 2011).
 */
public final class CrfTagger implements TokenTagger {
    private static final int EPOCHS = 10;
    private static final int FARTHEST = 20;
    private static final int MOST_TAGS = 500;

    /** Stands before the first token and after the last. */
    private static final String OUTSIDE = "<outside>";

    /** At every place, so that one without a known token still has a prediction. */
    private static final Feature ALWAYS = new Feature("always", 1);

    private final int window;
    private final CRFModel model;

    private CrfTagger(int window, CRFModel model) {
        this.window = window;
        this.model = model;
    }

    /**
     * Learns from tagged sequences; the same seed gives the same tagger.
     *
     * @param window how many tokens to each side are looked at; 0 sees the token alone
     * @throws IllegalArgumentException if there are no examples, all tags are the same, there are
     *     more than 500 different ones, or the window is not in 0 .. 20
     * @throws unroll.UnrollException if the thread was interrupted
     */
    public static CrfTagger fit(List<TaggedTokens> training, int window, long seed) {
        Given.list("training", training);
        Given.within("window", window, 0, FARTHEST);
        List<String> tags = TaggedTokens.tags(training).stream().distinct().toList();
        if (tags.size() < 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "all tokens of %d examples have the tag \"%s\": there is nothing to tell apart",
                            training.size(),
                            tags.get(0)));
        }
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%,d different tags are too many to compare each with each at every token; at"
                                    + " most %d can be learnt: join some",
                            tags.size(),
                            MOST_TAGS));
        }
        TribuoLogs.quiet();
        LabelFactory factory = new LabelFactory();
        var source = new SimpleDataSourceProvenance("tagged tokens", factory);
        MutableSequenceDataset<Label> data = new MutableSequenceDataset<>(source, factory);
        for (TaggedTokens example : training) {
            List<Label> labels = example.tags().stream().map(Label::new).toList();
            data.add(new SequenceExample<>(labels, features(example.tokens(), window)));
        }
        CRFModel model =
                new CRFTrainer(new StoppableAdaGrad(0.3, 0.1), EPOCHS, seed).train(data, Map.of());
        model.setConfidenceType(CRFModel.ConfidenceType.MULTIPLY);
        return new CrfTagger(window, model);
    }

    private static List<List<Feature>> features(List<String> tokens, int window) {
        List<List<Feature>> features = new ArrayList<>(tokens.size());
        for (int t = 0; t < tokens.size(); t++) {
            List<Feature> near = new ArrayList<>(2 * window + 2);
            near.add(ALWAYS);
            for (int shift = -window; shift <= window; shift++) {
                boolean inside = t + shift >= 0 && t + shift < tokens.size();
                near.add(new Feature(shift + (inside ? "=" + tokens.get(t + shift) : OUTSIDE), 1));
            }
            features.add(near);
        }
        return features;
    }

    @Override
    public List<Map<String, Double>> predict(List<String> tokens) {
        Given.list("tokens", tokens);
        List<Map<String, Double>> probabilities = new ArrayList<>(tokens.size());
        var example =
                SequenceExample.createWithEmptyOutputs(
                        features(tokens, window), new LabelFactory());
        for (Prediction<Label> prediction : model.predict(example)) {
            Map<String, Double> tags = new TreeMap<>();
            prediction.getOutputScores().forEach((tag, label) -> tags.put(tag, label.getScore()));
            probabilities.add(tags);
        }
        return probabilities;
    }

    /** Returns the trained model with its provenance. */
    public CRFModel tribuo() {
        return model;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "conditional random field on tokens up to %d places away, %d tags",
                window,
                model.getOutputIDInfo().size());
    }
}
