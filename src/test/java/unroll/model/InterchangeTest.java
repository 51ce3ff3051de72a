package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.Split;
import unroll.layer.Tensor;
import unroll.layer.WeightsFile;
import unroll.text.Vocabulary;
import unroll.train.Plan;
import unroll.train.Training;

/**
 * A model goes to PyTorch and comes back.
 *
 * <p>{@code unroll.safetensors} was saved by {@link #main}; environment/peer/interchange.py loaded it
 * strictly into {@code nn.Embedding}, {@code nn.LSTM} and {@code nn.Linear}, trained it further, saved
 * it as {@code python.safetensors}, and wrote down both models' answers.
 */
@Tag("engine")
class InterchangeTest {
    private static final Path FOLDER = Path.of("src/test/resources/unroll/model/interchange");
    private static final Path OURS = FOLDER.resolve("unroll.safetensors");
    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters("abcdefg\n");

    private final Map<String, Tensor> answers =
            WeightsFile.read(FOLDER.resolve("answers.safetensors")).tensors();

    /** Writes the sample again, with which interchange.py begins. */
    public static void main(String[] arguments) {
        try (LanguageModel model = sample()) {
            model.save(OURS);
        }
    }

    private static LanguageModel sample() {
        LanguageModel model =
                LanguageModel.over(VOCABULARY)
                        .embedding(3)
                        .body(Lstm.of(5).layers(2))
                        .seed(11)
                        .build();
        var data = Split.at(VOCABULARY.encode("abc\ndefg\n".repeat(40)), 0.9).windows(8);
        Training.run(model, data, Plan.ofSteps(5).batch(4).validateEvery(0));
        return model;
    }

    @Test
    void pyTorchAnswersAsWeDo() {
        try (LanguageModel model = LanguageModel.load(OURS)) {
            answersAre("unroll", model);
        }
    }

    @Test
    void aFileOfPyTorchGoesOnHere() {
        try (LanguageModel model = LanguageModel.load(FOLDER.resolve("python.safetensors"))) {
            answersAre("python", model);
            assertThat(model.vocabulary()).isEqualTo(VOCABULARY);
        }
    }

    @Test
    void theFileHoldsWhatAModelSavesToday() {
        try (LanguageModel model = sample()) {
            var loaded = WeightsFile.read(OURS).tensors();
            model.weights()
                    .forEach(
                            (name, tensor) -> {
                                assertThat(loaded.get(name).shape()).isEqualTo(tensor.shape());
                                assertThat(loaded.get(name).values())
                                        .as(name)
                                        .usingComparatorWithPrecision(1e-3f)
                                        .containsExactly(tensor.values());
                            });
        }
    }

    /** Both ways to read a text must give the numbers that PyTorch gave. */
    private void answersAre(String whose, LanguageModel model) {
        float[] numbers = answers.get("text").values();
        int[] text = new int[numbers.length];
        Arrays.setAll(text, i -> (int) numbers[i]);
        float[] expected = answers.get(whose).values(); // (V) after the last token
        Stepper stepper = model.stepper();
        Stepper.State state = stepper.start();
        float[] stepped = {};
        for (int token : text) {
            stepped = stepper.step(state, token);
        }
        float[] fused = model.lastLogits(text);
        for (int token = 0; token < expected.length; token++) {
            assertThat(fused[token]).isCloseTo(expected[token], within(1e-5f));
            assertThat(stepped[token]).isCloseTo(expected[token], within(1e-5f));
        }
    }
}
