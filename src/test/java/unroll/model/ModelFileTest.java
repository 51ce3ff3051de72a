package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.UnrollException;
import unroll.layer.Initialisation;
import unroll.layer.Tensor;
import unroll.layer.WeightsFile;
import unroll.text.Special;
import unroll.text.Vocabulary;
import unroll.trace.History;

@Tag("engine")
class ModelFileTest {
    private static final Vocabulary VOCABULARY =
            Vocabulary.ofCharacters("abc\n\"é").specials(Special.UNKNOWN);

    @TempDir private Path folder;

    private static LanguageModel model(Body body) {
        return LanguageModel.over(VOCABULARY).embedding(4).body(body).seed(3).build();
    }

    private Path saved(LanguageModel model) {
        Path file = folder.resolve("model.safetensors");
        model.save(file);
        return file;
    }

    private static History history() {
        return new History(
                List.of(new History.Step(1, 2.5, 0.1, 5e-3, 1e5, 0.1)),
                List.of(new History.Validation(0, Double.NaN), new History.Validation(1, 2.25)),
                Math.log(7),
                1.25,
                new History.Stop(History.Stop.Reason.FINISHED, "all planned 1 step taken"));
    }

    @Test
    void everythingComesBack() {
        Body body = Gru.of(5).layers(2).dropout(0.25).initialisation(Initialisation.ORTHOGONAL);
        try (var model = model(body)) {
            var moments = Map.of("mean.head.bias", new Tensor(new float[] {1, -2}, new long[] {2}));
            try (var use = model.use("test")) {
                use.keep(12, new OptimizerState("ADAM", 11, moments), history());
            }
            try (var loaded = LanguageModel.load(saved(model));
                    var use = loaded.use("test")) {
                assertThat(loaded.setup()).isEqualTo(model.setup());
                assertThat(loaded.weights()).isEqualTo(model.weights());
                assertThat(loaded.steps()).isEqualTo(12);
                assertThat(loaded.history()).isEqualTo(history());
                assertThat(use.optimizer()).contains(new OptimizerState("ADAM", 11, moments));
                assertThat(loaded.probabilities("ab")).isEqualTo(model.probabilities("ab"));
            }
        }
    }

    @Test
    void anUntrainedModelComesBackUntrained() {
        try (var model = model(Rnn.of(5));
                var loaded = LanguageModel.load(saved(model))) {
            assertThat(loaded.steps()).isZero();
            assertThat(loaded.history()).isEqualTo(model.history());
            loaded.reset();
            assertThat(loaded.weights()).isEqualTo(model.weights());
        }
    }

    @Test
    void tensorsBearPyTorchsNamesAndTheOptimizersStandApart() {
        try (var model = model(Lstm.of(5))) {
            var moments = Map.of("mean.head.bias", new Tensor(new float[] {1}, new long[] {1}));
            try (var use = model.use("test")) {
                use.keep(1, new OptimizerState("ADAM", 1, moments), history());
            }
            assertThat(WeightsFile.read(saved(model)).tensors().keySet())
                    .containsExactly(
                            "embedding.weight",
                            "body.weight_ih_l0",
                            "body.weight_hh_l0",
                            "body.bias_ih_l0",
                            "body.bias_hh_l0",
                            "head.weight",
                            "head.bias",
                            "optimizer.mean.head.bias");
        }
    }

    @Test
    void aBodyOfOnesOwnIsLoadedByNamingIt() {
        var body = new LanguageModelTest.Flat(6);
        try (var model = model(body)) {
            Path file = saved(model);
            assertThatThrownBy(() -> LanguageModel.load(file))
                    .isInstanceOf(UnrollException.class)
                    .hasMessage(
                            file.toAbsolutePath()
                                    + " has the body \"Flat\", which is not one of Unroll's (Gru, Lstm,"
                                    + " Rnn); load it with LanguageModel.load(file, body)");
            try (var loaded = LanguageModel.load(file, body)) {
                assertThat(loaded.weights()).isEqualTo(model.weights());
            }
        }
    }

    @Test
    void weightsOfAnotherShapeAreListed() {
        try (var model = model(Lstm.of(5))) {
            Path file = saved(model);
            assertThatThrownBy(() -> LanguageModel.load(file, Lstm.of(6)))
                    .isInstanceOf(UnrollException.class)
                    .hasMessageStartingWith(file.toAbsolutePath() + ": the weights do not fit")
                    .hasMessageContaining("body.weight_ih_l0")
                    .hasMessageContaining("[24, 4]")
                    .hasMessageContaining("[20, 4]");
        }
    }

    @Test
    void weightsThatAreNoModelOfOursAreRefused() {
        Path file = folder.resolve("foreign.safetensors");
        WeightsFile.write(file, Map.of("x", new Tensor(new float[] {1}, new long[] {1})), Map.of());
        assertThatThrownBy(() -> LanguageModel.load(file))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        file.toAbsolutePath()
                                + " is no language model of Unroll: its metadata should say model"
                                + " \"language model 1\", it says nothing; load a file that"
                                + " LanguageModel.save wrote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocabulary", "configuration", "training", "history"})
    void metadataThatCannotBeUnderstoodIsNamed(String key) {
        try (var model = model(Lstm.of(5))) {
            WeightsFile file = WeightsFile.read(saved(model));
            for (String wrong : new String[] {"{", "[]", "7", "{\"embedding\":\"x\"}", ""}) {
                Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
                metadata.put(key, wrong);
                Path damaged = folder.resolve("damaged.safetensors");
                WeightsFile.write(damaged, file.tensors(), metadata);
                assertThatThrownBy(() -> LanguageModel.load(damaged))
                        .as("%s = %s", key, wrong)
                        .isInstanceOf(UnrollException.class)
                        .hasMessageContaining(damaged.toAbsolutePath().toString());
            }
        }
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        try (var model = model(Lstm.of(5))) {
            Path file = saved(model);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 3] ^= 4;
            Files.write(file, bytes);
            assertThatThrownBy(() -> LanguageModel.load(file)).isInstanceOf(UnrollException.class);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            assertThatThrownBy(() -> LanguageModel.load(file)).isInstanceOf(UnrollException.class);
            Files.writeString(file, "a text");
            assertThatThrownBy(() -> LanguageModel.load(file)).isInstanceOf(UnrollException.class);
        }
    }
}
