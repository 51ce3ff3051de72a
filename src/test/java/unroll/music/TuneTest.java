package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.UnrollException;

class TuneTest {
    private static final String SOURCE =
            "X:1\nT:Scale\nM:4/4\nL:1/4\nQ:1/4=60\nK:D\nD{g}F|G2^G2|]\n";

    @Test
    void aTuneSaysWhatItIsInOneLine() {
        assertThat(Abc.parse(SOURCE)).hasToString("Scale: D major, 4/4, 2 bars, 5 notes, 6.0 s");
    }

    @Test
    void theNoteListShowsEachNote() {
        assertThat(NoteList.of(Abc.parse(SOURCE)).text())
                .isEqualTo(
                        """
                Scale: D major, 4/4, 2 bars, 5 notes, 6.0 s
                 bar   beat  length  seconds  note  midi
                   1   0.00   1.000    0.000  D4      62
                   1   1.00   0.125    1.000  G5      79 *
                   1   1.13   0.875    1.125  F#4     66
                   2   2.00   2.000    2.000  G4      67
                   2   4.00   2.000    4.000  G#4     68
                """);
    }

    @Test
    void tuneAndNoteListAreSaved(@TempDir Path folder) throws Exception {
        Tune tune = Abc.parse(SOURCE);
        tune.save(folder.resolve("a.abc"));
        NoteList.of(tune).save(folder.resolve("a.txt"));

        assertThat(Files.readString(folder.resolve("a.abc"))).isEqualTo(SOURCE);
        assertThat(Files.readString(folder.resolve("a.txt"))).startsWith("Scale: D major");
        assertThatThrownBy(() -> tune.save(folder.resolve("no/a.abc")))
                .isInstanceOf(UnrollException.class);
        assertThatThrownBy(() -> NoteList.of(tune).save(folder.resolve("no/a")))
                .isInstanceOf(UnrollException.class);
    }
}
