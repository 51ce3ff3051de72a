package unroll.generate;

/**
 * Within a tune's first line, {@code X:} and its number.
 *
 * @param alphabet the characters at hand
 * @param digits how many digits are written; -1 while a space may precede them
 */
record AbcNumber(AbcAlphabet alphabet, int digits) implements AbcState {
    private static final int MOST = 6;

    /** The beginning of a tune. */
    static AbcState start(AbcAlphabet alphabet) {
        AbcState number = new AbcColon(new AbcNumber(alphabet, -1));
        return new AbcState() {
            @Override
            public AbcState after(int c) {
                return c == 'X' ? number : null;
            }

            @Override
            public int distance() {
                return 1 + number.distance();
            }
        };
    }

    @Override
    public AbcState after(int c) {
        if (c == '\n') {
            return digits > 0 ? header() : null;
        } else if (c == ' ') {
            return digits < 0 ? new AbcNumber(alphabet, 0) : null;
        }
        boolean digit = c >= '0' && c <= '9' && digits < MOST;
        return digit ? new AbcNumber(alphabet, Math.max(0, digits) + 1) : null;
    }

    private AbcState header() {
        return new AbcHeader(alphabet, false, 0, 0);
    }

    @Override
    public int distance() {
        return (digits > 0 ? 1 : 2) + header().distance();
    }
}
