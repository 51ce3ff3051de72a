package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenScoresTest {
    @Test
    void charactersAreCodePoints() {
        TokenScores scores = TokenScores.ofCharacters("probability", "a😀", new double[] {0.5, 1});
        assertThat(scores.tokens()).containsExactly("a", "😀");
        assertThat(scores.table().columnNames())
                .containsExactly("position", "token", "probability");
        assertThat(scores)
                .hasToString("probability of 2 tokens, from 0.5000 to 1.000, mean 0.7500");
        assertThat(scores)
                .isEqualTo(new TokenScores("probability", List.of("a", "😀"), scores.values()));
    }

    @Test
    void eachTokenNeedsAFiniteNumber() {
        assertThatThrownBy(() -> TokenScores.ofCharacters("p", "ab", new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numbers of 'p': expected 2 numbers, got 1");
        assertThatThrownBy(() -> TokenScores.ofCharacters("p", "a", new double[] {Double.NaN}))
                .hasMessage("numbers of 'p': number 0 is NaN, expected a finite one");
        assertThatThrownBy(() -> TokenScores.ofCharacters("p", "", new double[0]))
                .hasMessage("tokens of 'p': there are none, expected at least one");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new TokenScores("q", Arrays.asList("a", null), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tokens of 'q', number 1: found null");
        assertThatThrownBy(() -> new TokenScores("q", List.of("a"), null))
                .hasMessageStartingWith("numbers of 'q': found null");
    }
}
