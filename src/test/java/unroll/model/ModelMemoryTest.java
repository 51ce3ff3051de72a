package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.text.Vocabulary;

@Tag("engine")
class ModelMemoryTest {
    private static final Vocabulary LETTERS = Vocabulary.ofCharacters("abc");
    private static final long MODEL_BYTES = 9_000_000; // 1.1 million numbers, and their gradients

    private static LanguageModel build() {
        return LanguageModel.over(LETTERS).embedding(8).body(Lstm.of(512)).seed(1).build();
    }

    @Test
    void modelsThatNothingRefersToDoNotPileUp() {
        ModelMemory.makeRoom();
        long before = ModelMemory.held();
        long most = 0;
        for (int run = 0; run < 40; run++) {
            build();
            most = Math.max(most, ModelMemory.held());
        }
        assertThat(most).isBetween(MODEL_BYTES - 1_000_000, 2 * before + 8 * MODEL_BYTES);
    }

    @Test
    void modelsInUseStay() {
        List<LanguageModel> models = new ArrayList<>();
        for (int run = 0; run < 12; run++) {
            models.add(build());
        }
        float[] first = models.get(0).probabilities("ab");
        for (LanguageModel model : models) {
            assertThat(model.probabilities("ab")).isEqualTo(first);
            model.close();
        }
    }

    @Test
    void aClosedModelHoldsNothing() {
        LanguageModel model = build();
        long with = ModelMemory.held();
        model.close();
        assertThat(ModelMemory.held()).isLessThan(with - MODEL_BYTES + 1_000_000);
    }

    @Test
    void anInterruptedThreadBuildsTooAndLeavesRoomToTheNext() {
        build(); // loading MXNet clears the flag
        long before = ModelMemory.held();
        Thread.currentThread().interrupt();
        for (int run = 0; run < 40; run++) {
            build();
        }
        assertThat(Thread.interrupted()).isTrue();
        ModelMemory.makeRoom();
        assertThat(ModelMemory.held()).isLessThan(before + MODEL_BYTES);
    }
}
