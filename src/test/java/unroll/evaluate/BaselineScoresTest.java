package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the committed table of what is simple and what a network score on generated data. */
class BaselineScoresTest {
    private static final Path COMMITTED = Path.of("datasets/baseline-scores.csv");

    /** Baselines are plain sums; only the last shown digit may differ. */
    private static final double ROUNDING = 0.0011;

    /** The engine moves the last digits of a network, and some answers with them. */
    private static final double NOISE = 0.05;

    static List<Duel> duels() {
        return Duels.all();
    }

    private static List<String[]> committed(Duel duel) throws IOException {
        return Files.readAllLines(COMMITTED).stream()
                .filter(line -> line.startsWith(duel.data() + ","))
                .map(line -> line.split(",", -1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("duels")
    @Tag("slow")
    void baselinesAgreeWithTheCommittedTable(Duel duel) throws IOException {
        List<String[]> rows = committed(duel);
        int next = 0;
        for (var simple : duel.baselines().entrySet()) {
            String[] row = rows.get(next++);
            assertThat(row[2]).isEqualTo(simple.getKey());
            assertThat(simple.getValue())
                    .as(row[0] + " " + row[2])
                    .isCloseTo(Double.parseDouble(row[row.length - 1]), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("duels")
    @Tag("engine")
    @Tag("slow")
    void oneSeedOfTheNetworkAgreesWithTheCommittedTable(Duel duel) throws IOException {
        List<String[]> rows = committed(duel);
        String[] row = rows.get(rows.size() - 1);
        assertThat(row[2]).isEqualTo(duel.model());
        assertThat(duel.score(1))
                .as(row[0] + " " + row[2])
                .isCloseTo(Double.parseDouble(row[3]), within(NOISE));
    }

    @Test
    void orderPairsAreAtChanceForCountsAndClearForALstm() throws IOException {
        List<String[]> rows = committed(Duels.orderPairs());
        for (String[] row : rows.subList(0, rows.size() - 1)) {
            assertThat(row[row.length - 1]).as(row[2]).isEqualTo("0.500");
        }
        String[] lstm = rows.get(rows.size() - 1);
        for (int seed = 1; seed <= DuelRuns.SEEDS; seed++) {
            assertThat(Double.parseDouble(lstm[2 + seed])).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    @Tag("long")
    void allSeedsAgreeWithTheCommittedTable() throws IOException {
        Files.createDirectories(Path.of("target"));
        var runs = new DuelRuns(Path.of("target/duel-runs.csv"));
        List<String> table = new ArrayList<>(List.of(DuelRuns.HEAD));
        for (Duel duel : Duels.all()) {
            table.addAll(runs.rows(duel));
        }
        Files.write(Path.of("target/baseline-scores.csv"), table);
        List<String> committed = Files.readAllLines(COMMITTED);
        assertThat(committed).hasSameSizeAs(table);
        for (int i = 1; i < table.size(); i++) {
            assertThat(mean(table.get(i)))
                    .as(table.get(i))
                    .isCloseTo(mean(committed.get(i)), within(NOISE));
        }
    }

    private static double mean(String row) {
        return Double.parseDouble(row.substring(row.lastIndexOf(',') + 1));
    }
}
