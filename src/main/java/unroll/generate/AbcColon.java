package unroll.generate;

/**
 * After the letter of a field, before its colon.
 *
 * @param value the state after the colon
 */
record AbcColon(AbcState value) implements AbcState {

    @Override
    public AbcState after(int c) {
        return c == ':' ? value : null;
    }

    @Override
    public int distance() {
        return 1 + value.distance();
    }
}
