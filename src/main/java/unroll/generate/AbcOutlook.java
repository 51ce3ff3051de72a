package unroll.generate;

import unroll.generate.AbcPlace.Opening;

/**
 * All of a place on which the distance to the end depends; the components are those of {@link
 * AbcPlace}, but for two.
 *
 * @param needed new pitches that the tune still needs
 * @param fresh how many of them the present bar can bring
 */
record AbcOutlook(
        int full,
        int pickup,
        int left,
        int bars,
        int needed,
        int fresh,
        Opening opening,
        boolean marked,
        int ending) {

    private static final int FAR = AbcState.FAR;
    private static final int BLANK_LINE = 2;

    /** The least characters to the tune's end. */
    int distance(AbcAlphabet alphabet) {
        boolean decided = opening == Opening.PICKUP || opening == Opening.FULL;
        int best = opening == Opening.DUE ? FAR : withBar(alphabet);
        int least = pickup < 0 ? Math.max(1, full - left) : pickup;
        int most = pickup < 0 ? full / 2 : pickup;
        for (int length = least; !decided && length <= most; length++) {
            best = Math.min(best, withPickup(alphabet, length));
        }
        return Math.min(FAR, best + BLANK_LINE);
    }

    /** The least if the present bar is a pickup of so many ticks. */
    private int withPickup(AbcAlphabet alphabet, int length) {
        AbcBars ahead = alphabet.bars(full, length);
        int rest = length - (full - left);
        int best = FAR;
        for (int now = 0; rest >= 0 && now <= fresh; now++) {
            int further = AbcBars.LINE + ahead.end(marked, bars - 1, needed - now);
            best = Math.min(best, alphabet.fill(rest, now) + further);
        }
        return best;
    }

    /** The least if the present bar is one that counts. */
    private int withBar(AbcAlphabet alphabet) {
        int best = FAR;
        for (int now = 0; now <= fresh; now++) {
            int later = needed - now;
            best = Math.min(best, alphabet.fill(left, now) + afterFull(alphabet, later));
            best = Math.min(best, shortBar(alphabet, now) + afterShort(alphabet, later));
        }
        return best;
    }

    /** The pickup that may complete this part, 0 if it has none. */
    private int completing() {
        return opening == Opening.PICKUP ? pickup : 0;
    }

    private int shortBar(AbcAlphabet alphabet, int now) {
        boolean fits = completing() > 0 && left >= pickup;
        return fits ? alphabet.fill(left - pickup, now) : FAR;
    }

    /** From after the present bar, which is full, to the blank line. */
    private int afterFull(AbcAlphabet alphabet, int later) {
        AbcBars ahead = alphabet.bars(full, completing());
        if (ending == 0) {
            int close = isLast(later) ? (marked ? AbcBars.REPEAT : AbcBars.LINE) : FAR;
            return Math.min(close, AbcBars.LINE + ahead.end(marked, bars - 2, later));
        } else if (ending == 1) {
            int second = bars <= 1 ? AbcBars.SECOND + ahead.end(false, 0, later) : FAR;
            return Math.min(second, AbcBars.LINE + ahead.twoEnds(bars - 2, later));
        } else if (bars == 0) {
            return Math.min(
                    later == 0 ? AbcBars.LINE : FAR, AbcBars.LINE + ahead.end(false, 0, later));
        }
        int part = AbcBars.REPEAT + alphabet.bars(full, 0).end(false, bars - 1, later);
        return Math.min(part, AbcBars.LINE + ahead.endAndPart(bars - 1, later));
    }

    /** From after the present bar, which the pickup completes, to the blank line. */
    private int afterShort(AbcAlphabet alphabet, int later) {
        AbcBars ahead = alphabet.bars(full, completing());
        if (ending == 1) {
            return bars <= 1 ? AbcBars.SECOND + ahead.end(false, 0, later) : FAR;
        } else if (ending == 2 && bars > 0) {
            return AbcBars.REPEAT + ahead.part(bars - 1, later);
        }
        return isLast(later) ? AbcBars.REPEAT : FAR;
    }

    /** Whether the present bar may be the last. */
    private boolean isLast(int later) {
        return bars <= 1 && later == 0;
    }
}
