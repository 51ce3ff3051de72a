package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookLintTest {
    private static final String FRAME =
            "{\"metadata\":{\"kernelspec\":{\"name\":\"java\",\"language\":\"java\"}},\"cells\":[%s]}";
    private static final String CODE =
            "{\"cell_type\":\"code\",\"execution_count\":null,\"metadata\":{},"
                    + "\"source\":\"import unroll.text.*;%s\",\"outputs\":[%s]}";

    @TestFactory
    Stream<DynamicTest> everyNotebookKeepsTheRules() throws IOException {
        return NotebookFile.all().stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> check(path)));
    }

    private static void check(Path path) throws IOException {
        assertThat(NotebookRules.faults(NotebookFile.read(path))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyLectureHasItsHeadItsRhythmAndItsEnd() throws IOException {
        List<Path> lectures =
                NotebookFile.all().stream()
                        .filter(path -> path.getFileName().toString().matches("\\d\\d-.*"))
                        .toList();
        return Stream.iterate(0, i -> i < lectures.size(), i -> i + 1)
                .map(
                        i ->
                                DynamicTest.dynamicTest(
                                        lectures.get(i).toString(), () -> check(lectures, i)));
    }

    private static void check(List<Path> lectures, int index) throws IOException {
        boolean isLast = index == lectures.size() - 1;
        String next = isLast ? "" : lectures.get(index + 1).getFileName().toString();
        NotebookFile notebook = NotebookFile.read(lectures.get(index));
        assertThat(LectureRules.faults(notebook, next)).isEmpty();
    }

    @Test
    void aPlainNotebookHasNoFault() throws IOException {
        assertThat(faults("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Path.of(\\\"/home/ann/x\\\") | | names an absolute path",
                "\\n1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n10\\n11\\n12\\n13\\n14\\n15\\n16\\n17\\n18\\n19\\n20 | | has 21 lines",
                " | {\"output_type\":\"error\"} | ends in an error",
                " | {\"name\":\"stderr\",\"text\":[\"oh\"]} | writes to stderr: oh",
                " | {\"execution_count\":3} | an output with an execution count",
                " | {\"data\":{\"application/vnd.plotly.v1+json\":{},\"image/png\":\"\"}} | a PNG beside its figure",
                " | {\"data\":{\"application/vnd.plotly.v1+json\":{},\"text/html\":\"<p>\",\"text/plain\":\"x\"}} | a figure without its still picture",
                " | {\"data\":{\"text/html\":\"<script>x</script>\"}} | needs a script or the network",
                " | {\"data\":{\"text/html\":\"<img src='https://x/y.png'>\"}} | needs a script or the network",
                " | {\"data\":{\"text/html\":[\"<svg>\"]}} | an inline <svg>",
                " | {\"data\":{\"text/plain\":\"java.io.PrintStream@1a0bd2c4\"}} | no words for itself",
                "\\nSystem.out.printf(1);| | ends in printf",
            })
    void aFaultIsNamedWithItsCell(String source, String output, String fault) throws IOException {
        List<String> faults = faults(source == null ? "" : source, output == null ? "" : output);
        assertThat(faults).anyMatch(each -> each.startsWith("cell 1 ") && each.contains(fault));
    }

    private static List<String> faults(String source, String outputs) throws IOException {
        String cell = CODE.formatted(source, outputs);
        return NotebookRules.faults(NotebookFile.of(Path.of("x.ipynb"), FRAME.formatted(cell)));
    }
}
