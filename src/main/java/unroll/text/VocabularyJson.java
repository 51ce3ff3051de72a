package unroll.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import unroll.UnrollException;

/**
 * A vocabulary as JSON: {@code {"kind":"CHARACTERS","specials":["PAD"],"counts":{"a":3,"b":1}}}.
 */
final class VocabularyJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VocabularyJson() {}

    static String write(Vocabulary vocabulary) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("kind", vocabulary.kind().name());
        vocabulary.specials().forEach(root.putArray("specials")::addPOJO);
        ObjectNode counts = root.putObject("counts");
        vocabulary.counts().forEach(counts::put);
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a vocabulary is always valid JSON", e);
        }
    }

    static Vocabulary read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            var kind = Vocabulary.Kind.valueOf(root.path("kind").asText());
            List<Special> specials = new ArrayList<>();
            root.path("specials").forEach(node -> specials.add(Special.valueOf(node.asText())));
            Map<String, Integer> counts = new LinkedHashMap<>();
            root.path("counts").properties().forEach(e -> counts.put(e.getKey(), count(e)));
            if (counts.isEmpty()) {
                throw new IllegalArgumentException("no \"counts\"");
            }
            counts.keySet().forEach(token -> requireOne(kind, token));
            return new Vocabulary(kind, specials, counts);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            String start = json.length() <= 40 ? json : json.substring(0, 40) + "…";
            throw new UnrollException(
                    "not a vocabulary: expected JSON with \"kind\", \"specials\" and \"counts\", found "
                            + Tokens.quoted(start),
                    e);
        }
    }

    /** Refuses what no text would ever be cut into. */
    private static void requireOne(Vocabulary.Kind kind, String token) {
        if (!Tokens.counts(kind, token).equals(Map.of(token, 1))) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "not a vocabulary: each token of kind %s should be a single one, found %s; take"
                                    + " another copy of the file",
                            kind,
                            Tokens.quoted(token)));
        }
    }

    private static int count(Map.Entry<String, JsonNode> entry) {
        if (!entry.getValue().canConvertToInt()) {
            throw new IllegalArgumentException("no count for " + Tokens.quoted(entry.getKey()));
        }
        return entry.getValue().asInt();
    }

    static void save(Vocabulary vocabulary, Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path part = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
            try {
                Files.writeString(part, write(vocabulary));
                replace(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UnrollException(
                    String.format(
                                    Locale.ROOT,
                                    "the vocabulary could not be written to %s (%s); check that the folder exists",
                                    target,
                                    e)
                            + " and that there is room",
                    e);
        }
    }

    private static void replace(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static Vocabulary load(Path file) {
        String json;
        try {
            json = Files.readString(file);
        } catch (IOException e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the vocabulary file %s could not be read (%s); check its name",
                            file.toAbsolutePath(),
                            e),
                    e);
        }
        try {
            return read(json);
        } catch (UnrollException e) {
            throw new UnrollException(file.toAbsolutePath() + " is " + e.getMessage(), e);
        }
    }
}
