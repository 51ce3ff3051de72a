package unroll.data;

import java.util.List;

/**
 * A scale on a tonic, and the chords that go with it.
 *
 * <p>A chord is the scale step of its root above the tonic, 0 to 6; its notes are every second step.
 *
 * @param suffix what follows the tonic in the K: field
 * @param chords chords of an ordinary bar
 * @param approaches chords of the bar before the last
 * @param dominant chord that leads back to the tonic
 */
record Mode(String suffix, List<Integer> chords, List<Integer> approaches, int dominant) {
    private static final Mode MAJOR = new Mode("", List.of(0, 0, 3, 4, 5), List.of(3, 1, 4), 4);
    private static final Mode MINOR = new Mode("m", List.of(0, 0, 6, 2, 3), List.of(6, 4, 3), 4);
    private static final Mode DORIAN = new Mode("dor", List.of(0, 0, 6, 6, 3), List.of(6, 6, 3), 6);
    private static final Mode MIXOLYDIAN =
            new Mode("mix", List.of(0, 0, 6, 3, 6), List.of(6, 3), 6);

    /** The mode of a key such as {@code G}, {@code Em} or {@code Ador}. */
    static Mode of(String key) {
        return switch (key.substring(1)) {
            case "m" -> MINOR;
            case "dor" -> DORIAN;
            case "mix" -> MIXOLYDIAN;
            default -> MAJOR;
        };
    }
}
