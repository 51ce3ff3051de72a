package unroll.music;

/**
 * One sounding note of a tune with its repeats played out.
 *
 * @param midi pitch as a MIDI number, middle C = 60
 * @param startSeconds onset in seconds from the tune's beginning
 * @param seconds duration in seconds
 * @param startBeats onset in quarter notes
 * @param beats duration in quarter notes
 * @param grace true for a grace note
 * @param voice voice of the tune, from 1
 * @param bar number of the written bar in {@link Tune#bars()} order, from 1
 * @param line line in the text, from 1
 * @param column character in the line, from 1
 */
public record Note(
        int midi,
        double startSeconds,
        double seconds,
        double startBeats,
        double beats,
        boolean grace,
        int voice,
        int bar,
        int line,
        int column) {
    private static final String[] NAMES = {
        "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"
    };

    /** Name and octave, such as "F#4"; middle C is "C4". */
    public String name() {
        return NAMES[midi % 12] + (midi / 12 - 1);
    }

    /** Frequency in hertz, equally tempered: 440 * 2^((midi - 69) / 12). */
    public double hertz() {
        return 440 * StrictMath.pow(2, (midi - 69) / 12.0);
    }
}
