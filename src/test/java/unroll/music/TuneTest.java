package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    @Test
    void whatCannotBeSavedWholeLeavesTheOldFileAndNothingBeside(@TempDir Path folder)
            throws Exception {
        Path old = Files.createDirectory(folder.resolve("a.wav")); // no file can take its place
        Files.writeString(old.resolve("inside"), "old");
        Tune tune = Abc.parse(SOURCE);
        List<ThrowingCallable> saves =
                List.of(
                        () -> Wav.of(tune).save(old),
                        () -> Midi.of(tune).save(old),
                        () -> NoteList.of(tune).save(old),
                        () -> tune.save(old));
        for (ThrowingCallable save : saves) {
            assertThatThrownBy(save)
                    .isInstanceOf(UnrollException.class)
                    .hasMessageContaining("could not be written to " + old)
                    .hasMessageEndingWith(
                            "an older file is unchanged; check that the folder exists and that"
                                    + " there is room");
        }
        assertThat(old.resolve("inside")).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(old);
        }
        assertThatThrownBy(() -> tune.save(null)).hasMessageStartingWith("file is null: name one");
    }

    @Test
    void anOlderFileIsReplaced(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.abc"), "an old and longer text".repeat(9));
        Abc.parse(SOURCE).save(file);
        assertThat(file).hasContent(SOURCE);
    }
}
