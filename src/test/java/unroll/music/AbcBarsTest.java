package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static unroll.music.Bar.Kind.COMPLETED;
import static unroll.music.Bar.Kind.FULL;
import static unroll.music.Bar.Kind.LONG;
import static unroll.music.Bar.Kind.PICKUP;
import static unroll.music.Bar.Kind.SHORT;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars, repeats and endings: what is played, and how each bar fills its metre. */
class AbcBarsTest {
    /** The first letters of the notes played, in order. */
    private static String played(String music) {
        return Music.of(music).notes().stream()
                .map(note -> note.name().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static List<Bar.Kind> kinds(String music) {
        return Music.of(music).bars().stream().map(Bar::kind).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A8|B8|]; AB",
                "|:A8|B8:|; ABAB",
                "A8|B8:|C8|]; ABABC",
                "A8||B8:|; ABB",
                "|:A8||B8:|; ABAB",
                "A8:|B8:|; AABB",
                "A8::B8:|; AABB",
                "|:A8:|:B8:|; AABB",
                "|:A8:||:B8:|; AABB",
                "|:A8:|]|:B8:|C8|]; AABBC",
                "|::A8::|B8; AAAB",
                "A8[|B8|]C8.|D8; ABCD",
                "|:A8|1B8:|2C8|]; ABAC",
                "|:A8|[1B8:|[2C8|]D8; ABACD",
                "|:A8 [1B8:| [2C8||D8:|; ABACDD",
                "A8|1B8:|2C8:|D8|1E8:|2F8:|; ABACDEDF",
                "|:A8[1,3B8:|[2C8:|[4D8|]; ABACABAD",
                "|:A8[1-3B8:|4D8|]; ABABABAD",
                "|:A8|1B8|2C8|]; ABAC",
                "|:A8|1B8:|C8|]; ABAC",
                "|:A8|1B8|C8:|2D8|E8|]; ABCADE",
                "|:A8|1B8:|2C8|:D8:|; ABACDD",
                "A8|\\n|B8|\\n:|C8; ABABC",
                "A8[|]B8; AB"
            })
    void repeatsAndEndingsArePlayedOut(String music, String expected) {
        assertThat(played(music.replace("\\n", "\n"))).isEqualTo(expected);
    }

    @Test
    void fullShortAndLongBarsAreToldApart() {
        Tune tune = Music.of("A8|B4|c9|d8|]");

        assertThat(tune.bars()).extracting(Bar::kind).containsExactly(FULL, SHORT, LONG, FULL);
        assertThat(tune.bars())
                .extracting(Bar::duration)
                .containsExactly(Fraction.ONE, Fraction.of(1, 2), Fraction.of(9, 8), Fraction.ONE);
        assertThat(tune.bars()).extracting(Bar::full).containsOnly(Fraction.ONE);
        assertThat(tune.bars()).extracting(Bar::column).containsExactly(1, 4, 7, 10);
        assertThat(tune.isWellFormed()).isFalse();
    }

    @Test
    void theLastBarCompletesThePickup() {
        assertThat(kinds("A2|B8|c6|]")).containsExactly(PICKUP, FULL, COMPLETED);
        assertThat(kinds("A2|B8|c6")).containsExactly(PICKUP, FULL, COMPLETED);
        assertThat(kinds("A2|B8|c5|]")).containsExactly(PICKUP, FULL, SHORT);
    }

    @Test
    void aBarIsCompletedAcrossARepeat() {
        assertThat(kinds("|:A2|B8|c6:|")).containsExactly(PICKUP, FULL, COMPLETED);
        assertThat(kinds("A2|B8|c6:|d2|e8|f6:|"))
                .containsExactly(PICKUP, FULL, COMPLETED, PICKUP, FULL, COMPLETED);
        assertThat(kinds("A8|B4:|c4|d8|]")).containsExactly(FULL, COMPLETED, PICKUP, FULL);
        assertThat(kinds("A8|B4:|c8|d8|]")).containsExactly(FULL, SHORT, FULL, FULL);
        assertThat(kinds("A8|B4||c4|d8|]")).containsExactly(FULL, COMPLETED, PICKUP, FULL);
    }

    @Test
    void aBarIsCompletedAcrossEndings() {
        assertThat(kinds("|:A8|B6 [1c2:| [2d2|]"))
                .containsExactly(FULL, COMPLETED, COMPLETED, COMPLETED);
        assertThat(kinds("|:A2|B8|1c6:|2d6|]")).containsExactly(PICKUP, FULL, COMPLETED, COMPLETED);
        assertThat(kinds("|:A2|B8|1c5:|2d6|]")).containsExactly(PICKUP, FULL, SHORT, COMPLETED);
        assertThat(kinds("|:A2|B8|c4 [1d2:|[2e4|]"))
                .containsExactly(PICKUP, FULL, COMPLETED, COMPLETED, COMPLETED);
    }

    @Test
    void aShortBarAmongPlainLinesIsNoPickup() {
        assertThat(kinds("A8|B2|c8|]")).containsExactly(FULL, SHORT, FULL);
        assertThat(kinds("A8:|B2:|c8|]")).containsExactly(FULL, SHORT, FULL);
        assertThat(kinds("A8|1B2|c8:|2d8|]")).containsExactly(FULL, SHORT, FULL, FULL);
    }

    @Test
    void freeMetreNeedsNoFullBars() {
        assertThat(kinds("[M:none]A3|B|c17|]")).containsOnly(FULL);
    }

    @Test
    void emptyBarsAreNone() {
        assertThat(kinds("||A8||||B8|!\n|c8|]")).containsExactly(FULL, FULL, FULL);
    }
}
