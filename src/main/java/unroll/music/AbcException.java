package unroll.music;

import unroll.UnrollException;

/** Text that is not a tune in ABC notation, with the line and column where reading it failed. */
public final class AbcException extends UnrollException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    AbcException(String fault, int line, int column, String excerpt) {
        super("line " + line + ", column " + column + ": " + fault + excerpt);
        this.line = line;
        this.column = column;
    }

    /** Line of the text given to the parser, counted from 1. */
    public int line() {
        return line;
    }

    /** Character within the line, counted from 1. */
    public int column() {
        return column;
    }
}
