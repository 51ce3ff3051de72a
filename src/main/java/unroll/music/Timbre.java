package unroll.music;

/** How a note sounds: how many partials, how strong they are, how fast they die away. */
public enum Timbre {
    /** A plucked string: bright at first, then ringing out. */
    PLUCKED(6, 0.6, 2.5, 0.004),
    /** A tin whistle: nearly one partial, steady to its end. */
    WHISTLE(3, 0.2, 0.2, 0.012);

    private static final double RELEASE_SECONDS = 0.03;

    /** Partials from here on, as a part of the sample rate, are left out: they would fold back. */
    private static final double HIGHEST = 0.45;

    private final int partials;

    /** Strength of each partial beside the one below it. */
    private final double falloff;

    /** Partial k falls to 1/e in 1 / (k * decay) seconds. */
    private final double decay;

    private final double attackSeconds;

    Timbre(int partials, double falloff, double decay, double attackSeconds) {
        this.partials = partials;
        this.falloff = falloff;
        this.decay = decay;
        this.attackSeconds = attackSeconds;
    }

    /**
     * One note from its onset to its end, as samples of about -1 to 1 per partial.
     *
     * <pre>
     *   s(t) = envelope(t) * sum over k of falloff^(k-1) * exp(-k decay t) * sin(2 pi k f t)
     * </pre>
     *
     * The envelope rises and falls in straight lines, so that notes begin and end without a click
     * and a repeated note is heard twice.
     */
    float[] note(double hertz, int samples, int sampleRate) {
        float[] note = new float[samples];
        for (int k = 1; k <= partials && k * hertz < HIGHEST * sampleRate; k++) {
            double damping = StrictMath.exp(-k * decay / sampleRate);
            double strength = StrictMath.pow(falloff, k - 1);
            addPartial(note, strength, 2 * Math.PI * k * hertz / sampleRate, damping);
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
