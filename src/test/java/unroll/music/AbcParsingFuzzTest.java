package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile and broken texts: whatever is given, a tune or an {@link AbcException} comes back, soon.
 *
 * <p>Mutants are drawn from a seed, so that a failure can be repeated; the text stands in its
 * message.
 */
class AbcParsingFuzzTest {
    private static final List<String> SEEDS =
            List.of(
                    """
                    X:1
                    T:All there is
                    R:reel
                    M:4/4
                    L:1/8
                    Q:"Lively" 1/4=120
                    U:W=!trill!
                    K:D mix ^g treble-8
                    |:"Am7"A2 (3Bcd ~e>f {gf}[ce-]4-|[1 [ce]4 z4:|[2 (A<B) _c'=D,^^e//|]!
                    V:2 clef=bass octave=-1
                    [K:Hp][M:6/8] (5:4:5ABcde & C3 Z2|x !f! +trill+ W.A3/2 `B [L:1/16]c8 ::\\
                    %%propagate-accidentals octave
                    w: la la
                    Q:C3=40
                    G,, (2ab (3::2c3d3 y2 $ @ [Q:1/4=90] A- |1-3,5 A A :|4 B ||
                    """,
                    """
                    X:2
                    T:A jig
                    M:6/8
                    K:G
                    D|GFG AGA|Bee dBA|BAB GAB|AGE E2D|!
                    GFG AGA|Bee dBA|BAB GAB|AGF G2:|!
                    """);

    private static final List<String> PARTS =
            List.of(
                    "|",
                    ":|",
                    "|:",
                    "::",
                    "[1",
                    "[2",
                    "|]",
                    "[|",
                    "(3",
                    "(9:8:7",
                    "(",
                    ")",
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    "!",
                    ">",
                    "<<",
                    "-",
                    "&",
                    "^",
                    "__",
                    "=",
                    ",,,,",
                    "''''",
                    "/",
                    "///",
                    "0",
                    "9999",
                    "12345678901234567890",
                    "/9999",
                    "/9998",
                    "\n",
                    "\n\n",
                    "\r",
                    "%",
                    "%%",
                    "\\",
                    "K:",
                    "[K:",
                    "M:",
                    "[M:3/4]",
                    "L:",
                    "[L:1/9999]",
                    "Q:",
                    "Q:1/4=",
                    "V:",
                    "[V:3]",
                    "X:3\n",
                    "Z999",
                    "z",
                    "W:",
                    "U:",
                    "+",
                    "+:",
                    "~",
                    "\0",
                    "\uFEFF",
                    "\uD83C",
                    "é",
                    "H",
                    "Hp",
                    " exp ",
                    "transpose=99",
                    "octave=-9",
                    "A",
                    "g'",
                    "[ceg]",
                    "A16",
                    ".|",
                    "[r:",
                    "I:",
                    "P:",
                    "C|",
                    "none");

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int change = random.nextInt(8); change >= 0; change--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(12));
            String part = PARTS.get(random.nextInt(PARTS.size()));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                case 2 -> text.insert(from, part.repeat(1 + random.nextInt(20)));
                case 3 -> text.insert(from, (char) random.nextInt(128));
                case 4 -> text.replace(from, to, part);
                default -> text.insert(from, part);
            }
        }
        return text.toString();
    }

    /** True if the text was accepted; fails on any exception but AbcException and on nonsense. */
    private static boolean survives(String text) {
        try {
            check(Abc.parse(text));
            return true;
        } catch (AbcException e) {
            assertThat(e.line()).as(text).isBetween(1, text.length() + 1);
            assertThat(e.column()).as(text).isBetween(1, text.length() + 2);
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("not an AbcException, but " + e + " from:\n" + text, e);
        }
    }

    private static void check(Tune tune) {
        double before = 0;
        for (Note note : tune.notes()) {
            boolean sane =
                    note.midi() >= 0
                            && note.midi() <= 127
                            && note.startSeconds() >= before
                            && note.seconds() > 0
                            && note.startSeconds() + note.seconds() <= tune.seconds() + 1e-6
                            && note.bar() >= 1
                            && note.bar() <= tune.bars().size();
            assertThat(sane).as("%s", note).isTrue();
            before = note.startSeconds();
        }
        assertThat(tune.bars())
                .allSatisfy(bar -> assertThat(bar.duration()).isGreaterThan(Fraction.ZERO));
        assertThat(tune.toString()).isNotBlank();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mutantsAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int count = 0; count < 2000; count++) {
            accepted += survives(mutant(random)) ? 1 : 0;
        }
        assertThat(accepted).as("both outcomes are met").isBetween(50, 1950);
    }

    @Test
    @Tag("long")
    void aMillionMutantsAreReadOrRefused() {
        for (long seed = 1000; seed < 1500; seed++) {
            mutantsAreReadOrRefused(seed);
        }
    }

    @Test
    void collectionsOfMutantsNeverFail() {
        Random random = new Random(99);
        for (int count = 0; count < 200; count++) {
            String text = mutant(random) + mutant(random) + mutant(random);
            assertThat(Abc.parseAll(text))
                    .as(text)
                    .allSatisfy(
                            entry ->
                                    assertThat(entry.accepted())
                                            .isNotEqualTo(entry.error().isPresent()));
        }
    }

    @Test
    void acceptedMutantsCanBePlayed() {
        Random random = new Random(7);
        int played = 0;
        for (int count = 0; played < 60 && count < 10_000; count++) {
            String text = mutant(random);
            if (survives(text)) {
                Tune tune = Abc.parse(text);
                assertThat(Midi.of(tune).bytes()).startsWith('M', 'T', 'h', 'd');
                assertThat(Wav.of(tune).sampleRate(8000).limit(2).bytes())
                        .hasSizeLessThanOrEqualTo(44 + 32_000);
                played++;
            }
        }
        assertThat(played).isEqualTo(60);
    }

    /** One part over and over up to the size limit: nothing is quadratic, nothing recurses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "{",
                "{A}",
                "[CE",
                "[CE]",
                "|",
                ":",
                "|:A:|",
                "::",
                "A::",
                "A-",
                "A>",
                "A&",
                "(3",
                "(3ABC",
                "[1",
                "[1A|",
                "A[1-99B:|",
                "[K:C]",
                "[M:3/4]A",
                "[V:9]A",
                "!",
                "!f!",
                "+f+",
                "\"",
                "\"A\"A",
                "A/3B/7",
                "A'",
                "^",
                "~",
                "9",
                "Z999|",
                "[V:",
                "V:",
                "+:x\n",
                "V:1 a=\"",
                "\\\n",
                "%\n",
                "w:x\n",
                "Q:1/4=5\n",
                "[Q:1/4=2000]A",
                "U:T=!x!\n",
                "I:x\n",
                "\u0661",
                " "
            })
    void hugeRepetitionsAreAnsweredSoon(String part) {
        String text = "X:1\nT:t\nM:4/4\nL:1/8\nK:C\nA\n" + part.repeat(65_000 / part.length());
        long start = System.nanoTime();

        survives(text);

        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(5);
    }

    @Test
    void manyVoicesAndManyTunesAreAnsweredSoon() {
        StringBuilder voices = new StringBuilder("X:1\nT:t\nK:C\n");
        IntStream.range(0, 6000).forEach(voice -> voices.append("[V:").append(voice).append("]A|"));
        assertThat(survives(voices.toString())).isFalse();
        assertThat(Abc.parseAll("T:" + "a".repeat(1000) + "\n" + "X:1\n".repeat(20_000)))
                .hasSize(20_000);
    }
}
