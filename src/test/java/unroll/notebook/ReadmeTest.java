package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.data.Corpora;
import unroll.data.Split;
import unroll.model.CharacterTrigram;
import unroll.text.Vocabulary;

/** The README's ten lines for each task do what the README says, on files of a reader. */
@Tag("engine")
@Tag("slow")
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern FILE = Pattern.compile("\"(my-[a-z.-]+)\"");

    @TempDir Path folder;

    /** The imports, then ten lines for each task. */
    private static List<String> blocks() throws IOException {
        Matcher block = JAVA.matcher(Files.readString(Path.of("README.md")));
        List<String> blocks = block.results().map(found -> found.group(1)).toList();
        assertThat(blocks).as("blocks of Java in README.md").hasSize(6);
        return blocks;
    }

    private String inFolder(String lines) {
        return FILE.matcher(lines)
                .replaceAll(
                        name -> Matcher.quoteReplacement(quoted(folder.resolve(name.group(1)))));
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

    private static String tenLines(int block) throws IOException {
        assertThat(blocks().get(block).lines()).hasSize(10);
        return blocks().get(block);
    }

    /** Runs cells of a task in a fresh shell and returns the values of expressions after them. */
    private List<Double> after(List<String> cells, String... expressions) throws IOException {
        try (NotebookRunner runner = new NotebookRunner()) {
            runner.run(blocks().get(0));
            cells.forEach(cell -> runner.run(inFolder(cell)));
            List<Double> values = new ArrayList<>();
            for (String expression : expressions) {
                String name = "value" + values.size();
                runner.run("double %s = %s;".formatted(name, expression));
                values.add(Double.parseDouble(runner.value(name)));
            }
            runner.run("model.close();");
            return values;
        }
    }

    @Test
    void aCsvOfReviewsBecomesAClassifierThatIsComparedWithWhatIsSimple() throws IOException {
        Files.copy(Path.of("datasets/reviews.csv"), folder.resolve("my-reviews.csv"));
        String comparison = blocks().get(3).replace("\nReport", "\nvar report = Report") + ";";
        List<Double> values =
                after(
                        List.of(tenLines(2), comparison),
                        "scores.accuracy()",
                        "LabelScores.of(TextClassifier.majority(parts.training()), parts.test()).accuracy()",
                        "(double) scores.confusion().total() - parts.test().size()",
                        "report.rows().size()",
                        "report.outcome() == Report.Outcome.MODEL ? 1 : 0");
        assertThat(values.get(0)).isGreaterThan(values.get(1) + 0.1);
        assertThat(values.get(2)).isZero();
        assertThat(values.get(3)).isEqualTo(3);
        assertThat(values.get(4)).isOne();
    }

    @Test
    void aSeriesBecomesAForecastThatBeatsPersistence() throws IOException {
        String file = Files.readString(Path.of("datasets/series.csv"));
        Files.writeString(folder.resolve("my-series.csv"), file.replace("sines", "value"));
        List<Double> values =
                after(
                        List.of(tenLines(4)),
                        "NumberScores.skill(forecast.truth(), forecast.predicted(), persistence)",
                        "forecast.coverage()");
        assertThat(values.get(0)).isGreaterThan(0.3);
        assertThat(values.get(1)).isBetween(0.8, 0.99);
    }

    @Test
    void aFastaFileBecomesATaggerThatBeatsTheMostFrequentTag() throws IOException {
        Files.writeString(folder.resolve("my-genes.fasta"), genes(200));
        List<Double> values =
                after(
                        List.of(tenLines(5)),
                        "LabelScores.of(truth, tags).accuracy()",
                        "LabelScores.of(truth, frequent).accuracy()");
        assertThat(values.get(0)).isGreaterThan(values.get(1) + 0.1);
    }

    /** Coding regions, in upper case, hold more G and C than what is between them. */
    private static String genes(int count) {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder();
        for (int gene = 1; gene <= count; gene++) {
            text.append(">gene").append(gene).append('\n');
            for (int region = 0; region < 4; region++) {
                String bases = region % 2 == 0 ? "aaattatgc" : "GGGCCGCAT";
                int length = 15 + random.nextInt(20);
                random.ints(length, 0, bases.length())
                        .forEach(base -> text.append(bases.charAt(base)));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
