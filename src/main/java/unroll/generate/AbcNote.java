package unroll.generate;

/**
 * After the letter of a note or rest; octave mark and length may follow.
 *
 * @param place where in the form, this note's time not yet spent
 * @param pitch letter and octave: 0 to 13 for A to G and a to g, 14 to 20 for A, to G, and 21 to 27
 *     for a' to g'; -1 for a rest
 * @param before what stands before its letter
 * @param length what is written of its length
 * @param group what it belongs to, or null
 */
record AbcNote(AbcPlace place, int pitch, Before before, AbcLength length, AbcGroup group)
        implements AbcState {
    private static final int LETTERS = 14;

    /** What stands before a note's letter and so decides, with the key, how it sounds. */
    enum Before {
        NOTHING,
        ACCIDENTAL,
        TIE
    }

    static char letter(int pitch) {
        return AbcAlphabet.letter(pitch % LETTERS);
    }

    /** The octave mark of a pitch, 0 if it has none. */
    static char mark(int pitch) {
        if (pitch < LETTERS) {
            return 0;
        }
        return pitch % LETTERS < LETTERS / 2 ? ',' : '\'';
    }

    /** The octave mark that may follow the letter of a pitch 0 to 13. */
    static char markAfter(int pitch) {
        return mark(pitch + LETTERS);
    }

    @Override
    public AbcState after(int c) {
        if (mayBeMarked() && c == markAfter(pitch)) {
            return new AbcNote(place, pitch + LETTERS, before, length, group);
        }
        AbcLength longer = length.after(c);
        if (longer != null) {
            return new AbcNote(place, pitch, before, longer, group);
        }
        AbcState finished = finish(length.ticks());
        return finished == null ? null : finished.after(c);
    }

    private boolean mayBeMarked() {
        boolean letterLast = pitch >= 0 && pitch < LETTERS && before != Before.TIE;
        return letterLast && length.equals(AbcLength.NONE);
    }

    private AbcPlace sounded() {
        return before == Before.NOTHING && pitch >= 0 ? place.sound(pitch) : place;
    }

    /** The state after this note with such a length, or null if that does not fit. */
    private AbcState finish(int ticks) {
        AbcPlace sounded = sounded();
        if (group == null) {
            return ticks > place.left()
                    ? null
                    : new AbcBetween(sounded.spend(ticks), false, ticks, pitch);
        }
        boolean first = group.ticks() == 0;
        int spent = first ? ticks * group.time() : 0;
        if (spent > place.left() || (!first && ticks != group.ticks())) {
            return null;
        }
        AbcPlace then = sounded.spend(spent);
        return group.notes() == 1
                ? new AbcBetween(then, false, 0, pitch)
                : new AbcDue(then, new AbcGroup(group.notes() - 1, ticks, group.time()));
    }

    @Override
    public int distance() {
        int best = shortest();
        if (mayBeMarked() && place.alphabet().has(markAfter(pitch))) {
            AbcNote marked = new AbcNote(place, pitch + LETTERS, before, length, group);
            best = Math.min(best, 1 + marked.shortest());
        }
        return best;
    }

    /** Notes of the same distance, whatever their letters. */
    private record Alike(AbcOutlook outlook, AbcLength length, AbcGroup group) {}

    /** The least characters to the end without another octave mark. */
    private int shortest() {
        AbcPlace sounded = sounded();
        return place.alphabet().remember(new Alike(sounded.outlook(), length, group), this::search);
    }

    private int search() {
        int[] extensions = place.alphabet().extensions(length);
        int best = FAR;
        for (int ticks = 1; ticks <= place.full(); ticks++) {
            AbcState finished = extensions[ticks] < best ? finish(ticks) : null;
            if (finished != null) {
                best = Math.min(best, extensions[ticks] + finished.distance());
            }
        }
        return best;
    }
}
