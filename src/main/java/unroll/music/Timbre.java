package unroll.music;

import java.util.List;

/** How a note sounds: the strength of its partials and how fast they die away. */
public enum Timbre {
    /** A plucked string: bright at first, then ringing out. */
    PLUCKED(List.of(1.0, 0.5, 0.33, 0.2, 0.12, 0.08), 2.5, 0.004),
    /** A tin whistle: nearly one partial, steady to its end. */
    WHISTLE(List.of(1.0, 0.15, 0.05), 0.2, 0.012);

    private static final double RELEASE_SECONDS = 0.03;

    /** Partials from here on, as a part of the sample rate, are left out: they would fold back. */
    private static final double HIGHEST = 0.45;

    /** Strength of partial k = 1, 2, ..., whose frequency is k times the note's. */
    private final List<Double> strengths;

    /** Partial k falls to 1/e in 1 / (k * decay) seconds. */
    private final double decay;

    private final double attackSeconds;

    Timbre(List<Double> strengths, double decay, double attackSeconds) {
        this.strengths = strengths;
        this.decay = decay;
        this.attackSeconds = attackSeconds;
    }

    /**
     * One note from its onset to its end, as samples of about -2 to 2.
     *
     * <pre>
     *   s(t) = envelope(t) * sum over k of strength_k * exp(-k decay t) * sin(2 pi k f t)
     * </pre>
     *
     * The envelope rises and falls in straight lines, so that notes begin and end without a click and a
     * repeated note is heard twice.
     */
    float[] note(double hertz, int samples, int sampleRate) {
        float[] note = new float[samples];
        for (int k = 1; k <= strengths.size() && k * hertz < HIGHEST * sampleRate; k++) {
            double damping = StrictMath.exp(-k * decay / sampleRate);
            addPartial(note, strengths.get(k - 1), 2 * Math.PI * k * hertz / sampleRate, damping);
        }
        double attack = Math.min(samples / 3.0, attackSeconds * sampleRate);
        double release = Math.min(samples / 3.0, RELEASE_SECONDS * sampleRate);
        for (int at = 0; at < samples; at++) {
            double envelope = Math.min(1, Math.min(at / attack, (samples - at) / release));
            note[at] *= (float) envelope;
        }
        return note;
    }

    /** Adds strength * r^n * sin(w n), by its recurrence y_n = 2 r cos(w) y_{n-1} - r^2 y_{n-2}. */
    private static void addPartial(float[] note, double strength, double w, double r) {
        double before = 0;
        double now = strength * r * StrictMath.sin(w);
        double turn = 2 * r * StrictMath.cos(w);
        for (int at = 1; at < note.length; at++) {
            note[at] += (float) now;
            double next = turn * now - r * r * before;
            before = now;
            now = next;
        }
    }
}
