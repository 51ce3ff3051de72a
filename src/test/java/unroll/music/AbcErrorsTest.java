package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.UnrollException;

/** Broken ABC: each fault is said with its line and column. */
class AbcErrorsTest {
    private static String error(String text) {
        AbcException error = catchThrowableOfType(AbcException.class, () -> Abc.parse(text));
        assertThat(error).as("parsing should fail").isNotNull();
        return error.getMessage().lines().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "ABc sd; 5; `'s' is not music: notes are A to G and a to g, rests z; text stands in quotes`",
                "AB 3cd; 4; a number belongs right after a note, rest or bar line",
                "AB[CEG; 3; the chord is not closed: expected ']' before the line's end",
                "AB[C|E]; 5; only notes stand inside a chord [...], found '|'",
                "AB[]c; 3; the chord is empty: expected notes between [ and ]",
                "A{gfB; 2; the grace notes are not closed: expected '}' before the line's end",
                "A{g|}B; 4; only notes stand inside grace notes {...}, found '|'",
                "A\"Am B; 2; the text in quotes is not closed: expected '\"' before the line's end",
                "A[K:G B; 2; the field [K: is not closed: expected ']' before the line's end",
                "A^|; 3; an accidental needs a note A to G or a to g right after it",
                "^3/2A; 2; quarter tones are not supported: write ^, ^^, =, _ or __",
                "A0; 2; not a length: expected one such as 2, 3/2, / or /4 after the note",
                "A/0; 2; not a length: expected one such as 2, 3/2, / or /4 after the note",
                "A12345; 2; this number has more than 4 digits",
                "A,,,,,,; 1; this note is beyond MIDI's range: its number would be -3",
                ">AB; 1; a broken rhythm needs a note right before it in the same bar",
                "AB|>c; 4; a broken rhythm needs a note right before it in the same bar",
                "AB>|c; 4; a broken rhythm needs a note after it in the same bar",
                "A>>>>>B; 2; at most 4 signs of broken rhythm",
                "(3AB|c; 5; the tuplet lacks 1 of its notes at the end of the bar",
                "(3A(3Bcd; 4; a tuplet inside a tuplet is not supported",
                "(1A; 1; not a tuplet: expected one such as (3 or (5:4:5",
                "-A; 1; a tie '-' needs a note right before it",
                "A : B; 3; ':' alone is no bar line: expected |: or :| or ::",
                "A|[0 B; 4; endings are numbered from 1 to 99, as in 1-3",
                "A|1, B; 5; the ending needs a number here, as in [1,3 or [1-3",
                "Z0; 1; a rest lasts 1 to 999 bars",
                "AZ; 2; a rest of whole bars needs a metre and a bar of its own",
                "Z2 A; 4; a bar line belongs after a rest of whole bars",
                "A+B; 2; '+' stands around a decoration's name, as in +trill+",
                "A\\B; 2; '\\' joins two lines: it stands at the line's end",
                "A[M:6/]; 7; not a metre: expected one such as 4/4, 6/8, C, C| or none, alone after M:",
                "A[L:]B; 5; not a unit note length: expected one such as 1/8 after L:",
                "A[Q:fast]; 5; not a tempo: expected one such as 1/4=120 (4 to 2000 quarter notes a minute)",
                "A]; 2; `']' is not music: notes are A to G and a to g, rests z; text stands in quotes`",
                "A1/9999A1/9998A1/9997; 15; this length is too large or too finely divided"
            })
    void brokenMusicIsRefusedAtItsPlace(String music, int column, String message) {
        assertThat(error("X:1\nM:4/4\nK:C\n" + music + "\n"))
                .isEqualTo("line 4, column " + column + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "M:6/; 5; not a metre: expected one such as 4/4, 6/8, C, C| or none, alone after M:",
                "M:5/7; 6; not a metre: expected one such as 4/4, 6/8, C, C| or none, alone after M:",
                "M:4/4 abc; 7; not a metre: expected one such as 4/4, 6/8, C, C| or none, alone after M:",
                "L:; 3; not a unit note length: expected one such as 1/8 after L:",
                "L:1/0; 3; not a unit note length: expected one such as 1/8 after L:",
                "V:; 3; V: needs the voice's name, as in V:1",
                "U:A=!trill!; 3; U: needs a letter H to W, h to w or ~, as in U:T = !trill!",
                "ABcd|; 1; expected a header field such as T: or K:, as the music begins after K:"
            })
    void brokenHeadersAreRefusedAtTheirPlace(String line, int column, String message) {
        assertThat(error("X:1\n" + line + "\nK:C\nABcd\n"))
                .isEqualTo("line 2, column " + column + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "Q:1/4=0",
        "Q:1/4=9999",
        "Q:0/4=10",
        "Q:1/4",
        "Q:1/4=",
        "Q:x",
        "Q:1/9999 1/9998 1/9997=3",
        "Q:1/4=120 fast"
    })
    void brokenTemposAreRefused(String field) {
        assertThat(error("X:1\nT:t\n" + field + "\nK:C\nA\n"))
                .startsWith("line 3, column ")
                .contains("not a tempo");
    }

    @Test
    void theWholeTextMustBeOneTune() {
        assertThat(error(""))
                .startsWith("line 1, column 1: the text is empty: a tune begins with its number");
        assertThat(error("hello"))
                .startsWith("line 1, column 1: a tune begins with its number, as in X:1");
        assertThat(error("hello\nX:1\nK:C\nA"))
                .startsWith("line 1, column 1: a tune begins with its number");
        assertThat(error("X:1\nT:t\n\nK:C\nA"))
                .isEqualTo(
                        "line 3, column 1: the header has no key: expected K: before the music, as in K:G");
        assertThat(error("X:1\nT:t")).startsWith("line 2, column 1: the header has no key");
        assertThat(error("X:1\nK:C\n")).startsWith("line 2, column 1: the tune has no music");
        assertThat(error("X:1\nK:C\nA\nX:2\nK:C\nB"))
                .isEqualTo(
                        "line 4, column 1: a second tune begins here; read collections with Abc.parseAll");
    }

    @Test
    void theMessageShowsThePlace() {
        assertThatThrownBy(() -> Abc.parse("X:1\nK:C\nABcd q\n"))
                .isInstanceOf(UnrollException.class)
                .hasMessage(
                        "line 3, column 6: 'q' is not music: notes are A to G and a to g, rests z; text stands in"
                                + " quotes\n  ABcd q\n       ^");
    }

    @Test
    void bytesThatAreNoTextAreNamed() {
        assertThat(error("X:1\nT:a\0b\nK:C\nA"))
                .isEqualTo("line 2, column 4: control character 0: is this a text file?");
    }

    @Test
    void limitsAreSaidWithTheirNumbers() {
        String head = "X:1\nT:t\nM:4/4\nL:1/8\nK:C\n";
        assertThat(error(head + "A".repeat(70_000)))
                .isEqualTo(
                        "line 1, column 1: the tune has 70024 characters; at most 65536 are read");
        assertThat(error(head + "|:" + "A".repeat(4000) + "|1-99 B:|"))
                .endsWith("with its repeats the tune has more than 200000 notes");
        assertThat(error(head + "|:A" + ":".repeat(100) + "|"))
                .isEqualTo("line 6, column 4: a section is repeated at most 99 times");
        assertThat(error(head + "A9999|".repeat(100))).contains("at most 60 are played");
        assertThat(error(head + "[" + "C".repeat(100) + "]"))
                .isEqualTo(
                        "line 6, column 1: with its repeats the tune has 100 notes at once; at most 20 are played");
    }

    @Test
    void nullIsAWrongArgument() {
        assertThatThrownBy(() -> Abc.parse(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run the cells below it again");
    }

    @Test
    void doubtfulButReadableMusicIsOnlyWarnedOf() {
        Tune tune = Music.of("(A B) c) !wow!d @e |(f{g}");

        assertThat(tune.warnings())
                .extracting(AbcWarning::toString)
                .containsExactly(
                        "line 7, column 8: a slur ends here that never began",
                        "line 7, column 10: the decoration !wow! is unknown and left out",
                        "line 7, column 17: '@' has no meaning in music and is left out",
                        "line 7, column 26: a slur that began never ends",
                        "line 7, column 26: grace notes with no note after them are left out");
        assertThat(Abc.parse("X:1\nK:C\nA|").warnings().get(0).message()).contains("no title");
    }
}
