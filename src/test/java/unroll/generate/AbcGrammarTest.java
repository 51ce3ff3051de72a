package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.data.Corpora;
import unroll.music.Abc;
import unroll.music.AbcEntry;
import unroll.music.Bar;
import unroll.music.Note;
import unroll.music.Tune;
import unroll.text.Vocabulary;

class AbcGrammarTest {
    /** The characters of the folk collections people train on: 83, all that notation needs. */
    private static final String FOLK =
            "\n !\"#'(),-./0123456789:<=>ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz|";

    private static final Vocabulary VOCABULARY = Vocabulary.ofCharacters(FOLK + "{}~");

    private static final List<String> PROMPTS =
            List.of(
                    "",
                    "X:1\n",
                    "X:1\nT:A name\nM:6/8\nL:1/8\nK:G\n",
                    "X:12\nT:B\nM:C|\nL:1/8\nK:D Major\n",
                    "X:2\nT:C\nR:waltz\nM:3/4\nL:1/16\nK:Ador\n",
                    "X:3\nT:D\nM:9/8\nK:F# Minor\nA|",
                    "X:4\nT:E\nZ: id:x-1\nM:2/4\nL:1/4\nK:Bb\n|:A/>B/",
                    "X:5\nT:F\nM:6/8\nL:1/8\nK:G\n|:d|GFG BAB|(3A",
                    "X:6\nT:G\nM:4/4\nL:1/8\nK:Em\n|:GABc dcBA|1 G4 ^F-F3:");

    /** Who chooses among the characters allowed. */
    private enum Policy {
        UNIFORM,
        FIRST,
        LAST,
        HEADER,
        LONG_NOTES,
        SHORT_NOTES,
        ALTERED,
        ENDINGS,
        MUSIC;

        int choose(BitSet allowed, Random random) {
            return switch (this) {
                case UNIFORM -> nth(allowed, random.nextInt(allowed.cardinality()));
                case FIRST -> allowed.nextSetBit(0);
                case LAST -> allowed.previousSetBit(allowed.size());
                case HEADER -> prefer("TZRNO: abc", allowed, random);
                case LONG_NOTES -> prefer("987654321ABCDEFG", allowed, random);
                case SHORT_NOTES -> prefer("/4(3abcdefg", allowed, random);
                case ALTERED -> prefer("^_=A-><", allowed, random);
                case ENDINGS -> prefer(":|12[]\n!ABcd8642", allowed, random);
                case MUSIC -> prefer(shuffled(random), allowed, random);
            };
        }

        private static int nth(BitSet allowed, int n) {
            return allowed.stream().skip(n).findFirst().getAsInt();
        }

        /** The first of the wanted characters that is allowed, three times of four. */
        private static int prefer(String wanted, BitSet allowed, Random random) {
            for (int i = 0; i < wanted.length() && random.nextInt(4) > 0; i++) {
                int id = VOCABULARY.id(wanted.substring(i, i + 1));
                if (allowed.get(id)) {
                    return id;
                }
            }
            return nth(allowed, random.nextInt(allowed.cardinality()));
        }

        private static String shuffled(Random random) {
            StringBuilder signs = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                signs.append("ABcdefg^=|:[12/3()-<>{}~\n!".charAt(random.nextInt(26)));
            }
            return signs.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void walkOfAnyPolicyEndsAsAValidTuneWithinItsBudget(Policy policy) {
        walk(policy, 40);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Policy.class)
    void everyOneOfManyWalksEndsAsAValidTune(Policy policy) {
        walk(policy, 250);
    }

    private static void walk(Policy policy, int walks) {
        Random random = new Random(walks);
        for (int walk = 0; walk < walks; walk++) {
            String prompt = PROMPTS.get(walk % PROMPTS.size());
            int budget = prompt.length() + 70 + random.nextInt(400);
            Constraint constraint = AbcGrammar.tune().start(VOCABULARY, budget);
            StringBuilder text = new StringBuilder(prompt);
            accept(constraint, prompt);
            while (!constraint.finished()) {
                assertThat(constraint.allowed().isEmpty()).as("stuck after%n%s", text).isFalse();
                int id = policy.choose(constraint.allowed(), random);
                constraint.accept(id);
                text.append(VOCABULARY.token(id));
            }
            assertThat(constraint.allowed().isEmpty()).isTrue();
            assertThat(text.length()).isLessThanOrEqualTo(budget);
            assertValid(text.toString());
        }
    }

    private static void accept(Constraint constraint, String text) {
        for (int id : VOCABULARY.encode(text)) {
            constraint.accept(id);
        }
    }

    /** Judged by the parser, which knows nothing of the grammar. */
    private static void assertValid(String text) {
        assertThat(text).endsWith("\n\n").doesNotContain("\n\n\n");
        Tune tune = Abc.parse(text);
        assertThat(tune.warnings()).as(text).isEmpty();
        assertThat(tune.title()).as(text).isNotEmpty();
        assertThat(tune.bars()).as(text).allMatch(Bar::isWellFormed);
        assertThat(tune.bars().stream().filter(bar -> bar.kind() != Bar.Kind.PICKUP).count())
                .as(text)
                .isGreaterThanOrEqualTo(8);
        assertThat(tune.notes().stream().filter(note -> !note.grace()).map(Note::midi).distinct())
                .as(text)
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void everyShippedTuneIsAcceptedCharacterByCharacter() {
        String text = Corpora.shipped().text();
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        for (String tune : Corpora.shipped().items()) {
            assertThat(isAccepted(tune + "\n\n", vocabulary)).as(tune).isTrue();
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "UNROLL_IRISH_ABC", matches = ".+")
    void nineOfTenWellFormedTunesOfARealCollectionAreAccepted() throws Exception {
        String text = Files.readString(Path.of(System.getenv("UNROLL_IRISH_ABC")));
        Vocabulary vocabulary = Vocabulary.ofCharacters(text);
        int wellFormed = 0;
        int accepted = 0;
        for (AbcEntry entry : Abc.parseAll(text)) {
            if (entry.tune().map(Tune::isWellFormed).orElse(false)) {
                wellFormed++;
                accepted += isAccepted(entry.source().strip() + "\n\n", vocabulary) ? 1 : 0;
            }
        }
        System.out.println(accepted + " accepted of " + wellFormed + " well-formed tunes");
        assertThat(accepted).isGreaterThan(wellFormed * 9 / 10);
    }

    private static boolean isAccepted(String tune, Vocabulary vocabulary) {
        Constraint constraint = AbcGrammar.tune().start(vocabulary, tune.length());
        try {
            for (int id : vocabulary.encode(tune)) {
                constraint.accept(id);
            }
        } catch (IllegalArgumentException refused) {
            return false;
        }
        return constraint.finished();
    }

    @Test
    void refusedCharacterIsNamedWithItsPlaceAndWhatMayStandThere() {
        Constraint constraint = AbcGrammar.tune().start(VOCABULARY, 400);
        accept(constraint, "X:1\nT:A\nM:6/8\nL:1/8\nK:G\nAB");
        assertThatThrownBy(() -> constraint.accept(VOCABULARY.id("q")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 6, column 3: 'q' cannot stand here")
                .hasMessageContaining("'A' 'B' 'C'")
                .hasMessageContaining("374 characters are left");
        assertThatThrownBy(() -> constraint.accept(-1)).hasMessageContaining("id -1");
        assertThatThrownBy(() -> constraint.accept(999)).hasMessageContaining("id 999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Y",
                "X:\n",
                "X:1\nK:G\n",
                "X:1\nT:A\nM:5/7",
                "X:1\nT:A\nM:6/8\nL:1/8\nK:G#\n",
                "X:1\nT:A\nM:6/8\nL:1/8\nK:G\nABcdefg",
                "X:1\nT:A\nM:6/8\nL:1/8\nK:G\nABc|\n\n",
                "X:1\nT:A\nM:6/8\nL:1/8\nK:G\nA>|",
                "X:1\nT:A\nM:6/8\nL:1/8\nK:G\nA6:|A|"
            })
    void prefixOfNoTuneIsRefused(String prefix) {
        Constraint constraint = AbcGrammar.tune().start(VOCABULARY, 400);
        assertThatThrownBy(() -> accept(constraint, prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot stand here");
    }

    @Test
    void aBudgetBeyondAllMeasureLeadsIntoNoDeadEnd() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Constraint constraint = AbcGrammar.tune().start(VOCABULARY, 2_000_000_000);
            for (int i = 0; i < 2000 && !constraint.finished(); i++) {
                BitSet allowed = constraint.allowed();
                assertThat(allowed.isEmpty()).isFalse();
                constraint.accept(Policy.UNIFORM.choose(allowed, random));
            }
        }
    }

    @Test
    void budgetBelowTheShortestTuneIsRefusedAndTheShortestIsWritten() {
        assertThatThrownBy(() -> AbcGrammar.tune().start(VOCABULARY, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budget of 20 characters is too small")
                .hasMessageContaining("has 42");
        Constraint constraint = AbcGrammar.tune().start(VOCABULARY, 42);
        StringBuilder text = new StringBuilder();
        while (!constraint.finished()) {
            int id = constraint.allowed().nextSetBit(0);
            constraint.accept(id);
            text.append(VOCABULARY.token(id));
        }
        assertThat(text.length()).isEqualTo(42);
        assertValid(text.toString());
    }

    @Test
    void vocabularyInWhichNoTuneCanBeWrittenIsRefusedWithWhatItLacks() {
        assertThatThrownBy(() -> AbcGrammar.tune().start(Vocabulary.ofCharacters("ABC"), 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks 'X', ':', 'T', 'M', 'K', '|', the line end, five of");
        assertThatThrownBy(
                        () ->
                                AbcGrammar.tune()
                                        .start(Vocabulary.ofCharacters("X:1TMKABDEFG|\n"), 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks those of a metre");
        assertThatThrownBy(() -> AbcGrammar.tune().start(Vocabulary.ofWords("X 1 T"), 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Vocabulary.ofCharacters");
    }
}
