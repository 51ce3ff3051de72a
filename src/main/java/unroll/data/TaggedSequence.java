package unroll.data;

import java.util.List;
import java.util.Objects;

/**
 * Tokens with a tag for each: one example for a tagger.
 *
 * @param tokens what is read                             // (T)
 * @param tags the class of each token                    // (T)
 * @param group a name that examples share which must stay in one part of a split; empty where an
 *     example stands alone
 */
public record TaggedSequence(List<String> tokens, List<String> tags, String group) {

    public TaggedSequence {
        tokens = List.copyOf(tokens);
        tags = List.copyOf(tags);
        Objects.requireNonNull(group, "group");
        if (tokens.isEmpty() || tokens.size() != tags.size()) {
            throw new IllegalArgumentException(
                    "a tagged sequence needs one tag for each token, got %d tokens and %d tags"
                            .formatted(tokens.size(), tags.size()));
        }
    }

    /**
     * Returns an example that stands alone.
     *
     * @throws IllegalArgumentException if there are no tokens or not as many tags
     */
    public static TaggedSequence of(List<String> tokens, List<String> tags) {
        return new TaggedSequence(tokens, tags, "");
    }

    /** Returns how many tokens there are: T. */
    public int length() {
        return tokens.size();
    }
}
