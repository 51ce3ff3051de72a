package unroll.generate;

/**
 * Within free text: a field's, or one in quotes.
 *
 * @param alphabet the characters at hand
 * @param end the character that ends it
 * @param written whether it holds more than spaces
 * @param then the state after it
 * @param distanceThen the distance of that state
 */
record AbcText(AbcAlphabet alphabet, int end, boolean written, AbcState then, int distanceThen)
        implements AbcState {
    private static final String NEVER = "%\\";

    AbcText(AbcAlphabet alphabet, int end, AbcState then) {
        this(alphabet, end, false, then, then.distance());
    }

    @Override
    public AbcState after(int c) {
        if (c == end) {
            return written ? then : null;
        }
        return isText(c)
                ? new AbcText(
                        alphabet, end, written || !Character.isWhitespace(c), then, distanceThen)
                : null;
    }

    /** Whether a character is text everywhere: a comment or a joint of lines would end it. */
    private static boolean isText(int c) {
        return c >= ' ' && !Character.isISOControl(c) && NEVER.indexOf(c) < 0;
    }

    @Override
    public int distance() {
        int close = alphabet.has(end) ? 1 : FAR;
        return (written ? 0 : 1) + close + distanceThen;
    }
}
