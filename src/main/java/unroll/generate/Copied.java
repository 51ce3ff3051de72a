package unroll.generate;

import java.util.Locale;

/**
 * The longest run of a text that stands in a corpus too.
 *
 * @param length its number of characters (UTF-16 units); 0 if the texts share nothing
 * @param corpusOffset where it first begins in the corpus
 * @param line the line there, counted from 1
 * @param item title of the tune there, or the first line of its paragraph
 * @param text the run itself
 * @param ordinary the length that runs shared by two parts of the corpus seldom exceed
 */
public record Copied(
        int length, int corpusOffset, int line, String item, String text, int ordinary) {

    /** Returns whether the run is longer than what the corpus repeats by itself: a copy. */
    public boolean flagged() {
        return length > ordinary;
    }

    /** Returns one sentence with the length, the place and the verdict. */
    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s: the longest run shared with the corpus has %d characters (line %d, \"%s\"); up to %d",
                        flagged() ? "copied" : "not copied",
                        length,
                        line,
                        item,
                        ordinary)
                + " are ordinary";
    }
}
