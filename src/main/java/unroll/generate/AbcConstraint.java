package unroll.generate;

import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Collectors;
import unroll.text.Vocabulary;

/** A tune being written from a vocabulary within a budget. */
final class AbcConstraint implements Constraint {
    private final Vocabulary vocabulary;
    private final int[] characters;
    private AbcState state;
    private int left;
    private int line = 1;
    private int column = 1;
    private BitSet allowed; // of the present state, null until somebody asks

    AbcConstraint(Vocabulary vocabulary, AbcState start, int budget) {
        this.vocabulary = vocabulary;
        characters =
                vocabulary.tokens().stream()
                        .mapToInt(t -> t.codePointCount(0, t.length()) == 1 ? t.codePointAt(0) : -1)
                        .toArray();
        state = start;
        left = budget;
    }

    @Override
    public BitSet allowed() {
        if (allowed == null) {
            allowed = new BitSet(characters.length);
            for (int id = 0; id < characters.length; id++) {
                allowed.set(id, next(id) != null);
            }
        }
        return allowed;
    }

    @Override
    public void accept(int id) {
        AbcState next = id < 0 || id >= characters.length ? null : next(id);
        if (next == null) {
            throw new IllegalArgumentException(refusal(id));
        }
        boolean newLine = characters[id] == '\n';
        line += newLine ? 1 : 0;
        column = newLine ? 1 : column + 1;
        state = next;
        left--;
        allowed = null;
    }

    @Override
    public boolean finished() {
        return state.distance() == 0;
    }

    /** The state after a token, or null if that is not allowed. */
    private AbcState next(int id) {
        AbcState next = characters[id] < 0 ? null : state.after(characters[id]);
        return next == null || next.distance() >= Math.min(left, AbcState.FAR) ? null : next;
    }

    private String refusal(int id) {
        String given = id < 0 || id >= characters.length ? "id " + id : shown(id);
        String expected =
                allowed().stream().limit(40).mapToObj(this::shown).collect(Collectors.joining(" "));
        String what =
                finished() ? "the tune is complete" : "a tune goes on here with one of " + expected;
        return String.format(
                Locale.ROOT,
                "line %d, column %d: %s cannot stand here; %s (%d characters are left)",
                line,
                column,
                given,
                what,
                left);
    }

    private String shown(int id) {
        String token = vocabulary.token(id);
        return token.equals("\n") ? "\\n" : "'" + token + "'";
    }
}
