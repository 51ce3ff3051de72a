package unroll.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Executes the cells of a notebook in this JVM, with the class path of the tests and without a
 * kernel, so that a broken cell is found in seconds.
 *
 * <p>What a kernel would show goes to standard output. Lines of magics ({@code %…}) are skipped.
 */
final class NotebookRunner implements AutoCloseable {
    /** What a Java kernel imports by itself, as far as notebooks rely on it. */
    private static final List<String> IMPORTS =
            List.of("java.util.*", "java.io.*", "java.math.*", "java.util.concurrent.*");

    private final JShell shell =
            JShell.builder().executionEngine("local").out(System.out).err(System.out).build();

    NotebookRunner() {
        shell.addToClasspath(System.getProperty("java.class.path"));
        IMPORTS.forEach(name -> run("import " + name + ";"));
    }

    /**
     * Runs every code cell from top to bottom; one tagged {@code raises-exception} may fail.
     *
     * @throws AssertionError naming notebook, cell and statement of the first failure
     */
    void run(NotebookFile notebook) {
        for (NotebookFile.Cell cell : notebook.codeCells()) {
            try {
                run(cell.source());
            } catch (AssertionError e) {
                if (!cell.hasTag("raises-exception")) {
                    throw new AssertionError(
                            "%s, cell %d: %s"
                                    .formatted(
                                            notebook.path().getFileName(),
                                            cell.position(),
                                            e.getMessage()),
                            e);
                }
            }
        }
    }

    /**
     * Runs the statements of one cell.
     *
     * @throws AssertionError at the first that does not compile or throws
     */
    void run(String source) {
        String rest =
                source.lines()
                        .filter(line -> !line.startsWith("%"))
                        .collect(Collectors.joining("\n"));
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!next.completeness().isComplete()) {
                throw new AssertionError("a statement is not complete:\n" + rest);
            }
            shell.eval(next.source()).forEach(this::check);
            rest = next.remaining();
        }
    }

    private void check(SnippetEvent event) {
        String source = event.snippet().source();
        if (event.status() == Snippet.Status.REJECTED) {
            String reasons =
                    shell.diagnostics(event.snippet())
                            .map(diagnostic -> diagnostic.getMessage(null))
                            .collect(Collectors.joining("; "));
            throw new AssertionError(source + "\ndoes not compile: " + reasons);
        }
        JShellException thrown = event.exception();
        if (thrown != null) {
            String kind = thrown instanceof EvalException e ? e.getExceptionClassName() + ": " : "";
            throw new AssertionError(source + "\nthrew " + kind + thrown.getMessage(), thrown);
        }
    }

    /** Returns the value of a variable, as JShell writes it. */
    String value(String variable) {
        return shell.variables()
                .filter(each -> each.name().equals(variable))
                .findFirst()
                .map(shell::varValue)
                .orElseThrow(() -> new AssertionError("no variable is called " + variable));
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Runs the notebook that is named, in the folder where this JVM was started. */
    public static void main(String[] arguments) throws IOException {
        try (NotebookRunner runner = new NotebookRunner()) {
            runner.run(NotebookFile.read(Path.of(arguments[0])));
        }
    }
}
