package unroll.generate;

/**
 * At the beginning of a line of the header, after its number.
 *
 * @param alphabet the characters at hand
 * @param titled whether T: is there
 * @param metre what M: said, in 64ths of a whole note; 0 if it is not there
 * @param unit what L: said, likewise
 */
record AbcHeader(AbcAlphabet alphabet, boolean titled, int metre, int unit) implements AbcState {
    private static final String TEXTS = "ABCDFGNORSTZ";
    private static final int THREE_QUARTERS = 48;

    @Override
    public AbcState after(int c) {
        return switch (c) {
            case 'M' -> metre == 0 ? new AbcColon(metres()) : null;
            case 'L' -> unit == 0 ? new AbcColon(units()) : null;
            case 'K' -> titled && metre > 0 ? new AbcColon(keys()) : null;
            default -> TEXTS.indexOf(c) >= 0 ? new AbcColon(text(c)) : null;
        };
    }

    private AbcState text(int letter) {
        AbcHeader then = new AbcHeader(alphabet, titled || letter == 'T', metre, unit);
        return new AbcText(alphabet, '\n', then);
    }

    private AbcState metres() {
        return new AbcValue(alphabet.metres(), said -> new AbcHeader(alphabet, titled, said, unit));
    }

    private AbcState units() {
        return new AbcValue(alphabet.units(), said -> new AbcHeader(alphabet, titled, metre, said));
    }

    private AbcState keys() {
        AbcState music = music();
        return new AbcValue(alphabet.keys(), said -> music);
    }

    /** The music's beginning; where L: is missing the metre decides the unit (ABC 2.1, section 3.1.7). */
    private AbcState music() {
        int usual = metre < THREE_QUARTERS ? 4 : 8;
        int full = metre * 4 / (unit == 0 ? usual : unit);
        return new AbcBreak(AbcLine.first(AbcPlace.first(alphabet, full)), false);
    }

    @Override
    public int distance() {
        if (!titled) {
            AbcHeader then = new AbcHeader(alphabet, true, metre, unit);
            return alphabet.has('T') ? "T:x\n".length() + then.distance() : FAR;
        } else if (metre == 0) {
            return alphabet.has('M') ? 2 + metres().distance() : FAR;
        }
        int key = alphabet.has('K') ? 2 + keys().distance() : FAR;
        boolean mayShorten = unit == 0 && alphabet.has('L');
        return mayShorten ? Math.min(key, 2 + units().distance()) : key;
    }
}
