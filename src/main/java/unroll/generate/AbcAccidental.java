package unroll.generate;

/**
 * After an accidental, before its letter.
 *
 * @param place where in the form
 * @param group what the note belongs to, or null
 */
record AbcAccidental(AbcPlace place, AbcGroup group) implements AbcState {

    @Override
    public AbcState after(int c) {
        int pitch = AbcAlphabet.pitch(c);
        return pitch < 0
                ? null
                : new AbcNote(
                        place.alter(pitch),
                        pitch,
                        AbcNote.Before.ACCIDENTAL,
                        AbcLength.NONE,
                        group);
    }

    @Override
    public int distance() {
        int best = FAR;
        for (int letters = place.alphabet().letters(); letters != 0; letters &= letters - 1) {
            int pitch = Integer.numberOfTrailingZeros(letters);
            best = Math.min(best, 1 + after(AbcAlphabet.letter(pitch)).distance());
        }
        return best;
    }
}
