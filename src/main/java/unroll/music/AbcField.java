package unroll.music;

/**
 * One information field of a tune, as written: {@code R:reel} has the name "R" and the value
 * "reel".
 *
 * @param name the letter, or "%%" for a directive
 * @param value the text after the colon, without comment and outer blanks
 * @param line line in the text, from 1
 */
public record AbcField(String name, String value, int line) {
    @Override
    public String toString() {
        return name.equals("%%") ? name + value : name + ":" + value;
    }
}
