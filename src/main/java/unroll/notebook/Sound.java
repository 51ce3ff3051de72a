package unroll.notebook;

import java.util.Base64;
import java.util.Objects;
import unroll.music.Tune;
import unroll.music.Wav;
import unroll.plot.Digits;
import unroll.plot.Picture;
import unroll.plot.Plots;

/**
 * A tune to listen to: a player that needs neither a sound card here nor a network there, with the
 * piano roll below it.
 *
 * <pre>
 *   Sound.play(tune);                                  // shows the player now
 *   Sound.of(tune)                                     // shows it as a cell's last value
 *   Sound.of(Wav.of(tune).sampleRate(22050).limit(60)) // better and longer, and four times as big
 * </pre>
 *
 * @param wav the sound
 */
public record Sound(Wav wav) {
    /** Enough for a fiddle, at half the size in the notebook of what a {@code .wav} file has. */
    private static final int SAMPLE_RATE = 11025;

    private static final double LIMIT_SECONDS = 30;

    public Sound {
        Objects.requireNonNull(wav, "wav");
    }

    /** Returns the first 30 seconds of a tune at 11025 samples a second. */
    public static Sound of(Tune tune) {
        Objects.requireNonNull(tune, "the tune is null: a cell above was re-run; run it again");
        return of(Wav.of(tune).sampleRate(SAMPLE_RATE).limit(LIMIT_SECONDS));
    }

    /** Returns a sound of the reader's own rate and length. */
    public static Sound of(Wav wav) {
        return new Sound(wav);
    }

    /** Shows the player of a tune in the running cell. */
    public static void play(Tune tune) {
        Unroll.show(of(tune));
    }

    /** Returns the player over the piano roll. */
    Picture picture() {
        Picture roll = Plots.pianoRoll(wav.tune());
        String data = Base64.getEncoder().encodeToString(wav.bytes());
        String html =
                Digits.format(
                        "<div><audio controls style=\"vertical-align: middle\" src=\"data:audio/wav;base64,%s\"></audio> %s<br>%s</div>",
                        data, length(), roll.html());
        return Picture.ofHtml(html, toString());
    }

    private String length() {
        String all = Digits.fixed(wav.tune().seconds(), 1) + " s";
        return wav.tune().seconds() > wav.limit()
                ? Digits.format("the first %s s of %s", Digits.fixed(wav.limit(), 0), all)
                : all;
    }

    /** Returns what is played, in one line. */
    @Override
    public String toString() {
        return Digits.format("Sound, %s. %s", length(), Plots.pianoRoll(wav.tune()).text());
    }
}
