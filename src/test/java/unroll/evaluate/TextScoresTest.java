package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextScoresTest {
    @Test
    void agreesWithSacrebleu() {
        for (JsonNode item : Fixture.read("texts.json").get("cases")) {
            List<String> written = Fixture.strings(item.get("hypotheses"));
            List<String> references = Fixture.strings(item.get("references"));
            assertThat(TextScores.bleu(written, references))
                    .as("BLEU of " + written)
                    .isCloseTo(item.get("bleu").asDouble(), within(1e-9));
            assertThat(TextScores.chrF(written, references))
                    .as("chrF of " + written)
                    .isCloseTo(item.get("chrf").asDouble(), within(1e-9));
        }
    }

    @Test
    void nothingInCommonScores0() {
        assertThat(TextScores.bleu(List.of(""), List.of("a b c d"))).isZero();
        assertThat(TextScores.chrF(List.of(""), List.of("a b c d"))).isZero();
    }

    @Test
    void countsExactMatches() {
        assertThat(TextScores.exactMatch(List.of("a b ", "a"), List.of("a b", "b"))).isEqualTo(0.5);
    }

    @Test
    void measuresRepetition() {
        assertThat(TextScores.distinct(List.of("a b a b a"), 1)).isCloseTo(0.4, within(1e-12));
        assertThat(TextScores.distinct(List.of("a b c", "a b d"), 2)).isEqualTo(0.75);
        assertThat(TextScores.repetition("a b a b a", 2)).isEqualTo(0.5);
        assertThat(TextScores.repetition("a b c d", 2)).isZero();
    }

    @Test
    void refusesWhatCannotBeScored() {
        assertThatThrownBy(() -> TextScores.bleu(List.of("a"), List.of("a", "b")))
                .hasMessage(
                        "written has 1 items, references has 2: they must belong together, item by"
                                + " item");
        assertThatThrownBy(() -> TextScores.repetition("one two", 3))
                .hasMessage("no text has 3 words, so none can repeat a run of them");
    }
}
