package unroll.music;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A tune as sound: 16 bits, one channel, computed in plain Java without any sound device.
 *
 * <p>The loudest moment is at 80 % of the range, so nothing clips. The same tune gives the same
 * bytes everywhere.
 *
 * @param tune the tune
 * @param sampleRate samples a second; 11025 halves the size of the default 22050
 * @param limit seconds after which a longer tune fades out
 * @param timbre how a note sounds
 */
public record Wav(Tune tune, int sampleRate, double limit, Timbre timbre) {
    private static final int DEFAULT_RATE = 22050;
    private static final double DEFAULT_LIMIT = 300;
    private static final double LONGEST_LIMIT = 900;
    private static final double FADE_SECONDS = 0.5;
    private static final double TAIL_SECONDS = 0.1;
    private static final double PEAK = 0.8 * Short.MAX_VALUE;
    private static final int HEADER = 44;

    /**
     * Throws {@link IllegalArgumentException} for a rate outside 8000 to 48000 or a limit beyond 0
     * to 900.
     */
    public Wav {
        if (tune == null || timbre == null) {
            throw new IllegalArgumentException("tune or timbre is null");
        }
        if (sampleRate < 8000 || sampleRate > 48000) {
            throw new IllegalArgumentException(
                    "sample rate must be 8000 to 48000 a second, got " + sampleRate);
        }
        if (!(limit > 0 && limit <= LONGEST_LIMIT)) {
            throw new IllegalArgumentException(
                    "limit must be more than 0 and at most 900 seconds, got " + limit);
        }
    }

    /** The tune plucked, at 22050 samples a second, at most 300 seconds of it. */
    public static Wav of(Tune tune) {
        return new Wav(tune, DEFAULT_RATE, DEFAULT_LIMIT, Timbre.PLUCKED);
    }

    /** The same at another number of samples a second. */
    public Wav sampleRate(int sampleRate) {
        return new Wav(tune, sampleRate, limit, timbre);
    }

    /** The same with another limit in seconds. */
    public Wav limit(double limit) {
        return new Wav(tune, sampleRate, limit, timbre);
    }

    /** The same with another sound. */
    public Wav timbre(Timbre timbre) {
        return new Wav(tune, sampleRate, limit, timbre);
    }

    /**
     * Length of the sound in seconds: the tune, a breath of silence, and no more than the limit.
     */
    public double seconds() {
        return Math.min(limit, tune.seconds() + TAIL_SECONDS);
    }

    /** The file's bytes: a RIFF header of 44 bytes, then the samples, least byte first. */
    public byte[] bytes() {
        float[] signal = signal();
        ByteBuffer file = ByteBuffer.allocate(HEADER + 2 * signal.length);
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * signal.length).put(ascii("WAVEfmt "));
        file.putInt(16).putShort((short) 1).putShort((short) 1); // PCM, one channel
        file.putInt(sampleRate).putInt(2 * sampleRate).putShort((short) 2).putShort((short) 16);
        file.put(ascii("data")).putInt(2 * signal.length);
        double gain = gain(signal);
        for (float sample : signal) {
            file.putShort((short) Math.round(gain * sample));
        }
        return file.array();
    }

    /** Writes the sound to a file. */
    public void save(Path file) {
        SavedFile.write("the sound", file, bytes());
    }

    private float[] signal() {
        float[] signal = new float[(int) Math.ceil(seconds() * sampleRate)];
        for (Note note : tune.notes()) {
            int from = (int) Math.round(note.startSeconds() * sampleRate);
            int to = (int) Math.round((note.startSeconds() + note.seconds()) * sampleRate);
            to = Math.min(to, signal.length);
            if (from < to) {
                float[] sound = timbre.note(note.hertz(), to - from, sampleRate);
                for (int at = from; at < to; at++) {
                    signal[at] += sound[at - from];
                }
            }
        }
        if (tune.seconds() > limit) {
            fadeOut(signal);
        }
        return signal;
    }

    private void fadeOut(float[] signal) {
        int fade = (int) Math.min(signal.length, FADE_SECONDS * sampleRate);
        for (int left = 0; left < fade; left++) {
            signal[signal.length - 1 - left] *= (float) left / fade;
        }
    }

    private static double gain(float[] signal) {
        float loudest = 0;
        for (float sample : signal) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest == 0 ? 0 : PEAK / loudest;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
