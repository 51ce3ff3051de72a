package unroll.music;

import java.util.List;

/** Short tunes for tests. */
final class Music {
    private Music() {}

    /** A tune in 4/4, unit 1/8, C major, 120 quarter notes a minute; the music begins in line 7. */
    static Tune of(String music) {
        return of("C", music);
    }

    /** The same in another key. */
    static Tune of(String key, String music) {
        return Abc.parse("X:1\nT:Test\nM:4/4\nL:1/8\nQ:1/4=120\nK:" + key + "\n" + music + "\n");
    }

    static List<Integer> midi(Tune tune) {
        return tune.notes().stream().map(Note::midi).toList();
    }

    /** Lengths in eighths. */
    static List<Double> eighths(Tune tune) {
        return tune.notes().stream().map(note -> tidy(note.beats() * 2)).toList();
    }

    /** Onsets in eighths. */
    static List<Double> onsets(Tune tune) {
        return tune.notes().stream().map(note -> tidy(note.startBeats() * 2)).toList();
    }

    /** Without the last bits that sums of thirds leave behind. */
    static double tidy(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    static List<String> names(Tune tune) {
        return tune.notes().stream().map(Note::name).toList();
    }
}
