package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.music.Abc;
import unroll.music.AbcEntry;
import unroll.music.Note;
import unroll.music.Tune;

class CorporaTest {
    private static final int SHIPPED = 900;
    private static final Path DATASETS = Path.of("datasets");

    @Test
    void shippedTunesAreWrittenAgainBitForBit() throws Exception {
        byte[] file = Files.readAllBytes(DATASETS.resolve("tunes.abc"));
        String again = Corpora.tunes(SHIPPED, 7).text();
        assertThat(file).isEqualTo(again.getBytes(StandardCharsets.UTF_8));
        assertThat(Corpora.shipped().text()).isEqualTo(again);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(Files.readString(DATASETS.resolve("MANIFEST")))
                .contains("tunes.abc Corpora.tunes(900,7) " + file.length + " ")
                .contains(HexFormat.of().formatHex(hash));
        assertThat(file.length).isBetween(150_000, 250_000);
    }

    @Test
    void shorterCorpusIsTheBeginningOfALongerOne() {
        String longer = Corpora.tunes(40, 3).text();
        assertThat(longer).startsWith(Corpora.tunes(12, 3).text());
        assertThat(longer).isNotEqualTo(Corpora.tunes(40, 4).text());
    }

    @Test
    void noTwoTunesShareTitleOrNotes() {
        List<String> tunes = Corpora.tunes(2000, 11).items();
        assertThat(tunes.stream().map(tune -> tune.lines().skip(1).findFirst()))
                .doesNotHaveDuplicates();
        assertThat(tunes.stream().map(FormOf::music)).doesNotHaveDuplicates();
        assertThat(tunes).allSatisfy(tune -> assertThat(tune.length()).isLessThan(400));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 20_001})
    void countOutOfRangeIsRefused(int count) {
        assertThatThrownBy(() -> Corpora.tunes(count, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(count + " tunes")
                .hasMessageContaining("1 to 20000");
    }

    @Test
    void everyTuneRepeatsItsMotifsAndEndsBothPartsAlike() {
        for (int seed = 0; seed < 50; seed++) {
            for (String tune : Corpora.tunes(20, seed).items()) {
                List<String> bars = FormOf.bars(tune);
                assertThat(bars).as(tune).hasSize(16);
                assertThat(bars.get(4)).as(tune).isEqualTo(bars.get(0));
                assertThat(bars.get(12)).as(tune).isEqualTo(bars.get(8));
                assertThat(bars.get(15)).as(tune).isEqualTo(bars.get(7));
            }
        }
    }

    @Test
    void everyBarKeepsItsMetreAndEveryTuneComesHomeToItsKey() {
        Map<String, String> metres =
                Map.of(
                        "jig",
                        "6/8",
                        "reel",
                        "C| 4/4",
                        "hornpipe",
                        "C| 4/4",
                        "polka",
                        "2/4",
                        "slip jig",
                        "9/8",
                        "waltz",
                        "3/4");
        for (int seed = 0; seed < 50; seed++) {
            for (AbcEntry entry : Abc.parseAll(Corpora.tunes(10, seed).text())) {
                Tune tune = entry.tune().orElseThrow();
                assertThat(tune.warnings()).as(entry.source()).isEmpty();
                assertThat(tune.isWellFormed()).as(entry.source()).isTrue();
                assertThat(metres.get(tune.field("R").orElseThrow())).contains(tune.metre().text());
                List<Note> notes = tune.notes();
                String last = notes.get(notes.size() - 1).name();
                assertThat(last).as(entry.source()).startsWith(tune.key().tonic());
                assertThat(notes.stream().map(Note::midi))
                        .allMatch(midi -> midi >= 55 && midi <= 83);
            }
        }
    }

    @Test
    void trigramDoesNotSeeThatABarReturns() {
        List<String> tunes = Corpora.tunes(1000, 5).items();
        Trigram trigram = new Trigram(String.join("\n\n", tunes.subList(0, 900)));
        double first = 0;
        double again = 0;
        int characters = 0;
        for (String tune : tunes.subList(900, 1000)) {
            int start = FormOf.start(tune, 0);
            int repeat = FormOf.start(tune, 4);
            for (int i = 2; i < FormOf.bars(tune).get(0).length(); i++) {
                first += trigram.bits(tune, start + i);
                again += trigram.bits(tune, repeat + i);
                characters++;
            }
        }
        // Whoever remembers the bar pays nothing for its return; three characters pay in full.
        assertThat(again / characters).isBetween(1.8, 3.5);
        assertThat(again / first).isBetween(0.99, 1.01);
    }

    /** Counts of three characters, mixed with those of two and one. */
    private static final class Trigram {
        private final Map<String, Integer> counts = new HashMap<>();
        private final int length;

        Trigram(String text) {
            length = text.length();
            for (int n = 1; n <= 3; n++) {
                for (int i = n; i <= text.length(); i++) {
                    counts.merge(text.substring(i - n, i), 1, Integer::sum);
                }
            }
        }

        double bits(String text, int at) {
            double p = (count(text, at, 1) + 0.5) / (length + 50);
            for (int n = 2; n <= 3; n++) {
                double seen = counts.getOrDefault(text.substring(at - n + 1, at), 0);
                p = (count(text, at, n) + 2 * p) / (seen + 2);
            }
            return -Math.log(p) / Math.log(2);
        }

        private int count(String text, int at, int n) {
            return counts.getOrDefault(text.substring(at - n + 1, at + 1), 0);
        }
    }

    /** Reads the form off the text, without the parser. */
    private static final class FormOf {
        private FormOf() {}

        static String music(String tune) {
            return tune.substring(tune.indexOf("\nK:") + 1);
        }

        /** The 16 bars of a tune as it stands on paper, of two endings the second. */
        static List<String> bars(String tune) {
            String body = music(tune).replaceFirst("K:.*\n", "").replaceAll("\\|1[^:]*:\\|2 ", "|");
            List<String> bars = new java.util.ArrayList<>();
            for (String line : body.lines().toList()) {
                String music = line.replaceAll("^\\|:|:?\\|]?$", "");
                List<String> found = List.of(music.split("\\|", -1));
                bars.addAll(found.subList(found.size() - 4, found.size()));
            }
            return bars;
        }

        /** Where a bar of the first part begins in the text: bar 0 or 4. */
        static int start(String tune, int bar) {
            int body = tune.indexOf('\n', tune.indexOf("\nK:") + 1) + 1;
            int secondLine = tune.indexOf('\n', body) + 1;
            return bar == 4 ? secondLine : tune.indexOf(bars(tune).get(0), body);
        }
    }
}
