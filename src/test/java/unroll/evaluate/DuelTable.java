package unroll.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The table of all duels: scores of each seed, intervals over test items, and who wins. */
final class DuelTable {
    static final int SEEDS = 5;
    static final String HEAD =
            "data,measure,predictor,seed 1,seed 2,seed 3,seed 4,seed 5,mean,low,high,outcome";

    private static final String NOTHING = "";

    private DuelTable() {}

    /** Returns the rows of one duel: what is simple, then the network. */
    static List<String> rows(Duel duel) {
        List<ItemScores> runs = IntStream.rangeClosed(1, SEEDS).mapToObj(duel::score).toList();
        Map<String, ItemScores> simple = duel.baselines();
        Report report = Report.compare(Map.of(duel.network(), runs), simple, duel.measure());
        List<String> rows = new ArrayList<>();
        simple.keySet().forEach(name -> rows.add(row(duel, report, name, List.of(), NOTHING)));
        String outcome = report.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        rows.add(row(duel, report, duel.network(), runs, outcome));
        return rows;
    }

    private static String row(
            Duel duel, Report report, String name, List<ItemScores> runs, String outcome) {
        Report.Row row =
                report.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
        List<String> cells = new ArrayList<>(List.of(duel.data(), report.quantity(), name));
        for (int i = 0; i < SEEDS; i++) {
            cells.add(runs.isEmpty() ? NOTHING : number(runs.get(i).mean()));
        }
        cells.addAll(List.of(number(row.score()), number(row.low()), number(row.high()), outcome));
        return String.join(",", cells);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
