package unroll.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.UnrollException;
import unroll.layer.Tensor;
import unroll.layer.WeightsFile;
import unroll.text.Vocabulary;
import unroll.trace.History;

/**
 * A language model in a file of weights.
 *
 * <p>Tensors are the weights by their names in PyTorch, and {@code optimizer.*}. The metadata holds,
 * each as text or JSON: {@code model} ("language model 1"), {@code vocabulary}, {@code configuration},
 * {@code training} (steps, optimizer, updates) and {@code history}.
 */
final class ModelFile {
    private static final String KIND = "language model 1";
    private static final String OPTIMIZER = "optimizer.";

    /** A header may have 16 MB, a step takes about 100 bytes. */
    private static final int MOST_STEPS = 100_000;

    private static final Map<String, Class<? extends Body>> BODIES =
            Map.of("Rnn", Rnn.class, "Gru", Gru.class, "Lstm", Lstm.class);

    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .addMixIn(History.Step.class, AsArray.class)
                    .addMixIn(History.Validation.class, AsArray.class);

    /** Writes a record as its values only. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    private final Path file;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    private ModelFile(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        this.file = file;
        this.tensors = tensors;
        this.metadata = metadata;
    }

    static void write(
            Path file, LanguageModelSetup setup, Map<String, Tensor> weights, TrainingState state) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(weights);
        state.optimizer()
                .ifPresent(o -> o.tensors().forEach((name, t) -> tensors.put(OPTIMIZER + name, t)));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("model", KIND);
        metadata.put("vocabulary", setup.vocabulary().toJson());
        metadata.put("configuration", json(configuration(setup)));
        metadata.put("training", json(training(state)));
        metadata.put("history", json(MAPPER.valueToTree(shortened(state.history()))));
        WeightsFile.write(file, tensors, metadata);
    }

    private static ObjectNode configuration(LanguageModelSetup setup) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("embedding", setup.embedding());
        node.put("seed", setup.seed());
        node.put("body", setup.body().getClass().getSimpleName());
        if (BODIES.containsValue(setup.body().getClass())) {
            node.set("options", MAPPER.valueToTree(setup.body()));
        }
        return node;
    }

    private static ObjectNode training(TrainingState state) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("steps", state.steps());
        state.optimizer()
                .ifPresent(o -> node.put("optimizer", o.kind()).put("updates", o.updates()));
        return node;
    }

    private static History shortened(History history) {
        List<History.Step> steps = history.steps();
        int from = Math.max(0, steps.size() - MOST_STEPS);
        return new History(
                steps.subList(from, steps.size()),
                history.validations(),
                history.blindGuess(),
                history.letterGuess(),
                history.stop());
    }

    private static String json(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and words are always valid JSON", e);
        }
    }

    static ModelFile read(Path file) {
        WeightsFile content = WeightsFile.read(file);
        String kind = content.metadata().getOrDefault("model", "");
        if (!kind.equals(KIND)) {
            String found = kind.isEmpty() ? "nothing" : "\"" + kind + "\"";
            throw new UnrollException(
                    ("%s is no language model of Unroll: its metadata should say model \"%s\", it says"
                                    + " %s; load a file that LanguageModel.save wrote")
                            .formatted(file.toAbsolutePath(), KIND, found));
        }
        return new ModelFile(file, content.tensors(), content.metadata());
    }

    LanguageModel model() {
        JsonNode configuration = node("configuration");
        String name = configuration.path("body").asText();
        Class<? extends Body> type = BODIES.get(name);
        if (type == null) {
            throw new UnrollException(
                    "%s has the body \"%s\", which is not one of Unroll's (%s); load it with"
                                    .formatted(
                                            file.toAbsolutePath(),
                                            name,
                                            String.join(", ", BODIES.keySet()))
                            + " LanguageModel.load(file, body)");
        }
        return model(value("configuration", configuration.path("options"), type));
    }

    LanguageModel model(Body body) {
        JsonNode configuration = node("configuration");
        LanguageModel model =
                LanguageModel.over(Vocabulary.ofJson(metadata.getOrDefault("vocabulary", "")))
                        .embedding(configuration.path("embedding").asInt())
                        .body(body)
                        .seed(configuration.path("seed").asLong())
                        .build();
        try (Use use = model.use("loading")) {
            use.restore(with(false));
            model.state(state());
        } catch (UnrollException e) {
            model.close();
            throw new UnrollException(file.toAbsolutePath() + ": " + e.getMessage(), e);
        }
        return model;
    }

    private TrainingState state() {
        JsonNode training = node("training");
        Optional<OptimizerState> optimizer =
                Optional.ofNullable(training.get("optimizer"))
                        .map(
                                kind ->
                                        new OptimizerState(
                                                kind.asText(),
                                                training.path("updates").asLong(),
                                                with(true)));
        History history = value("history", node("history"), History.class);
        return new TrainingState(training.path("steps").asInt(), optimizer, history);
    }

    /** Returns the tensors of the optimizer, without that word, or those of the model. */
    private Map<String, Tensor> with(boolean optimizer) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        tensors.forEach(
                (name, tensor) -> {
                    if (name.startsWith(OPTIMIZER) == optimizer) {
                        found.put(optimizer ? name.substring(OPTIMIZER.length()) : name, tensor);
                    }
                });
        return found;
    }

    private JsonNode node(String key) {
        try {
            return MAPPER.readTree(metadata.getOrDefault(key, ""));
        } catch (JsonProcessingException e) {
            throw damaged(key, e);
        }
    }

    private <T> T value(String key, JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw damaged(key, e);
        }
    }

    private UnrollException damaged(String key, Exception cause) {
        return new UnrollException(
                "%s is damaged: its metadata \"%s\" cannot be understood (%s); take another copy"
                        .formatted(
                                file.toAbsolutePath(),
                                key,
                                cause.getMessage().lines().findFirst().orElse("")),
                cause);
    }
}
