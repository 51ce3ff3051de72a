package unroll.music;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The 804 tunes of MIT 6.S191's first lab, where the file is at hand. */
@EnabledIfEnvironmentVariable(named = "UNROLL_IRISH_ABC", matches = ".+")
class IrishTunesTest {
    @Test
    void atLeast95PercentAreAcceptedAndTheRestSaysWhy() throws Exception {
        String text = Files.readString(Path.of(System.getenv("UNROLL_IRISH_ABC")));

        List<AbcEntry> entries = Abc.parseAll(text);

        List<Tune> tunes = entries.stream().flatMap(entry -> entry.tune().stream()).toList();
        print(entries, tunes);
        assertThat(entries).hasSize(804);
        assertThat(tunes.size()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * entries.size()));
        assertThat(entries)
                .filteredOn(entry -> !entry.accepted())
                .allSatisfy(
                        entry ->
                                assertThat(entry.error().orElseThrow().line())
                                        .isGreaterThan(entry.line()));
        assertThat(tunes).filteredOn(Tune::isWellFormed).hasSizeGreaterThan(tunes.size() * 9 / 10);
    }

    @Test
    void someOfThemAreHeardAsTheyAreWritten() throws Exception {
        String text = Files.readString(Path.of(System.getenv("UNROLL_IRISH_ABC")));
        List<Tune> tunes =
                Abc.parseAll(text).stream().flatMap(entry -> entry.tune().stream()).toList();
        int heard = 0;
        for (int which = 0; which < tunes.size(); which += 100) {
            Tune tune = tunes.get(which);
            Listener.to(Wav.of(tune).sampleRate(11025).bytes()).expect(tune);
            heard += tune.notes().size();
        }
        System.out.println(heard + " notes heard at their time and pitch");
    }

    private static void print(List<AbcEntry> entries, List<Tune> tunes) {
        Map<Bar.Kind, Integer> kinds = new TreeMap<>();
        tunes.forEach(tune -> tune.bars().forEach(bar -> kinds.merge(bar.kind(), 1, Integer::sum)));
        System.out.printf(
                "%d of %d tunes accepted, %d of them with all bars well formed; bars: %s%n",
                tunes.size(),
                entries.size(),
                tunes.stream().filter(Tune::isWellFormed).count(),
                kinds);
        for (AbcEntry entry : entries) {
            entry.error().ifPresent(error -> System.out.println("refused: " + error.getMessage()));
            entry.tune()
                    .ifPresent(
                            tune ->
                                    tune.warnings()
                                            .forEach(
                                                    warning ->
                                                            System.out.println(
                                                                    "warned: " + warning)));
        }
    }
}
