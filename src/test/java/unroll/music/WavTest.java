package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.UnrollException;

/**
 * The sound is listened to: where notes begin and how high they are, against the tune's own list.
 */
class WavTest {
    private static final String REEL =
            """
            X:1
            T:Test reel
            R:reel
            M:C|
            L:1/8
            K:D
            A2|dAFA dAFA|d2e>f g2 (3fed|c=cBc ^GABc|{e}d4 d2:|
            """;

    @ParameterizedTest
    @CsvSource({"22050, PLUCKED", "11025, PLUCKED", "22050, WHISTLE", "11025, WHISTLE"})
    void onsetsAndPitchesHeardAreThoseOfTheNotes(int sampleRate, Timbre timbre) {
        Tune tune = Abc.parse(REEL);
        Listener.to(Wav.of(tune).sampleRate(sampleRate).timbre(timbre).bytes()).expect(tune);
    }

    @Test
    void everyNoteOfAChordIsHeard() {
        Tune tune = Music.of("[CEG]8");
        Listener listener = Listener.to(Wav.of(tune).bytes());

        for (Note note : tune.notes()) {
            double beside = listener.power(note.hertz() * 1.03, 0.1, 0.9);
            assertThat(listener.power(note.hertz(), 0.1, 0.9)).isGreaterThan(100 * beside);
        }
    }

    @Test
    void itIsAWaveFileThatJavaItselfReads() throws Exception {
        byte[] bytes = Wav.of(Abc.parse(REEL)).sampleRate(11025).bytes();

        AudioInputStream stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes));

        AudioFormat format = stream.getFormat();
        assertThat(format.getSampleRate()).isEqualTo(11025);
        assertThat(format.getSampleSizeInBits()).isEqualTo(16);
        assertThat(format.getChannels()).isEqualTo(1);
        assertThat(stream.getFrameLength() * 2).isEqualTo(bytes.length - 44);
    }

    @Test
    void theLoudestMomentIsFourFifthsOfTheRange() {
        for (String music : List.of("A8", "[CEGceg]8|[C,,E,,]8", "{abc}d")) {
            assertThat(Listener.to(Wav.of(Music.of(music)).bytes()).peak())
                    .isCloseTo(0.8, within(1e-3));
        }
        assertThat(Listener.to(Wav.of(Music.of("z8")).bytes()).peak()).isZero();
    }

    @Test
    void aLongTuneFadesOutAtTheLimit() {
        Wav wav = Wav.of(Music.of("A8|B8|c8|")).limit(3);

        assertThat(wav.seconds()).isEqualTo(3);
        Listener listener = Listener.to(wav.bytes());
        assertThat(listener.seconds()).isCloseTo(3, within(1e-4));
        assertThat(listener.loudness(2.95, 3)).isLessThan(0.1 * listener.loudness(2.3, 2.4));
    }

    @Test
    void theSameTuneGivesTheSameBytes() {
        assertThat(Wav.of(Abc.parse(REEL)).bytes()).isEqualTo(Wav.of(Abc.parse(REEL)).bytes());
    }

    @Test
    void wrongSettingsAreRefused() {
        Wav wav = Wav.of(Music.of("A"));
        assertThatThrownBy(() -> wav.sampleRate(100))
                .hasMessage("sample rate must be 8000 to 48000 a second, got 100");
        assertThatThrownBy(() -> wav.limit(0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> wav.limit(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wav.of(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsSavedToAFile(@TempDir Path folder) throws Exception {
        Wav wav = Wav.of(Music.of("A"));
        wav.save(folder.resolve("a.wav"));

        assertThat(Files.readAllBytes(folder.resolve("a.wav"))).isEqualTo(wav.bytes());
        assertThatThrownBy(() -> wav.save(folder.resolve("no/a.wav")))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("a.wav");
    }
}
