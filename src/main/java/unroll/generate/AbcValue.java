package unroll.generate;

import java.util.function.IntFunction;

/**
 * Within a field whose value is one of a few words.
 *
 * @param words what may still follow
 * @param then the state after the line, by what its word means
 */
record AbcValue(AbcWords words, IntFunction<AbcState> then) implements AbcState {

    @Override
    public AbcState after(int c) {
        if (c == '\n') {
            return words.isWord() ? then.apply(words.meaning()) : null;
        }
        AbcWords rest = words.after(c);
        return rest == null ? null : new AbcValue(rest, then);
    }

    @Override
    public int distance() {
        return words.distance(meaning -> 1 + then.apply(meaning).distance());
    }
}
