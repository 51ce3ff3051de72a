package unroll.music;

/**
 * Something in a tune that can be read but is probably not meant.
 *
 * @param message what it is and what was done with it
 * @param line line in the text, from 1
 * @param column character in the line, from 1
 */
public record AbcWarning(String message, int line, int column) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
