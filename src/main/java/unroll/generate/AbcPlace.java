package unroll.generate;

/**
 * Where in its form a tune is, between two notes.
 *
 * <p>The form: parts of full bars; if the tune opens with a pickup, every part does, and ends by as
 * much too early, so that the two complete each other across the repeat. A part may have two endings.
 *
 * @param alphabet the characters at hand
 * @param full ticks of a full bar
 * @param pickup ticks of the pickup, -1 while that is not decided
 * @param left ticks to the end of a full bar
 * @param bars bars still needed, the present one included; those of a second ending replace those of
 *     the first and do not count
 * @param used pitches that have sounded, as bits
 * @param altered letters 0 to 6 with an accidental in this bar, as bits
 * @param opens whether this is the beginning of a part that may or must be a pickup
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
        boolean opens,
        boolean marked,
        int ending) {

    private static final int OCTAVE = 7;
    private static final int BLANK_LINE = 2;
    private static final int SECOND = ":|2".length();
    private static final int PART = ":|".length();

    /** All of a place on which the distance depends. */
    record Outlook(
            int full,
            int pickup,
            int left,
            int bars,
            int needed,
            int fresh,
            boolean opens,
            boolean marked,
            int ending) {}

    /** The beginning of the music. */
    static AbcPlace first(AbcAlphabet alphabet, int full) {
        return new AbcPlace(alphabet, full, -1, full, AbcGrammar.BARS, 0, 0, true, false, 0);
    }

    int elapsed() {
        return full - left;
    }

    /** Ticks by which a part ends before its last bar is full. */
    int shortfall() {
        return Math.max(0, pickup);
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

    /** Whether the music may end a part here. */
    boolean isPartEnd() {
        return left == shortfall() && !(opens && pickup > 0);
    }

    AbcPlace spend(int ticks) {
        return with(left - ticks, used, altered);
    }

    /** After a note as the key has it; it counts as a new pitch unless this bar has altered its letter. */
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
                alphabet, full, pickup, left, bars, used, altered, opens, marked, ending);
    }

    /** After the line that ends the pickup. */
    AbcPlace afterPickup() {
        return new AbcPlace(alphabet, full, elapsed(), full, bars, used, 0, false, marked, ending);
    }

    /** After the line that ends a bar within a part. */
    AbcPlace afterBar() {
        return new AbcPlace(
                alphabet, full, shortfall(), full, barsAfter(), used, 0, false, marked, ending);
    }

    private int barsAfter() {
        return ending == 2 ? bars : Math.max(0, bars - 1);
    }

    /** The same place as the beginning of a new part. */
    AbcPlace part() {
        return new AbcPlace(
                alphabet, full, pickup, left, bars, used, altered, pickup != 0, false, 0);
    }

    /** The same place with a repeat sign before it. */
    AbcPlace mark() {
        return new AbcPlace(alphabet, full, pickup, left, bars, used, altered, opens, true, ending);
    }

    /** The same place as the beginning of an ending. */
    AbcPlace enter(int ending) {
        boolean owed = marked && ending == 1;
        return new AbcPlace(alphabet, full, pickup, left, bars, used, altered, opens, owed, ending);
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

    /** New pitches that the present bar can bring, of those needed. */
    private int fresh() {
        return Math.min(needed(), Integer.bitCount(freshLetters()));
    }

    Outlook outlook() {
        return new Outlook(full, pickup, left, bars, needed(), fresh(), opens, marked, ending);
    }

    /** The least characters to the tune's end. */
    int distance() {
        boolean pickupDue = opens && pickup > 0;
        int rest = pickupDue ? pickup - elapsed() : left;
        int last = pickupDue ? -1 : left - shortfall();
        int best = AbcState.FAR;
        for (int now = 0; rest >= 0 && now <= fresh(); now++) {
            int whole = alphabet.fill(rest, now) + 1;
            int later = needed() - now;
            if (pickupDue) {
                best = Math.min(best, whole + alphabet.bars(full, pickup).end(bars - 1, later));
            } else {
                best = Math.min(best, whole + afterWhole(later));
                best =
                        last < 0
                                ? best
                                : Math.min(best, alphabet.fill(last, now) + afterLast(later));
            }
        }
        return Math.min(AbcState.FAR, best + close());
    }

    /** From after the present bar and its line to before the last line. */
    private int afterWhole(int fresh) {
        AbcBars ahead = alphabet.bars(full, shortfall());
        return switch (ending) {
            case 0 -> ahead.end(bars - 2, fresh);
            case 1 -> SECOND + ahead.twoEnds(bars - 2, fresh);
            default -> bars == 0 ? ahead.end(0, fresh) : PART + ahead.endAndPart(bars - 1, fresh);
        };
    }

    /** From after the present bar, if that ends its part or ending, to before the last line. */
    private int afterLast(int fresh) {
        AbcBars ahead = alphabet.bars(full, shortfall());
        return switch (ending) {
            case 0 -> bars <= 1 && fresh == 0 ? 0 : AbcState.FAR;
            case 1 -> bars <= 1 ? SECOND + ahead.end(0, fresh) : AbcState.FAR;
            default ->
                    bars == 0
                            ? (fresh == 0 ? 0 : AbcState.FAR)
                            : PART + ahead.part(bars - 1, fresh);
        };
    }

    /** The shortest last line, {@code |} or {@code :|}, and the blank line after the tune. */
    private int close() {
        boolean plain = shortfall() == 0 && (!marked || ending == 1);
        return (plain ? 1 : 2) + BLANK_LINE;
    }
}
