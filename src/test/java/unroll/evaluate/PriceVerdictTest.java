package unroll.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.data.SeriesExamples;

/** Nobody foretells the mean of the next return where it is 0, and the same test sees it where not. */
class PriceVerdictTest {
    private static final Path COMMITTED = Path.of("datasets/price-scores.csv");
    private static final double NOISE = 0.02;

    private static PriceVerdict of(int models, Double... differences) {
        return new PriceVerdict("law", "mean", "model", List.of(differences), models);
    }

    @Test
    void thePValueIsTheShareOfSignsThatDoAsWell() {
        assertThat(of(1, -1.0, -2.0, -3.0).p()).isEqualTo(1 / 8.0);
        assertThat(of(1, 1.0, -2.0, -3.0).p()).isEqualTo(2 / 8.0);
        assertThat(of(1, 1.0, 2.0, 3.0).p()).isEqualTo(1);
        assertThat(of(2, -1.0, -2.0, -3.0).p()).isEqualTo(2 / 8.0);
        assertThat(of(9, 1.0, -2.0, -3.0).p()).isEqualTo(1);
    }

    @Test
    void aModelWinsThatIsBetterOnEnoughSeries() {
        Double[] always = Collections.nCopies(20, -0.1).toArray(Double[]::new);
        assertThat(of(4, always).wins()).isTrue();
        assertThat(of(4, always).p()).isCloseTo(4 / 1048576.0, within(1e-12));
        assertThat(of(4, -0.1, -0.1, -0.1, -0.1).wins()).isFalse();
    }

    /** All twenty series, and the two questions: the committed table is what the text says it is. */
    @Test
    void theCommittedTableSaysWhoWins() throws IOException {
        List<String> rows = Files.readAllLines(COMMITTED);
        assertThat(rows.get(0)).isEqualTo(PriceVerdict.HEAD);
        for (String row : rows.subList(1, rows.size())) {
            boolean wins = Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)) < 0.05;
            if (row.startsWith("prices,mean")) {
                assertThat(wins).as(row).isFalse();
            }
            if (row.startsWith("prices,quantiles,volatility")) {
                assertThat(wins).as(row).isTrue();
            }
            if (row.startsWith("autoregressive,mean")) {
                assertThat(wins).as(row).isTrue();
            }
            assertThat(row).contains(" of " + PriceVerdict.SERIES);
        }
    }

    /** The plain models need no training: they agree to the last digit. */
    @Test
    @Tag("slow")
    void oneSeriesIsForecastWhereItCanBe() {
        var control = Returns.of(SeriesExamples.autoregressive(1201, 100));
        assertThat(control.autoregression(1)).isLessThan(0.9 * control.randomWalk());
        var prices = Returns.of(SeriesExamples.prices(1201, 100));
        assertThat(prices.autoregression(1)).isGreaterThan(0.98 * prices.randomWalk());
    }

    @Test
    @Tag("long")
    void allSeriesAgreeWithTheCommittedTable() throws IOException {
        var prices = PriceVerdict.prices(SeriesExamples::prices);
        var control = PriceVerdict.prices(SeriesExamples::autoregressive);
        List<PriceVerdict> verdicts = new ArrayList<>();
        verdicts.addAll(PriceVerdict.all("prices", prices, PriceVerdict.SERIES));
        verdicts.addAll(PriceVerdict.all("autoregressive", control, PriceVerdict.SERIES));
        List<String> table = new ArrayList<>(List.of(PriceVerdict.HEAD));
        verdicts.forEach(verdict -> table.add(verdict.toString()));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/price-scores.csv"), table);
        List<String> committed = Files.readAllLines(COMMITTED);
        assertThat(committed).hasSameSizeAs(table);
        for (int i = 1; i < table.size(); i++) {
            double change = Double.parseDouble(committed.get(i).split(",", -1)[3]);
            assertThat(verdicts.get(i - 1).mean())
                    .as(table.get(i))
                    .isCloseTo(change, within(NOISE));
        }
    }
}
