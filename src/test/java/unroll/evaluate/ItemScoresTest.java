package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemScoresTest {
    @Test
    void theMeanGoesOverAllThatWasScoredNotOverItems() {
        var scores = new ItemScores(new double[] {3, 1}, new double[] {3, 5});
        assertThat(scores.mean()).isEqualTo(0.5);
        assertThat(scores).hasToString("mean 0.5000 over 2 items");
    }

    @Test
    void scoresOfOneGroupBecomeOneItem() {
        var scores = ItemScores.of(1, 0, 1, 1, 0).grouped(List.of("a", "b", "a", "", ""));
        assertThat(scores)
                .isEqualTo(new ItemScores(new double[] {2, 0, 1, 0}, new double[] {2, 1, 1, 1}));
    }

    /** A sixth is no binary fraction: six of them must not become less than one. */
    @Test
    void theMeanOfRightAnswersIsARightAnswer() {
        var right = ItemScores.of(1, 0);
        assertThat(ItemScores.average(Collections.nCopies(6, right))).isEqualTo(right);
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThatThrownBy(() -> new ItemScores(new double[] {1}, new double[] {0}))
                .hasMessage("the weight of item 0 (counted from 0) must be above 0, got 0.0");
        assertThatThrownBy(() -> new ItemScores(new double[] {1}, new double[] {1, 1}))
                .hasMessageContaining("totals has 1 items, weights has 2");
        assertThatThrownBy(ItemScores::of).hasMessage("scores is empty: give at least one item");
    }
}
