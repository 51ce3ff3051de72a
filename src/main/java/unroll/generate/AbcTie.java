package unroll.generate;

/**
 * After a tie: the same note must follow at once.
 *
 * @param place where in the form
 * @param pitch the note
 * @param lettered whether its letter is written and only its octave mark is missing
 */
record AbcTie(AbcPlace place, int pitch, boolean lettered) implements AbcState {

    @Override
    public AbcState after(int c) {
        int letter = AbcNote.letter(pitch);
        int mark = AbcNote.mark(pitch);
        if (c != (lettered ? mark : letter)) {
            return null;
        }
        return mark == 0 || lettered
                ? new AbcNote(place, pitch, AbcNote.Before.TIE, AbcLength.NONE, null)
                : new AbcTie(place, pitch, true);
    }

    @Override
    public int distance() {
        return 1 + after(lettered ? AbcNote.mark(pitch) : AbcNote.letter(pitch)).distance();
    }
}
