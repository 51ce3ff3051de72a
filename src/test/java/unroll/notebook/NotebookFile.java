package unroll.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A notebook as it lies in the repository. */
record NotebookFile(Path path, JsonNode metadata, List<Cell> cells) {
    private static final Path FOLDER = Path.of("notebooks");

    /** One cell; its position counts from 1, as people count. */
    record Cell(int position, JsonNode node) {
        boolean isCode() {
            return node.path("cell_type").asText().equals("code");
        }

        boolean isMarkdown() {
            return node.path("cell_type").asText().equals("markdown");
        }

        /** Returns the text, which a notebook keeps whole or as a list of lines. */
        String source() {
            return text(node.path("source"));
        }

        boolean hasTag(String tag) {
            for (JsonNode each : node.path("metadata").path("tags")) {
                if (each.asText().equals(tag)) {
                    return true;
                }
            }
            return false;
        }

        List<JsonNode> outputs() {
            List<JsonNode> outputs = new ArrayList<>();
            node.path("outputs").forEach(outputs::add);
            return outputs;
        }
    }

    static NotebookFile read(Path path) throws IOException {
        return of(path, Files.readString(path));
    }

    static NotebookFile of(Path path, String json) throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        List<Cell> cells = new ArrayList<>();
        root.path("cells").forEach(node -> cells.add(new Cell(cells.size() + 1, node)));
        return new NotebookFile(path, root.path("metadata"), cells);
    }

    /** Returns every notebook of the repository, in the order of their names. */
    static List<Path> all() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList();
        }
    }

    List<Cell> codeCells() {
        return cells.stream().filter(Cell::isCode).toList();
    }

    /** Returns a text that may be stored as a list of its lines. */
    static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        StringBuilder text = new StringBuilder();
        node.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
