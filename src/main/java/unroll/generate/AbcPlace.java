package unroll.generate;

/**
 * Where in its form a tune is, between two notes.
 *
 * <p>The form: parts of full bars. A part may begin with a pickup, if the tune does and as long; then
 * its last bar may end as much too early, so that the two complete each other across the repeat, and
 * the next part begins with a pickup too. A part may have two endings.
 *
 * @param alphabet the characters at hand
 * @param full ticks of a full bar
 * @param pickup ticks of the tune's pickup, 0 if it has none, -1 while that is not decided
 * @param left ticks to the end of a full bar
 * @param bars bars still needed, the present one included; those of a second ending replace those of
 *     the first and do not count
 * @param used pitches that have sounded, as bits
 * @param altered letters 0 to 6 with an accidental in this bar, as bits
 * @param opening what may be the first bar of this part
 * @param marked whether the part began with a repeat sign and must end with one
 * @param ending 0 outside endings, 1 in the first, 2 in the second
 */
record AbcPlace(
        AbcAlphabet alphabet,
        int full,
        int pickup,
        int left,
        int bars,
        int used,
        int altered,
        Opening opening,
        boolean marked,
        int ending) {

    /** How the present part begins or began. */
    enum Opening {
        /** It is beginning, with a full bar or a pickup. */
        FREE,
        /** It is beginning, and a pickup must complete the bar before. */
        DUE,
        /** It began with a pickup. */
        PICKUP,
        /** It began with a full bar. */
        FULL
    }

    private static final int OCTAVE = 7;

    /** The beginning of the music. */
    static AbcPlace first(AbcAlphabet alphabet, int full) {
        return new AbcPlace(
                alphabet, full, -1, full, AbcGrammar.BARS, 0, 0, Opening.FREE, false, 0);
    }

    int elapsed() {
        return full - left;
    }

    /** New pitches that the tune still needs. */
    int needed() {
        return Math.max(0, AbcAlphabet.PITCHES - Integer.bitCount(used));
    }

    /** Whether the tune has all its bars and pitches. */
    boolean isEnough() {
        return bars == 0 && needed() == 0;
    }

    /** Whether a double bar or the tune's end may follow: no repeat sign is still owed. */
    boolean mayStop() {
        return !marked && ending != 1;
    }

    /** Whether a full bar may end here. */
    boolean isFull() {
        return left == 0 && opening != Opening.DUE;
    }

    /** Whether a pickup may end here: at most half a bar, and as long as any before. */
    boolean isPickup() {
        boolean begins = opening == Opening.FREE || opening == Opening.DUE;
        boolean fits = pickup < 0 ? elapsed() <= full / 2 : elapsed() == pickup;
        return begins && elapsed() > 0 && fits;
    }

    /** Whether a part may end here before its last bar is full, as the pickup completes it. */
    boolean isShort() {
        return opening == Opening.PICKUP && left == pickup;
    }

    AbcPlace spend(int ticks) {
        return with(left - ticks, used, altered);
    }

    /** After a note as the key has it; a new pitch unless this bar has altered its letter. */
    AbcPlace sound(int pitch) {
        boolean counts = (altered >> pitch % OCTAVE & 1) == 0;
        return with(left, counts ? used | 1 << pitch : used, altered);
    }

    /** After an accidental: the letter no longer tells the pitch in this bar. */
    AbcPlace alter(int pitch) {
        return with(left, used, altered | 1 << pitch % OCTAVE);
    }

    /** After a change of key: letters mean other pitches. */
    AbcPlace changeKey() {
        return with(left, needed() == 0 ? used : 0, altered);
    }

    private AbcPlace with(int left, int used, int altered) {
        return new AbcPlace(
                alphabet, full, pickup, left, bars, used, altered, opening, marked, ending);
    }

    /** After the line that ends the pickup. */
    AbcPlace afterPickup() {
        return new AbcPlace(
                alphabet, full, elapsed(), full, bars, used, 0, Opening.PICKUP, marked, ending);
    }

    /** After the line that ends a bar, full or short. */
    AbcPlace afterBar() {
        Opening began = opening == Opening.FREE ? Opening.FULL : opening;
        int after = ending == 2 ? bars : Math.max(0, bars - 1);
        return new AbcPlace(
                alphabet, full, Math.max(0, pickup), full, after, used, 0, began, marked, ending);
    }

    /** The same place as the beginning of a new part, after a bar that was full or not. */
    AbcPlace part(boolean wasFull) {
        Opening free = pickup == 0 ? Opening.FULL : Opening.FREE;
        Opening begins = wasFull ? free : Opening.DUE;
        return new AbcPlace(alphabet, full, pickup, left, bars, used, altered, begins, false, 0);
    }

    /** The same place with a repeat sign before it. */
    AbcPlace mark() {
        return new AbcPlace(
                alphabet, full, pickup, left, bars, used, altered, opening, true, ending);
    }

    /** The same place as the beginning of an ending. */
    AbcPlace enter(int ending) {
        boolean owed = marked && ending == 1;
        return new AbcPlace(
                alphabet, full, pickup, left, bars, used, altered, opening, owed, ending);
    }

    /** A note letter that can be written here and that makes a new pitch if any does. */
    int bestPitch() {
        int fresh = freshLetters();
        return Integer.numberOfTrailingZeros(fresh == 0 ? alphabet.letters() : fresh);
    }

    private int freshLetters() {
        int spoilt = altered | altered << OCTAVE;
        return alphabet.letters() & ~used & ~spoilt;
    }

    /** What the distance to the end depends on. */
    AbcOutlook outlook() {
        int fresh = Math.min(needed(), Integer.bitCount(freshLetters()));
        return new AbcOutlook(full, pickup, left, bars, needed(), fresh, opening, marked, ending);
    }

    /** The least characters to the tune's end. */
    int distance() {
        return outlook().distance(alphabet);
    }
}
