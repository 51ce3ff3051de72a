package unroll.generate;

/**
 * Within grace notes; they take no time.
 *
 * @param place where in the form
 * @param notes how many are written
 * @param mark the octave mark that may follow, 0 if none may
 */
record AbcGrace(AbcPlace place, int notes, char mark) implements AbcState {
    private static final int MOST = 4;

    @Override
    public AbcState after(int c) {
        if (c == '}' && notes > 0) {
            return new AbcDue(place, null);
        } else if (c == mark) {
            return new AbcGrace(place, notes, (char) 0);
        }
        int pitch = notes < MOST ? AbcAlphabet.pitch(c) : -1;
        return pitch < 0 ? null : new AbcGrace(place, notes + 1, AbcNote.markAfter(pitch));
    }

    @Override
    public int distance() {
        int close = (notes == 0 ? 1 : 0) + (place.alphabet().has('}') ? 1 : FAR);
        return close + new AbcDue(place, null).distance();
    }
}
