package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import unroll.UnrollException;
import unroll.layer.Activation;
import unroll.layer.Initialisation;
import unroll.text.Vocabulary;

class LanguageModelSetupTest {
    private static final LanguageModelSetup SETUP =
            LanguageModel.over(Vocabulary.ofCharacters("abc"));

    @Test
    void everyDeriverChangesItsOwnOptionOnly() {
        assertThat(SETUP.embedding(7).body(Gru.of(3)).seed(5))
                .isEqualTo(new LanguageModelSetup(SETUP.vocabulary(), 7, Gru.of(3), 5));
        assertThat(
                        Lstm.of(4)
                                .layers(2)
                                .bidirectional(true)
                                .dropout(0.1)
                                .initialisation(Initialisation.ORTHOGONAL)
                                .forgetBias(2)
                                .longest(50))
                .isEqualTo(new Lstm(4, 2, true, 0.1, Initialisation.ORTHOGONAL, 2, 50));
        assertThat(
                        Gru.of(4)
                                .layers(2)
                                .bidirectional(true)
                                .dropout(0.1)
                                .initialisation(Initialisation.XAVIER)
                                .updateBias(2)
                                .longest(50))
                .isEqualTo(new Gru(4, 2, true, 0.1, Initialisation.XAVIER, 2, 50));
        assertThat(
                        Rnn.of(4)
                                .layers(2)
                                .bidirectional(true)
                                .dropout(0.1)
                                .initialisation(Initialisation.IDENTITY)
                                .activation(Activation.RELU))
                .isEqualTo(new Rnn(4, 2, true, 0.1, Initialisation.IDENTITY, Activation.RELU));
    }

    @Test
    void aBodyThatReadsFromTheEndIsRefusedBecauseItSeesTheAnswer() {
        assertThatThrownBy(() -> SETUP.body(Lstm.of(4).bidirectional(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a language model must not look ahead: bidirectional(true) reads the text from"
                                + " its end too and so sees the answer; use bidirectional(false)");
    }

    @Test
    void wrongSizesAreRefusedWhereTheyAreNamed() {
        assertThatThrownBy(() -> SETUP.embedding(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("embedding must be 1 or more, got 0; try 64");
        assertThatThrownBy(() -> Lstm.of(0)).hasMessageContaining("hidden must be at least 1");
        assertThatThrownBy(() -> Gru.of(3).layers(0)).hasMessageContaining("layers");
        assertThatThrownBy(() -> Rnn.of(3).dropout(1)).hasMessageContaining("dropout");
    }

    @Test
    void aVariableThatWasResetIsNamed() {
        assertThatThrownBy(() -> LanguageModel.over(null))
                .hasMessage("vocabulary is null: a cell above was re-run; run it again");
    }

    @Test
    void aModelLargerThanTheMemoryIsRefusedWithNumbers() {
        assertThatThrownBy(() -> SETUP.body(Lstm.of(16_384).layers(32)).build())
                .isInstanceOf(UnrollException.class)
                .hasMessageStartingWith(
                        "the model has 67,654,172,867 parameters and needs about 541.2 GB, ")
                .hasMessageContaining(
                        "lower what makes it large: 3 tokens, embedding 64, Lstm[hidden=");
    }
}
