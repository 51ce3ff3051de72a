package unroll.music;

import java.util.Optional;

/**
 * One tune of a collection: read, or refused with the reason.
 *
 * @param line line of the collection where the tune begins, from 1
 * @param source the tune's own text
 * @param tune the tune, if it could be read
 * @param error why it could not; line and column are those of the collection
 */
public record AbcEntry(int line, String source, Optional<Tune> tune, Optional<AbcException> error) {
    /** True if the text could be read as a tune. */
    public boolean accepted() {
        return tune.isPresent();
    }
}
