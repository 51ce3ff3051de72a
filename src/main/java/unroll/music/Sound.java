package unroll.music;

import java.util.List;

/**
 * A note, chord or rest within a piece; its length may still change by a broken rhythm after it.
 */
final class Sound {
    /** One tone of a sound; it is tied if a tie follows it. */
    static final class Tone {
        final int step;
        final int midi;
        final int column;
        boolean tied;

        Tone(int step, int midi, int column) {
            this.step = step;
            this.midi = midi;
            this.column = column;
        }
    }

    final Fraction onset;
    final List<Tone> tones;
    final List<Tone> graces;
    final int line;
    Fraction duration;

    /** Onset and duration in whole notes, from the piece's beginning; a rest has no tones. */
    Sound(Fraction onset, Fraction duration, List<Tone> tones, List<Tone> graces, int line) {
        this.onset = onset;
        this.duration = duration;
        this.tones = tones;
        this.graces = graces;
        this.line = line;
    }
}
