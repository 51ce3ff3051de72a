package unroll.data;

import java.util.List;
import java.util.Locale;

/**
 * Tokens and what each of them is: one example for a tagger, such as the bases of a gene with
 * {@code coding} or {@code other} for each.
 *
 * @param tokens what is read, in order                   // (T)
 * @param tags one for each token                         // (T)
 * @param group a name that examples share which must stay in one part of a split; empty where an
 *     example stands alone
 */
public record TaggedTokens(List<String> tokens, List<String> tags, String group) {

    public TaggedTokens {
        tokens = Given.list("tokens", tokens);
        tags = Given.list("tags", tags);
        Given.value("group", group);
        if (tokens.isEmpty() || tokens.size() != tags.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "an example needs at least one token and a tag for each, got %d tokens and %d tags",
                            tokens.size(),
                            tags.size()));
        }
    }

    /**
     * Returns an example that stands alone.
     *
     * @throws IllegalArgumentException if there is no token, or not a tag for each
     */
    public static TaggedTokens of(List<String> tokens, List<String> tags) {
        return new TaggedTokens(tokens, tags, "");
    }

    /** Returns how many tokens there are: T. */
    public int length() {
        return tokens.size();
    }

    /** Returns the tags of all tokens, example after example. */
    public static List<String> tags(List<TaggedTokens> examples) {
        return examples.stream().flatMap(example -> example.tags().stream()).toList();
    }
}
