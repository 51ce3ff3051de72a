package unroll.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
 * {@code training} and {@code history}.
 */
final class ModelFile {
    private static final String KIND = "language model 1";
    private static final String OPTIMIZER = "optimizer.";

    /** A header may have 16 MB, a step takes about 100 bytes. */
    private static final int MOST_STEPS = 100_000;

    private static final Map<String, Class<? extends Body>> BODIES =
            new TreeMap<>(Map.of("Rnn", Rnn.class, "Gru", Gru.class, "Lstm", Lstm.class));

    /** Strict, so that nothing missing is taken for 0. */
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .addMixIn(History.Step.class, AsArray.class)
                    .addMixIn(History.Validation.class, AsArray.class)
                    .build();

    /** The metadata "configuration"; options are null for a body that is not one of ours. */
    private record Configuration(int embedding, long seed, String body, JsonNode options) {}

    /** The metadata "training"; before the first one there is no optimizer. */
    private record Progress(int steps, String optimizer, long updates) {}

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
        metadata.put("training", json(progress(state)));
        metadata.put("history", json(shortened(state.history())));
        WeightsFile.write(file, tensors, metadata);
    }

    private static Configuration configuration(LanguageModelSetup setup) {
        Class<?> type = setup.body().getClass();
        JsonNode options =
                BODIES.containsValue(type) ? MAPPER.valueToTree(setup.body()) : MAPPER.nullNode();
        return new Configuration(setup.embedding(), setup.seed(), type.getSimpleName(), options);
    }

    private static Progress progress(TrainingState state) {
        return new Progress(
                state.steps(),
                state.optimizer().map(OptimizerState::kind).orElse(null),
                state.optimizer().map(OptimizerState::updates).orElse(0L));
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

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
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
        Configuration configuration = value("configuration", Configuration.class);
        Class<? extends Body> type = BODIES.get(configuration.body());
        if (type == null) {
            throw new UnrollException(
                    "%s has the body \"%s\", which is not one of Unroll's (%s); load it with"
                                    .formatted(
                                            file.toAbsolutePath(),
                                            configuration.body(),
                                            String.join(", ", BODIES.keySet()))
                            + " LanguageModel.load(file, body)");
        }
        return model(
                understood(
                        "configuration", () -> MAPPER.treeToValue(configuration.options(), type)));
    }

    LanguageModel model(Body body) {
        Configuration configuration = value("configuration", Configuration.class);
        Vocabulary vocabulary =
                understood(
                        "vocabulary",
                        () -> Vocabulary.ofJson(metadata.getOrDefault("vocabulary", "")));
        LanguageModelSetup setup =
                understood(
                        "configuration",
                        () ->
                                new LanguageModelSetup(
                                        vocabulary,
                                        configuration.embedding(),
                                        body,
                                        configuration.seed()));
        TrainingState state = state();
        LanguageModel model = setup.build();
        try (Use use = model.use("loading")) {
            use.restore(with(false));
            model.state(state);
        } catch (UnrollException e) {
            model.close();
            throw new UnrollException(file.toAbsolutePath() + ": " + e.getMessage(), e);
        }
        return model;
    }

    private TrainingState state() {
        Progress progress = value("training", Progress.class);
        Optional<OptimizerState> optimizer =
                Optional.ofNullable(progress.optimizer())
                        .map(kind -> new OptimizerState(kind, progress.updates(), with(true)));
        return new TrainingState(progress.steps(), optimizer, value("history", History.class));
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

    private <T> T value(String key, Class<T> type) {
        String json = metadata.getOrDefault(key, "");
        return understood(key, () -> Objects.requireNonNull(MAPPER.readValue(json, type)));
    }

    /** Something read from the metadata. */
    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }

    private <T> T understood(String key, Reading<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException
                | IllegalArgumentException
                | NullPointerException
                | UnrollException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new UnrollException(
                    "%s is damaged: its metadata \"%s\" cannot be understood (%s); take another copy"
                            .formatted(file.toAbsolutePath(), key, first),
                    e);
        }
    }
}
