package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks' cells, executed without a kernel. */
class NotebooksTest {
    @TempDir Path folder;

    @TestFactory
    @Tag("engine")
    @Tag("slow")
    Stream<DynamicTest> everyNotebookRuns() throws IOException {
        return NotebookFile.all().stream()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> run(path)));
    }

    /** A JVM of its own, since cells write into the folder where they run. */
    private void run(Path notebook) throws IOException, InterruptedException {
        Path output = folder.resolve(notebook.getFileName() + ".txt");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "-Xmx1g",
                                        "-ea",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        NotebookRunner.class.getName(),
                                        notebook.toAbsolutePath().toString()))
                        .directory(Files.createDirectories(folder.resolve("run")).toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int exit = process.waitFor();
        assertThat(exit).as(Files.readString(output)).isZero();
    }

    @Test
    void aBrokenCellIsNamed() throws IOException {
        String json =
                """
                {"cells": [
                  {"cell_type": "markdown", "source": "text", "metadata": {}},
                  {"cell_type": "code", "source": ["int a = 1;\\n", "a + b"], "metadata": {}}]}
                """;
        NotebookFile notebook = NotebookFile.of(Path.of("broken.ipynb"), json);
        try (NotebookRunner runner = new NotebookRunner()) {
            assertThatThrownBy(() -> runner.run(notebook))
                    .hasMessageContaining("broken.ipynb, cell 2")
                    .hasMessageContaining("a + b");
        }
    }

    @Test
    void whatThrowsIsNamedUnlessTheCellMayFail() throws IOException {
        String cell =
                """
                {"cell_type": "code", "source": "throw new IllegalStateException(\\"stop\\");",
                 "metadata": {"tags": [%s]}}
                """;
        String cells = "{\"cells\": [" + cell + "]}";
        try (NotebookRunner runner = new NotebookRunner()) {
            runner.run(
                    NotebookFile.of(Path.of("a.ipynb"), cells.formatted("\"raises-exception\"")));
            NotebookFile strict = NotebookFile.of(Path.of("b.ipynb"), cells.formatted(""));
            assertThatThrownBy(() -> runner.run(strict))
                    .hasMessageContaining("IllegalStateException: stop");
        }
    }

    @Test
    void statementsShareVariables() {
        try (NotebookRunner runner = new NotebookRunner()) {
            runner.run("%classpath x.jar\nint a = 6;\nint twice(int x) {\n  return 2 * x;\n}");
            runner.run("var b = twice(a) + List.of(1).size();");
            assertThat(runner.value("b")).isEqualTo("13");
        }
    }
}
