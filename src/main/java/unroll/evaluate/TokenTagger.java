package unroll.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unroll.data.TaggedTokens;

/** What gives each token of a sequence probabilities for tags: what a network of tags has to beat. */
@FunctionalInterface
public interface TokenTagger {
    /** Returns the probability of each tag for each token. */
    List<Map<String, Double>> predict(List<String> tokens);

    /**
     * Returns the guess that does not look: always the shares of the tags in the training part, so
     * the most frequent tag wins.
     *
     * @throws IllegalArgumentException if there are no examples
     */
    static TokenTagger majority(List<TaggedTokens> training) {
        Given.list("training", training);
        Map<String, Double> shares = new TreeMap<>();
        List<String> tags = TaggedTokens.tags(training);
        double each = 1.0 / tags.size();
        tags.forEach(tag -> shares.merge(tag, each, Double::sum));
        Map<String, Double> fixed = Map.copyOf(shares);
        return tokens -> Collections.nCopies(Given.list("tokens", tokens).size(), fixed);
    }
}
