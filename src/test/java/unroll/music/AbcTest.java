package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbcTest {
    @Test
    void aScaleHasItsNotesBarsAndFields() {
        Tune tune = Abc.parse("X:1\nT:Scale\nR:reel\nM:4/4\nL:1/4\nK:C\nCDEF|GABc|]\n");

        assertThat(tune.title()).isEqualTo("Scale");
        assertThat(tune.field("R")).contains("reel");
        assertThat(tune.notes())
                .extracting(Note::midi)
                .containsExactly(60, 62, 64, 65, 67, 69, 71, 72);
        assertThat(tune.notes()).extracting(Note::startBeats).startsWith(0.0, 1.0, 2.0);
        assertThat(tune.bars())
                .extracting(Bar::duration)
                .isEqualTo(List.of(Fraction.ONE, Fraction.ONE));
        assertThat(tune.isWellFormed()).isTrue();
    }
}
