package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static unroll.music.Music.eighths;
import static unroll.music.Music.midi;
import static unroll.music.Music.names;
import static unroll.music.Music.onsets;
import static unroll.music.Music.tidy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes, rests, lengths and rhythm against values worked out by hand from ABC 2.1, section 4. */
class AbcNotesTest {
    @Test
    void lettersAndOctaveMarksGivePitches() {
        assertThat(midi(Music.of("C,, C, C c c' c''"))).containsExactly(36, 48, 60, 72, 84, 96);
        assertThat(midi(Music.of("CDEFGAB"))).containsExactly(60, 62, 64, 65, 67, 69, 71);
        assertThat(midi(Music.of("C', c,"))).containsExactly(60, 60);
    }

    @Test
    void accidentalsShiftBySemitones() {
        assertThat(midi(Music.of("^C|^^C|_D|__D|=F"))).containsExactly(61, 62, 61, 60, 65);
        assertThat(midi(Music.of("D", "F|=F|_F"))).containsExactly(66, 65, 64);
    }

    @Test
    void accidentalsLastToTheBarsEndInAllOctaves() {
        assertThat(midi(Music.of("^F F f G|F f"))).containsExactly(66, 66, 78, 67, 65, 77);
        assertThat(midi(Music.of("D", "=c c ^c c|c"))).containsExactly(72, 72, 73, 73, 73);
    }

    @Test
    void aDirectiveNarrowsTheReachOfAccidentals() {
        assertThat(midi(Music.of("C\n%%propagate-accidentals octave", "^F F f")))
                .containsExactly(66, 66, 77);
        assertThat(midi(Music.of("C\nI:propagate-accidentals not", "^F F f")))
                .containsExactly(66, 65, 77);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1",
        "A2, 2",
        "A3, 3",
        "A/, 0.5",
        "A/2, 0.5",
        "A//, 0.25",
        "A/4, 0.25",
        "A3/2, 1.5",
        "A3/, 1.5",
        "A7/4, 1.75",
        "A16, 16"
    })
    void lengthsAreMultiplesOfTheUnit(String note, double expected) {
        assertThat(eighths(Music.of(note))).containsExactly(expected);
    }

    @Test
    void restsTakeTimeAndDoNotSound() {
        Tune tune = Music.of("A z B2 x3 c|Z2|d8|]");

        assertThat(onsets(tune)).containsExactly(0.0, 2.0, 7.0, 24.0);
        assertThat(tune.bars())
                .extracting(Bar::duration)
                .containsExactly(Fraction.ONE, Fraction.of(2, 1), Fraction.ONE);
        assertThat(tune.isWellFormed()).isTrue();
    }

    @Test
    void brokenRhythmMovesHalfTheLength() {
        assertThat(eighths(Music.of("A>B c<d"))).containsExactly(1.5, 0.5, 0.5, 1.5);
        assertThat(eighths(Music.of("e<<f g>>>a"))).containsExactly(0.25, 1.75, 1.875, 0.125);
        assertThat(eighths(Music.of("A2>B2"))).containsExactly(3.0, 1.0);
        assertThat(eighths(Music.of("A > B"))).containsExactly(1.5, 0.5);
        assertThat(onsets(Music.of("A>B c<d"))).containsExactly(0.0, 1.5, 2.0, 2.5);
        assertThat(onsets(Music.of("z>A z"))).containsExactly(1.5);
    }

    @Test
    void tripletsAndOtherTupletsSqueezeTheirNotes() {
        assertThat(eighths(Music.of("(3ABc d")))
                .containsExactly(tidy(2 / 3.0), tidy(2 / 3.0), tidy(2 / 3.0), 1.0);
        assertThat(eighths(Music.of("(2AB"))).containsExactly(1.5, 1.5);
        assertThat(eighths(Music.of("(4ABcd"))).containsExactly(0.75, 0.75, 0.75, 0.75);
        assertThat(eighths(Music.of("(5:4:2A5B5"))).containsExactly(4.0, 4.0);
        assertThat(eighths(Music.of("(3:2:2G4c2"))).containsExactly(tidy(8 / 3.0), tidy(4 / 3.0));
        assertThat(eighths(Music.of("(3::2G3c3"))).containsExactly(2.0, 2.0);
        assertThat(eighths(Music.of("(3A3 z3 B3"))).containsExactly(2.0, 2.0);
    }

    @Test
    void fiveInCompoundMetreTakeTheTimeOfThree() {
        Tune compound = Abc.parse("X:1\nT:t\nM:6/8\nL:1/8\nK:C\n(5ABcde\n");
        assertThat(compound.bars().get(0).duration()).isEqualTo(Fraction.of(3, 8));
        assertThat(Music.of("(5ABcde").bars().get(0).duration()).isEqualTo(Fraction.of(2, 8));
    }

    @Test
    void brokenRhythmWorksInsideATuplet() {
        assertThat(eighths(Music.of("(3A3>B3c3"))).containsExactly(3.0, 1.0, 2.0);
    }

    @Test
    void chordsSoundTogetherForTheLengthOfTheirFirstNote() {
        Tune tune = Music.of("[CEG]2 [A2c2] [D/F/]4");

        assertThat(midi(tune)).containsExactly(60, 64, 67, 69, 72, 62, 65);
        assertThat(onsets(tune)).containsExactly(0.0, 0.0, 0.0, 2.0, 2.0, 4.0, 4.0);
        assertThat(eighths(tune)).containsExactly(2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0);
    }

    @Test
    void tiesJoinNotesAcrossBars() {
        Tune tune = Music.of("A6-A2-|A2 B6");

        assertThat(midi(tune)).containsExactly(69, 71);
        assertThat(eighths(tune)).containsExactly(10.0, 6.0);
        assertThat(tune.warnings()).isEmpty();
    }

    @Test
    void aTieCarriesItsAccidentalButTheBarDoesNot() {
        Tune tune = Music.of("^F8-|F4 F4|");

        assertThat(names(tune)).containsExactly("F#4", "F4");
        assertThat(eighths(tune)).containsExactly(12.0, 4.0);
    }

    @Test
    void tiesInChordsJoinOnlyTheirOwnNotes() {
        Tune tune = Music.of("[C-E]4 [CF]4 | [CE]4-[CE]4");

        assertThat(names(tune)).containsExactly("C4", "E4", "F4", "C4", "E4");
        assertThat(eighths(tune)).containsExactly(8.0, 4.0, 4.0, 8.0, 8.0);
    }

    @Test
    void aTieToAnotherPitchIsWarnedOf() {
        Tune tune = Music.of("A4-B4");

        assertThat(midi(tune)).containsExactly(69, 71);
        assertThat(tune.warnings())
                .extracting(AbcWarning::toString)
                .containsExactly("line 7, column 4: a tie reaches no note of the same pitch");
    }

    @Test
    void graceNotesTakeTimeFromTheirMainNote() {
        Tune tune = Music.of("A2{Bc}d2 e4");

        assertThat(names(tune)).containsExactly("A4", "B4", "C5", "D5", "E5");
        assertThat(onsets(tune)).containsExactly(0.0, 2.0, 2.25, 2.5, 4.0);
        assertThat(eighths(tune)).containsExactly(2.0, 0.25, 0.25, 1.5, 4.0);
        assertThat(tune.notes())
                .extracting(Note::grace)
                .containsExactly(false, true, true, false, false);
        assertThat(tune.bars().get(0).duration()).isEqualTo(Fraction.ONE);
    }

    @Test
    void manyGraceNotesTakeAtMostHalfOfAShortNote() {
        assertThat(eighths(Music.of("{/BcBc}d"))).containsExactly(0.125, 0.125, 0.125, 0.125, 0.5);
    }

    @Test
    void slursDecorationsTextAndLineBreaksDoNotChangeTheMusic() {
        Tune plain = Music.of("ABcd efga|");
        Tune adorned = Music.of("(A~B.c)!trill!d \"^slow\"T.e+trill+f u(g`a)|!\n");

        assertThat(midi(adorned)).isEqualTo(midi(plain));
        assertThat(onsets(adorned)).isEqualTo(onsets(plain));
        assertThat(adorned.warnings()).isEmpty();
    }

    @Test
    void chordSymbolsAreKeptWithTheirTime() {
        Tune tune = Music.of("\"Am7\"A4 \"D/F#\"d4|\"Coda\"\"@here\"\"Bb\"B8");

        assertThat(tune.chordSymbols())
                .extracting(ChordSymbol::name)
                .containsExactly("Am7", "D/F#", "Bb");
        assertThat(tune.chordSymbols())
                .extracting(ChordSymbol::startBeats)
                .containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void overlaysSoundTogetherInOneBar() {
        Tune tune = Music.of("A4 B4 & E8|c8");

        assertThat(names(tune)).containsExactly("E4", "A4", "B4", "C5");
        assertThat(onsets(tune)).containsExactly(0.0, 0.0, 4.0, 8.0);
        assertThat(tune.isWellFormed()).isTrue();
    }

    @Test
    void notesKnowTheirPlaceInTheText() {
        Note note = Music.of("A2 B2|\n c2 |]").notes().get(2);

        assertThat(note.line()).isEqualTo(8);
        assertThat(note.column()).isEqualTo(2);
        assertThat(note.bar()).isEqualTo(2);
        assertThat(note.hertz()).isCloseTo(523.251, within(1e-3));
    }
}
