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
    private static final int PREDICTOR = 2;
    private static final int FIRST_SEED = 3;
    private static final int MEAN = 8;
    private static final int LOW = 9;
    private static final int HIGH = 10;
    private static final int OUTCOME = 11;

    /** Baselines are plain sums; only the last shown digit may differ. */
    private static final double ROUNDING = 0.00011;

    static List<Duel> all() {
        return Duels.all();
    }

    static List<Duel> quick() {
        return Duels.quick();
    }

    private static List<String[]> committed(Duel duel) throws IOException {
        return rows(duel, Files.readAllLines(COMMITTED));
    }

    private static List<String[]> rows(Duel duel, List<String> table) {
        return table.stream()
                .filter(line -> line.startsWith(duel.data() + ","))
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("slow")
    void baselinesAgreeWithTheCommittedTable(Duel duel) throws IOException {
        List<String[]> rows = committed(duel);
        var simple = duel.baselines();
        assertThat(rows.stream().map(row -> row[PREDICTOR]).toList())
                .startsWith(simple.keySet().toArray(String[]::new))
                .endsWith(duel.network())
                .hasSize(simple.size() + 1);
        for (String[] row : rows.subList(0, simple.size())) {
            String name = row[PREDICTOR];
            Report.Row scored =
                    Contender.of(name, true, List.of(simple.get(name))).row(duel.measure());
            requireClose(row, MEAN, scored.score(), ROUNDING);
            requireClose(row, LOW, scored.low(), ROUNDING);
            requireClose(row, HIGH, scored.high(), ROUNDING);
        }
    }

    private static void requireClose(String[] row, int column, double measured, double apart) {
        assertThat(measured)
                .as("%s %s, column %d", row[0], row[PREDICTOR], column)
                .isCloseTo(number(row, column), within(apart));
    }

    /** The engine moves the last digits of a network, and some answers with them. */
    @ParameterizedTest
    @MethodSource("quick")
    @Tag("engine")
    @Tag("slow")
    void oneSeedOfTheNetworkAgreesWithTheCommittedTable(Duel duel) throws IOException {
        List<String[]> rows = committed(duel);
        String[] row = rows.get(rows.size() - 1);
        double expected = number(row, FIRST_SEED);
        assertThat(duel.score(1).mean())
                .as(row[0] + " " + row[PREDICTOR])
                .isCloseTo(expected, within(duel.measure().margin(expected)));
    }

    @Test
    void orderPairsAreAtChanceForCountsAndClearForALstm() throws IOException {
        List<String[]> rows = committed(Duels.orderPairs());
        for (String[] row : rows.subList(0, rows.size() - 1)) {
            assertThat(row[MEAN]).as(row[PREDICTOR]).isEqualTo("0.5000");
        }
        String[] lstm = rows.get(rows.size() - 1);
        for (int seed = 0; seed < DuelTable.SEEDS; seed++) {
            assertThat(number(lstm, FIRST_SEED + seed)).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    @Tag("long")
    void allSeedsAgreeWithTheCommittedTable() throws IOException {
        List<String> table = new ArrayList<>(List.of(DuelTable.HEAD));
        for (Duel duel : Duels.all()) {
            table.addAll(DuelTable.rows(duel));
        }
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/baseline-scores.csv"), table); // to be committed if it is right
        for (Duel duel : Duels.all()) {
            requireSame(duel, table);
        }
    }

    private static void requireSame(Duel duel, List<String> table) throws IOException {
        List<String[]> rows = rows(duel, table);
        List<String[]> committed = committed(duel);
        assertThat(committed).as(duel.data()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            double noise = duel.measure().margin(number(committed.get(i), MEAN));
            for (int column : List.of(MEAN, LOW, HIGH)) {
                requireClose(committed.get(i), column, number(rows.get(i), column), noise);
            }
            assertThat(rows.get(i)[OUTCOME]).as(duel.data()).isEqualTo(committed.get(i)[OUTCOME]);
        }
    }
}
