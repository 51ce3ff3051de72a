package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import unroll.music.Abc;
import unroll.music.Tune;
import unroll.music.Wav;

class SoundTest {
    private static final Tune SCALE =
            Abc.parse("X:1\nT:A <b>scale</b>\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\nCDEF|GABc|\n");
    private static final Tune LONG =
            Abc.parse("X:1\nT:Long\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n" + "CDEF|".repeat(12) + "\n");

    @Test
    void thePlayerCarriesTheWholeTune() throws Exception {
        AudioInputStream sound = sound(Sound.of(SCALE).picture().html());
        AudioFormat format = sound.getFormat();
        assertThat(format.getSampleRate()).isEqualTo(11025);
        assertThat(format.getChannels()).isOne();
        assertThat(sound.getFrameLength() / format.getFrameRate()).isBetween(8f, 8.5f);
    }

    @Test
    void aLongTuneIsCutAndSaysSo() throws Exception {
        Sound sound = Sound.of(LONG);
        AudioInputStream played = sound(sound.picture().html());
        assertThat(played.getFrameLength() / 11025f).isBetween(29.9f, 30.1f);
        assertThat(sound.picture().html())
                .hasSizeLessThan(1_000_000)
                .contains("the first 30 s of 48.0 s");
        assertThat(sound.toString()).startsWith("Sound, the first 30 s of 48.0 s. Piano roll of");
    }

    @Test
    void thePianoRollStandsBesideThePlayer() {
        String html = Sound.of(SCALE).picture().html();
        assertThat(html)
                .startsWith("<div><audio controls ")
                .contains(
                        "src=\"data:audio/wav;base64,UklGR",
                        "<img src=\"data:image/svg+xml;base64,")
                .contains("alt=\"Piano roll of &quot;A &lt;b&gt;scale&lt;/b&gt;&quot;: C major")
                .doesNotContain("<source", "<script", "http:", "https:");
    }

    @Test
    void aReaderMayChooseRateAndLength() throws Exception {
        Sound sound = Sound.of(Wav.of(LONG).sampleRate(8000).limit(2));
        AudioInputStream played = sound(sound.picture().html());
        assertThat(played.getFormat().getSampleRate()).isEqualTo(8000);
        assertThat(played.getFrameLength()).isEqualTo(16_000);
    }

    @Test
    void aMissingTuneIsExplained() {
        assertThatThrownBy(() -> Sound.of((Tune) null))
                .hasMessage("the tune is null: a cell above was re-run; run it again");
    }

    private static AudioInputStream sound(String html) throws Exception {
        String data = html.replaceFirst("(?s).*data:audio/wav;base64,([^\"]*)\".*", "$1");
        byte[] bytes = Base64.getDecoder().decode(data);
        return AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes));
    }
}
