package unroll.generate;

/**
 * Where a note must follow at once: within a group, after {@code ~} and after grace notes.
 *
 * @param place where in the form
 * @param group what the note belongs to, or null
 */
record AbcDue(AbcPlace place, AbcGroup group) implements AbcState {

    @Override
    public AbcState after(int c) {
        if (c == '^' || c == '_' || c == '=') {
            return new AbcAccidental(place, group);
        } else if (c == 'z' && group != null) {
            return new AbcNote(place, -1, AbcNote.Before.NOTHING, AbcLength.NONE, group);
        }
        int pitch = AbcAlphabet.pitch(c);
        return pitch < 0
                ? null
                : new AbcNote(place, pitch, AbcNote.Before.NOTHING, AbcLength.NONE, group);
    }

    @Override
    public int distance() {
        return 1 + after(AbcAlphabet.letter(place.bestPitch())).distance();
    }
}
