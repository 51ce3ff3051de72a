package unroll.music;

/**
 * A chord written over the tune, such as "Am7", where it is played.
 *
 * @param name the chord as written
 * @param startSeconds time in seconds from the tune's beginning
 * @param startBeats time in quarter notes
 * @param line line in the text, from 1
 * @param column character in the line, from 1
 */
public record ChordSymbol(
        String name, double startSeconds, double startBeats, int line, int column) {}
