package unroll.music;

/**
 * One written bar: the music between two bar lines.
 *
 * @param number position in {@link Tune#bars()}, from 1
 * @param voice voice of the tune, from 1
 * @param duration exact length in whole notes
 * @param full length the metre asks for in whole notes; 0 in free metre
 * @param kind how the two compare
 * @param line line in the text where the bar's music begins, from 1
 * @param column character in the line, from 1
 */
public record Bar(
        int number, int voice, Fraction duration, Fraction full, Kind kind, int line, int column) {

    /** How a bar fills its metre. */
    public enum Kind {
        /** As long as the metre asks, or in free metre. */
        FULL,
        /** Short; opens the tune or a section and runs into a plain bar line. */
        PICKUP,
        /**
         * Short; full together with what is played before or after it across a repeat, an ending or
         * a double bar, or, as the tune's last bar, together with its opening pickup.
         */
        COMPLETED,
        /** Shorter than the metre asks, and nothing completes it. */
        SHORT,
        /** Longer than the metre asks. */
        LONG
    }

    /** True unless the bar is {@link Kind#SHORT} or {@link Kind#LONG}. */
    public boolean isWellFormed() {
        return kind != Kind.SHORT && kind != Kind.LONG;
    }
}
