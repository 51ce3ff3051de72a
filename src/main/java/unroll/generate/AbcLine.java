package unroll.generate;

/**
 * After a bar line or a part of one, perhaps at the beginning of the next line of text.
 *
 * @param place where in the form, the bar before the line counted
 * @param kind what stands last
 * @param wasFull whether the bar before the line was full
 */
record AbcLine(AbcPlace place, Kind kind, boolean wasFull) implements AbcState {

    /** What stands last. */
    enum Kind {
        /** A line between two full bars. */
        PLAIN,
        /** The first stroke of a double bar. */
        HALF,
        /** The dots of an end of repeat. */
        COLON,
        /** The line that ends a part, or nothing: the music begins. */
        PART,
        /** A stroke at the beginning of a part; the dots of its repeat sign must follow. */
        STROKE,
        /** The bracket of an ending; its number must follow. */
        BRACKET
    }

    /** Before the music begins. */
    static AbcLine first(AbcPlace place) {
        return new AbcLine(place, Kind.PART, true);
    }

    @Override
    public AbcState after(int c) {
        return switch (kind) {
            case HALF -> c == '|' || c == ']' ? end() : null;
            case COLON -> c == '|' ? end() : null;
            case STROKE -> c == ':' ? new AbcBetween(place.mark()) : null;
            case BRACKET -> c == '1' + place.ending() ? ending() : null;
            case PLAIN -> afterPlain(c);
            case PART -> afterPart(c);
        };
    }

    private AbcState end() {
        return new AbcLine(place.ending() == 1 ? place : place.part(wasFull), Kind.PART, wasFull);
    }

    private AbcState ending() {
        return new AbcBetween(place.enter(place.ending() + 1));
    }

    private AbcState afterPlain(int c) {
        return switch (c) {
            case '|', ']' -> place.mayStop() ? end() : null;
            case ':' -> place.mayStop() ? new AbcBetween(place.part(true).mark()) : null;
            case '1' -> mayBranch() ? ending() : null;
            case '[' -> mayBranch() ? new AbcLine(place, Kind.BRACKET, wasFull) : null;
            case '\n', '!' -> breakLine(c);
            default -> new AbcBetween(place).after(c);
        };
    }

    /** Whether a first ending may begin; it needs a second. */
    private boolean mayBranch() {
        AbcAlphabet alphabet = place.alphabet();
        return place.ending() == 0 && alphabet.has('1') && alphabet.has('2');
    }

    private AbcState afterPart(int c) {
        boolean second = place.ending() == 1;
        return switch (c) {
            case '2' -> second ? ending() : null;
            case '[' -> second ? new AbcLine(place, Kind.BRACKET, wasFull) : null;
            case '\n', '!' -> breakLine(c);
            case '|' -> second ? null : new AbcLine(place, Kind.STROKE, wasFull);
            default -> second ? null : new AbcBetween(place).after(c);
        };
    }

    private AbcState breakLine(int c) {
        return new AbcBreak(this, c == '!');
    }

    /** Whether the tune may end after this line. */
    boolean mayFinish() {
        return place.mayStop() && place.isEnough();
    }

    @Override
    public int distance() {
        return switch (kind) {
            case HALF, COLON -> 1 + end().distance();
            case STROKE -> 1 + place.mark().distance();
            case BRACKET -> 1 + ending().distance();
            case PLAIN -> Math.min(onOrEnd(), place.mayStop() ? 1 + end().distance() : FAR);
            case PART -> place.ending() == 1 ? 1 + ending().distance() : onOrEnd();
        };
    }

    private int onOrEnd() {
        return Math.min(mayFinish() ? "\n\n".length() : FAR, place.distance());
    }

    /** The same at the beginning of a line of text: only brackets number an ending there. */
    AbcState afterBreak(int c) {
        boolean second = kind == Kind.PART && place.ending() == 1;
        boolean first = kind == Kind.PLAIN && mayBranch();
        if (c == '[') {
            return first || second ? new AbcLine(place, Kind.BRACKET, wasFull) : null;
        } else if (second) {
            return null;
        } else if (c == '|') {
            return kind == Kind.PART ? new AbcLine(place, Kind.STROKE, wasFull) : null;
        }
        return c == ' ' ? null : new AbcBetween(place).after(c);
    }

    int distanceAfterBreak() {
        boolean second = kind == Kind.PART && place.ending() == 1;
        int bracket = place.alphabet().has('[') ? 2 : FAR;
        int on = second ? bracket + ending().distance() : place.distance();
        return Math.min(mayFinish() ? 1 : FAR, on);
    }

    /** The same after a change of key. */
    AbcLine changeKey() {
        return new AbcLine(place.changeKey(), kind, wasFull);
    }
}
