package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.data.Corpora;
import unroll.data.Split;
import unroll.model.CharacterTrigram;
import unroll.text.Vocabulary;

/** The README's ten lines do what the README says, on a text of 100 kB. */
@Tag("engine")
@Tag("slow")
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir Path folder;

    /** The imports, then the ten lines. */
    private static List<String> blocks() throws IOException {
        Matcher block = JAVA.matcher(Files.readString(Path.of("README.md")));
        List<String> blocks = block.results().map(found -> found.group(1)).toList();
        assertThat(blocks).as("blocks of Java in README.md").hasSize(2);
        return blocks;
    }

    private String inFolder(String lines) {
        return lines.replace("\"my-text.txt\"", quoted(folder.resolve("my-text.txt")))
                .replace(
                        "\"my-model.safetensors\"", quoted(folder.resolve("my-model.safetensors")));
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\") + "\"";
    }

    @Test
    void tenLinesReadTrainWriteAndBeatATrigram() throws IOException {
        String text = Corpora.tunes(450, 11).text();
        assertThat(text.length()).isBetween(90_000, 110_000);
        Files.writeString(folder.resolve("my-text.txt"), text);
        try (NotebookRunner runner = new NotebookRunner()) {
            runner.run(blocks().get(0));
            runner.run(inFolder(blocks().get(1)));
            runner.run(
                    "double reached = history.best().loss(); int steps = history.last().step();");
            runner.run(
                    "boolean known = Generation.of(model).seed(2).text(300).chars()"
                            + ".allMatch(c -> vocabulary.contains(String.valueOf((char) c)));");

            assertThat(Double.parseDouble(runner.value("reached"))).isLessThan(trigramLoss(text));
            assertThat(runner.value("known")).isEqualTo("true");
        }
        assertThat(folder.resolve("my-model.safetensors")).exists();
    }

    private static double trigramLoss(String text) {
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        Split split = Split.at(vocabulary.encode(text), 0.9);
        return new CharacterTrigram(split.training(), vocabulary.size()).loss(split.validation());
    }
}
