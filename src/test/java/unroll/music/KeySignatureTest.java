package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySignatureTest {
    private static KeySignature key(String text) {
        return Music.of(text, "C").key();
    }

    /**
     * Each line: sharps, then major, minor, mixolydian, dorian, phrygian, lydian, locrian (ABC
     * 2.1, 3.1.14).
     */
    @ParameterizedTest
    @CsvSource({
        "7, C#, A#m, G#Mix, D#Dor, E#Phr, F#Lyd, B#Loc",
                "6, F#, D#m, C#Mix, G#Dor, A#Phr, BLyd, E#Loc",
        "5, B, G#m, F#Mix, C#Dor, D#Phr, ELyd, A#Loc", "4, E, C#m, BMix, F#Dor, G#Phr, ALyd, D#Loc",
        "3, A, F#m, EMix, BDor, C#Phr, DLyd, G#Loc", "2, D, Bm, AMix, EDor, F#Phr, GLyd, C#Loc",
        "1, G, Em, DMix, ADor, BPhr, CLyd, F#Loc", "0, C, Am, GMix, DDor, EPhr, FLyd, BLoc",
        "-1, F, Dm, CMix, GDor, APhr, BbLyd, ELoc", "-2, Bb, Gm, FMix, CDor, DPhr, EbLyd, ALoc",
        "-3, Eb, Cm, BbMix, FDor, GPhr, AbLyd, DLoc", "-4, Ab, Fm, EbMix, BbDor, CPhr, DbLyd, GLoc",
        "-5, Db, Bbm, AbMix, EbDor, FPhr, GbLyd, CLoc",
                "-6, Gb, Ebm, DbMix, AbDor, BbPhr, CbLyd, FLoc",
        "-7, Cb, Abm, GbMix, DbDor, EbPhr, FbLyd, BbLoc"
    })
    void everyModeHasItsSharpsOrFlats(
            int sharps,
            String major,
            String minor,
            String mix,
            String dor,
            String phr,
            String lyd,
            String loc) {
        for (String text : new String[] {major, minor, mix, dor, phr, lyd, loc}) {
            assertThat(key(text).sharps()).as(text).isEqualTo(sharps);
        }
    }

    @Test
    void sharpsAndFlatsFallOnTheirLetters() {
        assertThat(key("D").alterations()).containsExactly(1, 0, 0, 1, 0, 0, 0);
        assertThat(key("Eb").alterations()).containsExactly(0, 0, -1, 0, 0, -1, -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D Mixolydian",
                "D mix",
                "Dmix",
                "DMIX",
                "D mixo",
                "D maj =c",
                "D =c",
                "D=c",
                "D exp ^f"
            })
    void oneKeyHasManySpellings(String text) {
        assertThat(key(text).alterations()).isEqualTo(key("G").alterations());
    }

    @Test
    void ionianAndAeolianAreMajorAndMinor() {
        assertThat(key("G ionian")).hasToString("G major");
        assertThat(key("A Aeo")).hasToString("A minor");
        assertThat(key("F#m")).hasToString("F# minor");
    }

    @Test
    void accidentalsAreAddedToTheMode() {
        assertThat(key("D Phr ^f").alterations()).containsExactly(0, 0, -1, 1, 0, 0, -1);
        assertThat(key("D exp _b _e ^f").alterations()).containsExactly(0, 0, -1, 1, 0, 0, -1);
    }

    @Test
    void noKeyAndPipes() {
        assertThat(key("none").sharps()).isZero();
        assertThat(key("").sharps()).isZero();
        assertThat(key("HP").alterations()).containsExactly(1, 0, 0, 1, 0, 0, 0);
        assertThat(key("Hp")).hasToString("Hp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "D majestic", "Gx", "G words", "D ^x", "M", "c", "D maj minor"})
    void otherWordsAreRefused(String text) {
        assertThatThrownBy(() -> key(text))
                .isInstanceOf(AbcException.class)
                .hasMessageStartingWith("line 6, column ");
    }
}
