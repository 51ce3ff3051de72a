package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.plotly.components.Figure;
import unroll.UnrollException;
import unroll.music.Abc;

/** Pictures as files. Where Java has no font, a PNG must say so, and how to get one. */
class SaveTest {
    @TempDir Path folder;

    @Test
    void everyKindCanBeSavedAsPixels() throws IOException {
        for (Map.Entry<String, Figure> entry : Samples.figures("a title").entrySet()) {
            Path file = folder.resolve(entry.getKey() + ".png");
            try {
                Plots.save(entry.getValue(), file);
            } catch (UnrollException e) {
                assertThat(e).hasMessageContaining("install fontconfig");
                return;
            }
            assertThat(colors(file)).as(entry.getKey()).hasSizeGreaterThan(3);
        }
    }

    private static Set<Integer> colors(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors;
    }

    @Test
    void aPageStandsAloneAndHoldsNoScript() throws IOException {
        Path file = folder.resolve("page.html");
        Plots.save(Samples.figures("</script><script>x").get("bar"), file);
        assertThat(Files.readString(file))
                .contains("data:image/svg+xml;base64,")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void anOlderFileIsReplacedWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("loss.svg");
        Plots.save(Samples.figures("first").get("bar"), file);
        Plots.save(Samples.figures("second").get("bar"), file);
        assertThat(Files.readString(file)).contains("second").doesNotContain("first");
        assertThat(folder.toFile().list()).containsExactly("loss.svg");
        Path taken = Files.createDirectories(folder.resolve("taken.svg/inside")).getParent();
        assertThatThrownBy(() -> Plots.save(Samples.figures("x").get("bar"), taken))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("a folder has this name; save it under another name");
        assertThat(taken).isNotEmptyDirectory();
    }

    @Test
    void aLinkStaysAndWhatItNamesGetsThePicture() throws IOException {
        Path target = Files.writeString(folder.resolve("target.svg"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), Path.of("target.svg"));
        Plots.save(Samples.figures("new").get("bar"), link);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(target)).startsWith("<svg");
        Path circle = Files.createSymbolicLink(folder.resolve("a.svg"), Path.of("a.svg"));
        assertThatThrownBy(() -> Plots.save(Samples.figures("x").get("bar"), circle))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("final.svg"), "final");
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThatThrownBy(() -> Plots.save(Samples.figures("x").get("bar"), file))
                .isInstanceOf(UnrollException.class)
                .hasMessageContainingAll(file.toString(), "read-only", "another name");
        assertThat(Files.readString(file)).isEqualTo("final");
    }

    @Test
    void aMessageTellsOfAnOlderFileWhereThereIsOneAndOfAFolderWhereThereIsNone()
            throws IOException {
        Path file = Files.writeString(folder.resolve("final.svg"), "final");
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThatThrownBy(() -> Plots.save(Samples.figures("x").get("bar"), file))
                .hasMessageContaining("the older file is unchanged; save it");
        Path processes = Path.of("/proc");
        Assumptions.assumeTrue(Files.isDirectory(processes));
        assertThatThrownBy(
                        () -> Plots.save(Samples.figures("x").get("bar"), Path.of("/proc/x.svg")))
                .isInstanceOf(UnrollException.class)
                .hasMessageContaining("/proc/x.svg: no file can be made in folder /proc; save it")
                .hasMessageNotContaining("older file");
    }

    @Test
    void aFailureNamesTheFileOfTheReaderAndWhatToDo() throws IOException {
        Files.writeString(folder.resolve("notes"), "no folder");
        Path inside = folder.resolve("notes/loss.svg");
        assertThatThrownBy(() -> Plots.save(Samples.figures("x").get("bar"), inside))
                .isInstanceOf(UnrollException.class)
                .hasMessageContainingAll(inside.toString(), "no folder", "in another folder");
        Path endless = folder.resolve("n".repeat(300) + ".svg");
        assertThatThrownBy(() -> Plots.save(Samples.figures("x").get("bar"), endless))
                .isInstanceOf(UnrollException.class)
                .hasMessageContainingAll("another name")
                .hasMessageNotContaining(".unroll-");
    }

    @Test
    void anotherEndingIsRefusedAndThoseThereAreAreNamed() {
        Path file = folder.resolve("figure.gif");
        assertThatThrownBy(() -> Plots.save(Samples.figures("t").get("bar"), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".svg, .html or .png");
        Picture card = Picture.ofHtml("<b>card</b>", "card");
        assertThatThrownBy(() -> Plots.save(card, folder.resolve("card.png")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("saved as .html");
    }

    @Test
    void aPianoRollCanBePaintedToo() throws IOException {
        Picture roll = Plots.pianoRoll(Abc.parse("X:1\nT:Scale\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|\n"));
        assertThat(roll.drawing()).isPresent();
        assertThat(roll.svg()).contains(roll.drawing().orElseThrow().svg());
    }
}
