package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static unroll.music.Music.eighths;
import static unroll.music.Music.midi;
import static unroll.music.Music.names;
import static unroll.music.Music.onsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header fields, fields between and inside lines, and files as they are found. */
class AbcFieldsTest {
    private static Tune header(String fields) {
        return Abc.parse("X:1\nT:t\n" + fields + "\nK:C\nABcd\n");
    }

    @Test
    void allFieldsAreKeptInTheirOrder() {
        Tune tune =
                Abc.parse(
                        """
                        X:7
                        T:One
                        T:Two
                        C:trad.
                        Z: by me % a comment
                        H:first
                        +:second
                        %%scale 1
                        S:x
                        K:G
                        ABcd|
                        w:la la
                        N:note
                        """);

        assertThat(tune.fields())
                .extracting(AbcField::toString)
                .containsExactly(
                        "X:7",
                        "T:One",
                        "T:Two",
                        "C:trad.",
                        "Z:by me",
                        "H:first second",
                        "%%scale 1",
                        "S:x",
                        "K:G",
                        "w:la la",
                        "N:note");
        assertThat(tune.title()).isEqualTo("One");
        assertThat(tune.field("Q")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4/4, 1/1, 1/8",
        "C, 1/1, 1/8",
        "C|, 1/1, 1/8",
        "6/8, 3/4, 1/8",
        "2/4, 1/2, 1/16",
        "9/8, 9/8, 1/8",
        "3/4, 3/4, 1/8",
        "5/8, 5/8, 1/16",
        "(2+3)/8, 5/8, 1/16",
        "2+3+3/8, 1/1, 1/8",
        "none, 0/1, 1/8"
    })
    void metresGiveTheirLengthAndTheUnit(String metre, String length, String unit) {
        Tune tune = header("M:" + metre);

        assertThat(tune.metre().length()).isEqualTo(fraction(length));
        assertThat(tune.metre()).hasToString(metre);
        assertThat(tune.unit()).isEqualTo(fraction(unit));
    }

    @Test
    void withoutMetreBarsAreFree() {
        Tune tune = header("C:x");

        assertThat(tune.metre().isFree()).isTrue();
        assertThat(tune.isWellFormed()).isTrue();
        assertThat(tune.unit()).isEqualTo(Fraction.of(1, 8));
    }

    @Test
    void unitMayBeAnyFractionOrWhole() {
        assertThat(header("L:1/16").unit()).isEqualTo(Fraction.of(1, 16));
        assertThat(header("L:1").unit()).isEqualTo(Fraction.ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Q:1/4=90; 90", "Q:3/8=60; 90", "Q:1/2 = 100; 200", "Q:\"Allegro\" 1/4=150; 150",
                        "Q:3/8=50 \"Slowly\"; 75",
                "Q:1/4 3/8 1/4 3/8=40; 200", "Q:\"Andante\"; 90", "Q:120; 60", "Q:C=120; 60",
                        "Q:C3=40; 60",
                "Q:1/4=92.5; 92.5", "Q:\"somehow\"; 120"
            })
    void temposGiveQuartersPerMinute(String field, double quarters) {
        Tune tune = header("M:4/4\nL:1/8\n" + field);

        assertThat(tune.tempo().quartersPerMinute()).isCloseTo(quarters, within(1e-9));
        assertThat(tune.notes().get(2).startSeconds()).isCloseTo(60 / quarters, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "reel, C|, 200",
        "hornpipe, C|, 160",
        "jig, 6/8, 168",
        "slip jig, 9/8, 168",
        "Slide, 12/8, 195",
        "polka, 2/4, 130",
        "waltz, 3/4, 140",
        "air, 3/4, 80",
        "'', 4/4, 120",
        "'', 6/8, 150",
        "'', C|, 160"
    })
    void withoutTempoTheDanceDecides(String rhythm, String metre, double quarters) {
        assertThat(header("R:" + rhythm + "\nM:" + metre).tempo().quartersPerMinute())
                .isEqualTo(quarters);
    }

    @Test
    void keyMetreUnitAndTempoChangeBetweenLinesAndInside() {
        Tune tune =
                Music.of("F8|[K:D]F8|[M:3/4]F6|[L:1/4]F3|\nK:F\nB3|\nM:C\nQ:1/4=60\nL:1/8\nB8|]");

        assertThat(names(tune)).containsExactly("F4", "F#4", "F#4", "F#4", "A#4", "A#4");
        assertThat(eighths(tune)).containsExactly(8.0, 8.0, 6.0, 6.0, 6.0, 8.0);
        assertThat(tune.isWellFormed()).isTrue();
        assertThat(tune.notes().get(5).startSeconds()).isCloseTo(8.5, within(1e-9));
        assertThat(tune.seconds()).isCloseTo(12.5, within(1e-9));
    }

    @Test
    void aMetreInTheMiddleOfABarHoldsFromTheNextOn() {
        Tune tune = Music.of("A4 [M:3/4]A4|A6|]");

        assertThat(tune.bars()).extracting(Bar::kind).containsOnly(Bar.Kind.FULL);
    }

    @Test
    void temposOfRepeatsAreReachedAgain() {
        Tune tune = Music.of("|:[Q:1/4=120]A8|[Q:1/4=240]B8:|");

        assertThat(tune.notes()).extracting(Note::startSeconds).containsExactly(0.0, 2.0, 3.0, 5.0);
    }

    @Test
    void voicesSoundTogether() {
        Tune tune =
                Abc.parse(
                        """
                        X:1
                        T:t
                        M:4/4
                        L:1/4
                        V:1
                        V:2 clef=bass octave=-1 name="low one"
                        K:C
                        V:1
                        CDEF|
                        V:2
                        C4|
                        [V:1]G4|[V:2]^G4|
                        """);

        assertThat(tune.notes()).extracting(Note::voice).containsExactly(2, 1, 1, 1, 1, 2, 1);
        assertThat(midi(tune)).containsExactly(48, 60, 62, 64, 65, 56, 67);
        assertThat(tune.bars()).hasSize(4);
    }

    @Test
    void clefAndTranspositionInTheKeyShiftNotes() {
        assertThat(midi(Music.of("C treble-8", "C"))).containsExactly(48);
        assertThat(midi(Music.of("C transpose=2", "C"))).containsExactly(62);
        assertThat(midi(Music.of("C octave=1 clef=treble", "C[K:D]F"))).containsExactly(72, 78);
        assertThat(midi(Music.of("clef=bass", "C"))).containsExactly(60);
    }

    @Test
    void aRedefinedLetterIsADecoration() {
        assertThat(midi(Music.of("C\nU:W = !trill!", "WAB"))).containsExactly(69, 71);
    }

    @Test
    void linesThatLookLikeFieldsMayBeMusic() {
        Tune tune = Music.of("A8\n:|\nZ:|\nB8|\nw:|la\nW:|la\n|]");

        assertThat(names(tune)).containsExactly("A4", "A4", "B4");
        assertThat(tune.beats()).isEqualTo(5 * 4);
        assertThat(tune.fields()).extracting(AbcField::name).endsWith("w", "W");
    }

    @Test
    void commentsAndLineContinuationsArePassedOver() {
        Tune tune = Music.of("AB % two notes\n% nothing\ncd \\\nef|");

        assertThat(onsets(tune)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void windowsAndOldLineEndsAndAByteOrderMarkAreRead() {
        String unix = "X:1\nT:t\nK:C\nABcd|\n";

        assertThat(midi(Abc.parse("\uFEFF" + unix.replace("\n", "\r\n")))).hasSize(4);
        assertThat(midi(Abc.parse(unix.replace('\n', '\r')))).hasSize(4);
        assertThat(midi(Abc.parse(unix.strip()))).hasSize(4);
    }

    @Test
    void musicMayFollowItsHeaderAfterABlankLine() {
        Tune tune = Abc.parse("X:1\nT:t\nK:C\n\nABcd|\n\nlater words\n");

        assertThat(tune.notes()).hasSize(4);
        assertThat(tune.warnings())
                .extracting(AbcWarning::toString)
                .containsExactly(
                        "line 4, column 1: a blank line between header and music is passed over",
                        "line 7, column 1: a blank line ended the tune; what follows is left out");
    }

    @Test
    void collectionsAreCutAtTheirNumbers() {
        var entries =
                Abc.parseAll(
                        """
                        M:6/8
                        L:1/8

                        X:1
                        T:good
                        K:C
                        ABc def|

                        free words

                        X:2
                        T:bad
                        K:C
                        AB"c
                        X:3
                        T:last
                        M:4/4
                        K:G
                        F8|""");

        assertThat(entries).extracting(AbcEntry::line).containsExactly(4, 11, 15);
        assertThat(entries).extracting(AbcEntry::accepted).containsExactly(true, false, true);
        assertThat(entries.get(0).tune().orElseThrow().metre()).hasToString("6/8");
        assertThat(entries.get(2).tune().orElseThrow().notes().get(0).name()).isEqualTo("F#4");
        AbcException error = entries.get(1).error().orElseThrow();
        assertThat(error.line()).isEqualTo(14);
        assertThat(error.column()).isEqualTo(3);
        assertThat(entries.get(2).source()).startsWith("X:3").endsWith("F8|");
        assertThat(Abc.parseAll("no tunes here")).isEmpty();
    }

    @Test
    void aTuneTakenFromACollectionCanBeReadByItself() {
        String header = "%abc-2.1\nM:6/8\nL:1/16\nK:G\n\n";
        Tune tune =
                Abc.parseAll(header + "X:1\nK:C\nA|\n\nX:2\nT:t\nK:C\nF12|")
                        .get(1)
                        .tune()
                        .orElseThrow();

        Tune again = Abc.parse(tune.source());

        assertThat(tune.isWellFormed()).isTrue();
        assertThat(again.notes()).hasSize(1);
        assertThat(again.notes().get(0).beats())
                .isEqualTo(tune.notes().get(0).beats())
                .isEqualTo(3);
        assertThat(again.source()).isEqualTo(tune.source()).startsWith("%abc").endsWith("F12|");
    }

    private static Fraction fraction(String text) {
        String[] parts = text.split("/", 2);
        return Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
