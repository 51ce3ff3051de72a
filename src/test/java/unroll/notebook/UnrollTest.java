package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.Engines;
import unroll.music.Abc;
import unroll.plot.Bundle;

class UnrollTest {
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void watch() {
        Bridges.use(recorder);
    }

    @AfterEach
    void forget() {
        Bridges.use(null);
    }

    @Test
    @Tag("engine")
    void startShowsWhatComputesAndTheSeed() {
        Unroll.start(4711);
        Unroll.start();
        assertThat(recorder.bundles).hasSize(2);
        assertThat(recorder.text(0))
                .startsWith("Unroll ")
                .contains("engine   " + Engines.name(), "threads  ", "seed     4711")
                .contains("Java     " + Runtime.version().feature() + " (recorder)");
        assertThat(recorder.text(1)).isEqualTo(recorder.text(0));
    }

    @Test
    void aValueIsShownInTheMiddleOfACell() {
        Unroll.show(new float[] {1, 2});
        Unroll.show(null);
        Sound.play(Abc.parse("X:1\nT:Two\nM:4/4\nL:1/4\nK:C\nCDEF|\n"));
        assertThat(recorder.text(0)).isEqualTo("float[2] [1, 2]");
        assertThat(recorder.text(1)).isEqualTo("null");
        assertThat(recorder.text(2)).startsWith("Sound, 2.0 s. Piano roll of \"Two\"");
        assertThat((String) recorder.bundles.get(2).get(Bundle.HTML)).contains("<audio controls");
        assertThat(recorder.ids.stream().distinct()).hasSize(3);
    }

    @Test
    void sourcesAreFoundBesideTheJar(@TempDir Path folder) throws IOException {
        assertThat(SourceDocs.beside(folder.resolve("unroll.jar"))).isEmpty();
        Path sources = Files.createFile(folder.resolve("unroll-sources.jar"));
        assertThat(SourceDocs.beside(folder.resolve("unroll.jar"))).containsExactly(sources);
        assertThat(SourceDocs.beside(folder.resolve("classes"))).isEmpty();
    }
}
