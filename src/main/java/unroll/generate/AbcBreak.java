package unroll.generate;

/**
 * Where a line of text ends after a bar line, or the next has begun.
 *
 * @param line the bar line
 * @param pending whether an exclamation mark stands last and the line's end must follow
 */
record AbcBreak(AbcLine line, boolean pending) implements AbcState {

    /** After the blank line that ends a tune. */
    static final AbcState END =
            new AbcState() {
                @Override
                public AbcState after(int c) {
                    return null;
                }

                @Override
                public int distance() {
                    return 0;
                }
            };

    @Override
    public AbcState after(int c) {
        if (pending) {
            return c == '\n' ? new AbcBreak(line, false) : null;
        }
        return switch (c) {
            case '\n' -> line.mayFinish() ? END : null;
            case 'K' -> new AbcColon(keyField());
            default -> line.afterBreak(c);
        };
    }

    private AbcState keyField() {
        AbcBreak then = new AbcBreak(line.changeKey(), false);
        return new AbcValue(line.place().alphabet().keys(), meaning -> then);
    }

    @Override
    public int distance() {
        return (pending ? 1 : 0) + line.distanceAfterBreak();
    }
}
