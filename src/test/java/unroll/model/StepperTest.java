package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.layer.Activation;
import unroll.layer.BlockWeights;
import unroll.layer.Tensor;
import unroll.text.Vocabulary;

/** The plain Java steps against the engine's pass over the whole text. */
@Tag("engine")
class StepperTest {
    private static final Vocabulary LETTERS =
            Vocabulary.ofCharacters("the quick brown fox jumps over a lazy dog");

    static Stream<Body> bodies() {
        Stream<Body> large = Stream.of(Lstm.of(256), Gru.of(256), Rnn.of(256));
        Stream<Body> small =
                IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(
                                layers ->
                                        List.of(
                                                Rnn.of(30).layers(layers),
                                                Rnn.of(18)
                                                        .activation(Activation.RELU)
                                                        .layers(layers),
                                                Lstm.of(33).layers(layers),
                                                Gru.of(25).layers(layers))
                                                .stream());
        return Stream.concat(small, large);
    }

    private static LanguageModel model(Body body) {
        return LanguageModel.over(LETTERS).embedding(10).body(body).seed(3).build();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void itAnswersWhatTheEngineAnswersForTheWholeText(Body body) {
        int[] ids = new Random(1).ints(40, 0, LETTERS.size()).toArray();
        try (var model = model(body)) {
            var stepper = model.stepper();
            assertThat(stepper).isInstanceOf(RecurrentStepper.class);
            var state = stepper.start();
            for (int t = 0; t < ids.length; t++) {
                float[] stepped = stepper.step(state, ids[t]);
                float[] whole = model.lastLogits(Arrays.copyOf(ids, t + 1));
                assertThat(stepped).containsExactly(whole, within(1e-5f));
            }
        }
    }

    @Test
    void anotherStepperIsMadeForChangedWeights() {
        try (var model = model(Lstm.of(12))) {
            var before = model.stepper();
            assertThat(model.stepper()).as("unchanged weights").isSameAs(before);
            float[] untrained = before.step(before.start(), 4);
            BlockWeights.assign(model.block(), doubled(model.weights()));
            assertThat(before.step(before.start(), 4)).isEqualTo(untrained);
            var after = model.stepper();
            assertThat(after.step(after.start(), 4))
                    .containsExactly(model.lastLogits(new int[] {4}), within(1e-5f))
                    .isNotEqualTo(untrained);
        }
    }

    private static Map<String, Tensor> doubled(Map<String, Tensor> weights) {
        Map<String, Tensor> doubled = new LinkedHashMap<>();
        weights.forEach(
                (name, tensor) -> {
                    float[] values = tensor.values().clone();
                    IntStream.range(0, values.length).forEach(i -> values[i] *= 2);
                    doubled.put(name, new Tensor(values, tensor.shape()));
                });
        return doubled;
    }

    @Test
    void aBodyThatLooksAheadCannotWrite() {
        assertThatThrownBy(() -> model(Gru.of(8).bidirectional(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bidirectional");
    }
}
