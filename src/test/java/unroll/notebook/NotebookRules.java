package unroll.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unroll.notebook.NotebookFile.Cell;

/** What holds for every notebook of the repository: each fault found, as a sentence with its cell. */
final class NotebookRules {
    private static final int MOST_LINES = 20;
    private static final int MOST_COLUMNS = 100;
    private static final Pattern ABSOLUTE_PATH =
            Pattern.compile(
                    "(?<![\\w.:/*])/(home|root|Users|tmp|var|work|opt|mnt)/|\\b[A-Z]:\\\\\\w|file:/");
    private static final Pattern NETWORK =
            Pattern.compile(
                    "(?i)<script|<link|<iframe|(src|href)\\s*=\\s*[\"']?https?:|require\\(\\[");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^)#:\\s]+\\.(?:ipynb|md|abc|csv))[)#]");
    private static final Pattern IDENTITY = Pattern.compile("\\b[\\w.$]+@[0-9a-f]{5,8}\\b");
    private static final String STILL = "<img src=\"data:image/svg+xml;base64,";
    private static final int LARGEST_OUTPUT = 1_000_000;
    private static final String PLOTLY = "application/vnd.plotly.v1+json";

    private final NotebookFile notebook;
    private final List<String> faults = new ArrayList<>();

    private NotebookRules(NotebookFile notebook) {
        this.notebook = notebook;
    }

    /** Returns the faults of a notebook; none when it keeps the rules. */
    static List<String> faults(NotebookFile notebook) {
        NotebookRules rules = new NotebookRules(notebook);
        rules.checkMetadata();
        for (Cell cell : notebook.cells()) {
            rules.checkCell(cell);
        }
        rules.checkImports();
        return List.copyOf(rules.faults);
    }

    private void checkMetadata() {
        JsonNode kernel = notebook.metadata().path("kernelspec");
        if (!kernel.path("name").asText().equals("java")
                || !kernel.path("language").asText().equals("java")) {
            faults.add("its kernel must be java, language java; found " + kernel);
        }
        if (notebook.metadata().path("language_info").has("version")) {
            faults.add("language_info.version differs from JDK to JDK: leave it out");
        }
    }

    private void checkCell(Cell cell) {
        String source = cell.source();
        if (source.isBlank()) {
            fault(cell, "is empty");
        }
        if (ABSOLUTE_PATH.matcher(source).find()) {
            fault(cell, "names an absolute path");
        }
        if (NETWORK.matcher(source).find()) {
            fault(cell, "needs the network to be shown");
        }
        if (cell.isCode()) {
            checkCode(cell, source);
        } else {
            checkLinks(cell, source);
        }
    }

    private void checkCode(Cell cell, String source) {
        List<String> lines = source.lines().toList();
        if (lines.size() > MOST_LINES) {
            fault(cell, "has " + lines.size() + " lines, at most " + MOST_LINES + " are read");
        }
        if (lines.stream().anyMatch(line -> line.length() > MOST_COLUMNS)) {
            fault(cell, "has a line of more than " + MOST_COLUMNS + " columns");
        }
        if (cell.position() > firstCode() && lines.stream().anyMatch(line -> line.matches("%.*"))) {
            fault(cell, "uses a magic; only the first code cell may, for the class path");
        }
        if (lines.get(lines.size() - 1).strip().startsWith("System.out.printf(")) {
            fault(cell, "ends in printf, whose value the kernel shows: print a formatted text");
        }
        if (!cell.node().path("execution_count").isNull()) {
            fault(cell, "has an execution count");
        }
        for (JsonNode output : cell.outputs()) {
            checkOutput(cell, output);
        }
    }

    private void checkOutput(Cell cell, JsonNode output) {
        if (output.has("execution_count") && !output.get("execution_count").isNull()) {
            fault(cell, "has an output with an execution count");
        }
        if (output.path("name").asText().equals("stderr")) {
            fault(cell, "writes to stderr: " + NotebookFile.text(output.path("text")));
        }
        if (output.path("output_type").asText().equals("error")
                && !cell.hasTag("raises-exception")) {
            fault(cell, "ends in an error without the tag raises-exception");
        }
        if (ABSOLUTE_PATH.matcher(texts(output)).find()) {
            fault(cell, "shows an absolute path");
        }
        if (output.toString().length() > LARGEST_OUTPUT) {
            fault(cell, "has an output of more than a megabyte");
        }
        checkBundle(cell, output.path("data"));
    }

    /** Returns all texts as a reader sees them: written as JSON, a line's end is a backslash too. */
    private static String texts(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        StringBuilder texts = new StringBuilder();
        node.forEach(child -> texts.append(texts(child)).append(' '));
        return texts.toString();
    }

    private void checkBundle(Cell cell, JsonNode data) {
        if (IDENTITY.matcher(NotebookFile.text(data.path("text/plain"))).find()) {
            fault(cell, "shows an object that has no words for itself");
        }
        if (data.has(PLOTLY)) {
            if (data.has("image/png")) {
                fault(
                        cell,
                        "has a PNG beside its figure: it hides the figure (JupyterLab adds it when saving)");
            }
            boolean still = NotebookFile.text(data.path("text/html")).contains(STILL);
            if (!still || NotebookFile.text(data.path("text/plain")).isBlank()) {
                fault(cell, "has a figure without its still picture or its line of text");
            }
        }
        String html = NotebookFile.text(data.path("text/html"));
        if (NETWORK.matcher(html).find()) {
            fault(cell, "shows HTML that needs a script or the network");
        }
        if (html.contains("<svg")) {
            fault(cell, "shows an inline <svg>, which an untrusted notebook loses: use an <img>");
        }
    }

    private void checkLinks(Cell cell, String source) {
        Matcher links = LINK.matcher(source);
        while (links.find()) {
            if (!Files.exists(notebook.path().resolveSibling(links.group(1)))) {
                fault(cell, "links to " + links.group(1) + ", which is not there");
            }
        }
    }

    /** A later import makes earlier variables null without a word, so all stand in the first cell. */
    private void checkImports() {
        Iterator<Cell> code = notebook.codeCells().iterator();
        if (code.hasNext() && !code.next().source().contains("import ")) {
            faults.add("the first code cell must hold the imports");
        }
        while (code.hasNext()) {
            Cell cell = code.next();
            boolean imports = cell.source().lines().anyMatch(line -> line.startsWith("import "));
            if (imports && !cell.hasTag("late-import")) {
                fault(cell, "imports late (tag late-import where that is the lesson)");
            }
        }
    }

    private int firstCode() {
        return notebook.codeCells().get(0).position();
    }

    private void fault(Cell cell, String what) {
        faults.add("cell " + cell.position() + " " + what);
    }
}
