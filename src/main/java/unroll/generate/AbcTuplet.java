package unroll.generate;

/**
 * After the bracket of a tuplet, before its number.
 *
 * @param place where in the form
 */
record AbcTuplet(AbcPlace place) implements AbcState {

    @Override
    public AbcState after(int c) {
        int notes = c - '0';
        Integer time = AbcAlphabet.TUPLETS.get(notes);
        return time == null ? null : new AbcDue(place, new AbcGroup(notes, 0, time));
    }

    @Override
    public int distance() {
        int best = FAR;
        for (int notes : AbcAlphabet.TUPLETS.keySet()) {
            if (place.alphabet().has('0' + notes)) {
                best = Math.min(best, 1 + after('0' + notes).distance());
            }
        }
        return best;
    }
}
