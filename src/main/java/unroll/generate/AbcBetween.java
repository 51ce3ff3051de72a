package unroll.generate;

/**
 * Between two notes of a bar.
 *
 * @param place where in the form
 * @param blank whether a space stands last
 * @param ticks length of the note that stands last, if a broken rhythm may follow; else 0
 * @param pitch pitch of the note that stands last, if a tie may follow; else -1
 */
record AbcBetween(AbcPlace place, boolean blank, int ticks, int pitch) implements AbcState {

    /** At the beginning of a bar, or after text. */
    AbcBetween(AbcPlace place) {
        this(place, false, 0, -1);
    }

    @Override
    public AbcState after(int c) {
        return switch (c) {
            case ' ' -> blank ? null : new AbcBetween(place, true, 0, -1);
            case '|' -> line();
            case ':' -> dots();
            default -> place.left() > 0 ? music(c) : null;
        };
    }

    private AbcState line() {
        if (place.isFull()) {
            return new AbcLine(place.afterBar(), AbcLine.Kind.PLAIN, true);
        } else if (place.isPickup()) {
            return new AbcBetween(place.afterPickup());
        }
        boolean stop = place.isShort() && place.mayStop();
        return stop ? new AbcLine(place.afterBar(), AbcLine.Kind.HALF, false) : null;
    }

    private AbcState dots() {
        boolean ends = place.isFull() || place.isShort();
        return ends ? new AbcLine(place.afterBar(), AbcLine.Kind.COLON, place.isFull()) : null;
    }

    private AbcState music(int c) {
        return switch (c) {
            case '(' -> new AbcTuplet(place);
            case '{' -> new AbcGrace(place, 0, (char) 0);
            case '~' -> new AbcDue(place, null);
            case '"' -> new AbcText(place.alphabet(), '"', new AbcBetween(place));
            case '-' -> pitch < 0 ? null : new AbcTie(place, pitch, false);
            case '>', '<' -> broken();
            case 'z' -> new AbcNote(place, -1, AbcNote.Before.NOTHING, AbcLength.NONE, null);
            default -> new AbcDue(place, null).after(c);
        };
    }

    /** Two notes of the same written length share it unequally: their sum is what counts. */
    private AbcState broken() {
        boolean fits = ticks > 0 && ticks <= place.left();
        return fits ? new AbcDue(place.spend(ticks), new AbcGroup(1, ticks, 1)) : null;
    }

    @Override
    public int distance() {
        return place.distance();
    }
}
