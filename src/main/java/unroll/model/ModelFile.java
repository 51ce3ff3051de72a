package unroll.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import unroll.UnrollException;
import unroll.layer.Tensor;
import unroll.layer.WeightsFile;
import unroll.text.Vocabulary;
import unroll.trace.History;

/**
 * A model in a file of weights.
 *
 * <p>Tensors are the weights by their names in PyTorch, and {@code optimizer.*}. The metadata holds,
 * each as text or JSON: {@code model} (its kind, such as "language model 1"), what the kind needs (such
 * as {@code vocabulary}), {@code configuration}, {@code training} and {@code history}.
 */
final class ModelFile {
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
    record Configuration(int embedding, long seed, String body, JsonNode options) {}

    /** The metadata "training"; before the first one there is no optimizer. */
    private record Progress(int steps, String optimizer, long updates) {}

    /** Writes a record as its values only. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    /**
     * What is written about a kind of model.
     *
     * @param name and version, such as {@code language model 1}
     * @param type the class that reads and writes it
     */
    record Kind(String name, Class<?> type) {}

    private final Path file;
    private final Kind kind;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    private ModelFile(
            Path file, Kind kind, Map<String, Tensor> tensors, Map<String, String> metadata) {
        this.file = file;
        this.kind = kind;
        this.tensors = tensors;
        this.metadata = metadata;
    }

    /**
     * Writes a model.
     *
     * @param task what stands in the metadata for this kind of model, by key
     */
    static void write(Path file, Kind kind, Map<String, String> task, TaskModel<?> model) {
        try (Use<?> use = model.use("saving")) {
            named(file);
            TrainingState state = model.state();
            Map<String, Tensor> tensors = new LinkedHashMap<>(model.weights());
            state.optimizer()
                    .ifPresent(o -> o.tensors().forEach((n, t) -> tensors.put(OPTIMIZER + n, t)));
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("model", kind.name());
            metadata.putAll(task);
            metadata.put("training", json(progress(state)));
            metadata.put("history", json(shortened(state.history())));
            WeightsFile.write(file, tensors, metadata);
        }
    }

    /** Returns the metadata of a model that reads tokens, to which its kind may add. */
    static Map<String, String> task(Vocabulary vocabulary, int embedding, Body body, long seed) {
        Map<String, String> task = new LinkedHashMap<>();
        task.put("vocabulary", vocabulary.toJson());
        task.put("configuration", configuration(embedding, body, seed));
        return task;
    }

    /** Returns the metadata "configuration". */
    static String configuration(int embedding, Body body, long seed) {
        Class<?> type = body.getClass();
        JsonNode options =
                BODIES.containsValue(type) ? MAPPER.valueToTree(body) : MAPPER.nullNode();
        return json(new Configuration(embedding, seed, type.getSimpleName(), options));
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

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and words are always valid JSON", e);
        }
    }

    private static Path named(Path file) {
        return Objects.requireNonNull(
                file, "file is null: name one, for example Path.of(\"my-model.safetensors\")");
    }

    static ModelFile read(Path file, Kind kind) {
        WeightsFile content = WeightsFile.read(named(file));
        String said = content.metadata().getOrDefault("model", "");
        if (!said.equals(kind.name())) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s is no %s of Unroll: its metadata should say model \"%s\", it says %s; load a"
                                    + " file that %s.save wrote",
                            file.toAbsolutePath(),
                            kind.name().replaceAll(" \\d+$", ""),
                            kind.name(),
                            said.isEmpty() ? "nothing" : "\"" + said + "\"",
                            kind.type().getSimpleName()));
        }
        return new ModelFile(file, kind, content.tensors(), content.metadata());
    }

    Configuration configuration() {
        return value("configuration", Configuration.class);
    }

    Vocabulary vocabulary() {
        return understood(
                "vocabulary", () -> Vocabulary.ofJson(metadata.getOrDefault("vocabulary", "")));
    }

    /** Returns the body, if it is one of ours. */
    Body body() {
        Configuration configuration = configuration();
        Class<? extends Body> type = BODIES.get(configuration.body());
        if (type == null) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s has the body \"%s\", which is not one of Unroll's (%s); load it with"
                                    + " %s.load(file, body)",
                            file.toAbsolutePath(),
                            configuration.body(),
                            String.join(", ", BODIES.keySet()),
                            kind.type().getSimpleName()));
        }
        return understood("configuration", () -> MAPPER.treeToValue(configuration.options(), type));
    }

    /** Builds a model from what was read and gives it its weights and the state of its training. */
    <S, M extends TaskModel<?>> M model(Source<S> setup, Function<S, M> build) {
        S described = understood("configuration", setup);
        TrainingState state = state();
        M model = build.apply(described);
        try (Use<?> use = model.use("loading")) {
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
        return new TrainingState(progress.steps(), optimizer, history());
    }

    private History history() {
        JsonNode read = value("history", JsonNode.class);
        if (read.path("stop") instanceof ObjectNode stop) {
            stop.putIfAbsent("back", IntNode.valueOf(0)); // older files do not tell
        }
        return understood("history", () -> MAPPER.treeToValue(read, History.class));
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

    <T> T value(String key, Class<T> type) {
        String json = metadata.getOrDefault(key, "");
        return understood(key, () -> Objects.requireNonNull(MAPPER.readValue(json, type)));
    }

    /** Something read from the metadata. */
    interface Source<T> {
        T read() throws JsonProcessingException;
    }

    private <T> T understood(String key, Source<T> reading) {
        try {
            return reading.read();
        } catch (JsonProcessingException
                | IllegalArgumentException
                | NullPointerException
                | UnrollException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "%s is damaged: its metadata \"%s\" cannot be understood (%s); take another copy",
                            file.toAbsolutePath(),
                            key,
                            first),
                    e);
        }
    }
}
