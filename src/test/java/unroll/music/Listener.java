package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Hears a WAV file: loudness, onsets by sudden rise, pitch by autocorrelation, power by Goertzel.
 */
final class Listener {
    private static final int HEADER = 44;
    private static final double HOP = 0.001;
    private static final double RISE = 3;

    private final double[] signal;
    private final int rate;

    private Listener(double[] signal, int rate) {
        this.signal = signal;
        this.rate = rate;
    }

    static Listener to(byte[] wav) {
        ByteBuffer file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        double[] signal = new double[(wav.length - HEADER) / 2];
        for (int at = 0; at < signal.length; at++) {
            signal[at] = file.getShort(HEADER + 2 * at) / 32768.0;
        }
        return new Listener(signal, file.getInt(24));
    }

    double seconds() {
        return (double) signal.length / rate;
    }

    double peak() {
        return peak(0, seconds());
    }

    private double peak(double from, double to) {
        double peak = 0;
        int last = Math.min(signal.length, (int) (to * rate));
        for (int at = Math.max(0, (int) (from * rate)); at < last; at++) {
            peak = Math.max(peak, Math.abs(signal[at]));
        }
        return peak;
    }

    /** Root of the mean square between two moments. */
    double loudness(double from, double to) {
        double sum = 0;
        int first = (int) (from * rate);
        int last = Math.min(signal.length, (int) (to * rate));
        for (int at = first; at < last; at++) {
            sum += signal[at] * signal[at];
        }
        return Math.sqrt(sum / Math.max(1, last - first));
    }

    /** Fails unless the onsets heard are those of the notes, to 12 ms, and the pitches as well. */
    void expect(Tune tune) {
        List<Double> heard = onsets();
        assertThat(heard).as(tune.title()).hasSameSizeAs(tune.notes());
        for (int at = 0; at < heard.size(); at++) {
            Note note = tune.notes().get(at);
            assertThat(heard.get(at))
                    .as("onset of %s", note)
                    .isCloseTo(note.startSeconds(), within(0.012));
            assertThat(pitch(note)).as("pitch of %s", note).isEqualTo(note.midi());
        }
    }

    /** Moments in seconds at which it gets louder by far than it just was. */
    List<Double> onsets() {
        List<Double> onsets = new ArrayList<>();
        double best = 0;
        double bestAt = 0;
        for (double at = 0; at < seconds(); at += HOP) {
            double rise = peak(at + 0.005, at + 0.017) / (peak(at - 0.004, at) + 0.01);
            if (rise > RISE && rise > best) {
                best = rise;
                bestAt = at;
            }
            if (best > 0 && at > bestAt + 0.02) {
                onsets.add(bestAt);
                best = 0;
            }
        }
        return onsets;
    }

    /** MIDI number of what sounds while the note should, whatever the note says. */
    int pitch(Note note) {
        int from = (int) ((note.startSeconds() + Math.min(0.012, note.seconds() / 4)) * rate);
        int length = (int) (Math.min(0.1, note.seconds() * 0.6) * rate);
        double period = period(from, length);
        return (int) Math.round(69 + 12 * Math.log(rate / period / 440) / Math.log(2));
    }

    /** The first lag at which the signal is nearly like itself, in samples. */
    private double period(int from, int length) {
        int longest = Math.min(length / 2, rate / 100);
        double[] likeness = new double[longest + 1];
        double best = 0;
        for (int lag = rate / 2000; lag <= longest; lag++) {
            likeness[lag] = likeness(from, length - longest, lag);
            best = Math.max(best, likeness[lag]);
        }
        int lag = rate / 2000 + 1;
        while (likeness[lag] < 0.85 * best || likeness[lag + 1] > likeness[lag]) {
            lag++;
        }
        double before = likeness[lag - 1];
        double after = likeness[lag + 1];
        return lag
                + (before - after) / (2 * (before + after - 2 * likeness[lag])); // parabola's top
    }

    private double likeness(int from, int length, int lag) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int at = from; at < from + length; at++) {
            product += signal[at] * signal[at + lag];
            one += signal[at] * signal[at];
            other += signal[at + lag] * signal[at + lag];
        }
        return product / Math.sqrt(one * other + 1e-12);
    }

    /** Power at one frequency between two moments, by Goertzel's recurrence. */
    double power(double hertz, double from, double to) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double now = 0;
        double before = 0;
        for (int at = (int) (from * rate); at < (int) (to * rate); at++) {
            double next = signal[at] + turn * now - before;
            before = now;
            now = next;
        }
        return now * now + before * before - turn * now * before;
    }
}
