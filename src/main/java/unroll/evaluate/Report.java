package unroll.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whether trained models beat something simple: one table and one sentence.
 *
 * <pre>
 *   var models = Map.of("LSTM", lstms, "GRU", grus);            // a list of each, one per seed
 *   var baselines = Map.of("majority", TextClassifier.majority(training),
 *                          "bag of words", NgramClassifier.fit(training, 1, 1));
 *   Report.compare(models, baselines, Trial.ofTexts(test))
 * </pre>
 *
 * <p>Two things vary. Another seed gives another model: that is the deviation over seeds. Other items
 * give other scores: that is the interval over items of the mean model, of shares Wilson's (1927), else
 * from a {@link Bootstrap}. The verdict takes both into account, item by item against the same
 * baseline, and the number of models among which it may choose (Bonferroni).
 *
 * @param quantity what the scores are
 * @param lowerIsBetter whether less of it is better
 * @param rows everybody, the best first
 * @param outcome who wins
 * @param verdict the same in one sentence
 */
public record Report(
        String quantity, boolean lowerIsBetter, List<Row> rows, Outcome outcome, String verdict) {

    /** How a comparison ends. */
    public enum Outcome {
        /** A model is better than every baseline. */
        MODEL,
        /** Every model is worse than a baseline. */
        BASELINE,
        /** The best of both differ too little to matter. */
        NONE,
        /** Either could be better by more than that: there are too few items, or too few trainings. */
        TOO_FEW_DATA
    }

    /**
     * One model or baseline.
     *
     * @param baseline whether it is one
     * @param score mean over all trainings and items
     * @param seeds how many trainings there were
     * @param deviation standard deviation of the score over these; NaN if there was one
     * @param items how many independent items were scored
     * @param low lower end of the 95 % interval of the score over other items; infinite if numbers were
     *     measured on one item only
     * @param high its upper end
     */
    public record Row(
            String name,
            boolean baseline,
            double score,
            int seeds,
            double deviation,
            int items,
            double low,
            double high) {}

    public Report {
        rows = List.copyOf(rows);
    }

    /**
     * Tries models and baselines on the same data.
     *
     * @param models name to trained models that differ in their seed only
     * @param baselines name to baseline
     * @throws IllegalArgumentException if there is no model or no baseline, two have the same name, one
     *     was scored on other items, or a score is no share though the trial says so
     */
    public static <M, B> Report compare(
            Map<String, ? extends List<? extends M>> models,
            Map<String, ? extends B> baselines,
            Trial<M, B> data) {
        requireSome("model", Given.value("models", models));
        requireSome("baseline", Given.value("baselines", baselines));
        Given.value("data", data);
        List<Contender> all = new ArrayList<>();
        ordered(models)
                .forEach(
                        (name, trained) -> {
                            Given.list("models \"" + name + "\"", trained);
                            List<ItemScores> runs = new ArrayList<>();
                            trained.forEach(model -> runs.add(scored(name, data.model(model))));
                            all.add(Contender.of(name, false, runs));
                        });
        ordered(baselines)
                .forEach(
                        (name, baseline) -> {
                            if (models.containsKey(name)) {
                                throw new IllegalArgumentException(
                                        String.format(
                                                Locale.ROOT,
                                                "a model and a baseline are both called \"%s\"",
                                                name));
                            }
                            Given.value(name, baseline);
                            ItemScores run = scored(name, data.baseline(baseline));
                            all.add(Contender.of(name, true, List.of(run)));
                        });
        requireSameItems(all);
        if (data.shares()) {
            all.forEach(each -> each.runs().forEach(run -> run.requireShares(each.name())));
        }
        return of(data, all);
    }

    private static Report of(Trial<?, ?> data, List<Contender> all) {
        Comparator<Row> better = Comparator.comparingDouble(Row::score);
        List<Row> rows =
                all.stream()
                        .map(contender -> contender.row(data))
                        .sorted(data.lowerIsBetter() ? better : better.reversed())
                        .toList();
        Verdict verdict = Verdict.of(data, all);
        return new Report(
                data.quantity(), data.lowerIsBetter(), rows, verdict.outcome(), verdict.sentence());
    }

    private static void requireSome(String what, Map<?, ?> map) {
        if (map.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no %s to compare; a comparison needs a model and a baseline",
                            what));
        }
    }

    private static ItemScores scored(String name, ItemScores scores) {
        return Given.value("what the trial gives \"" + name + "\"", scores);
    }

    private static <T> Map<String, T> ordered(Map<String, ? extends T> map) {
        map.keySet().forEach(name -> Given.value("a name", name));
        boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
        return new LinkedHashMap<>(ordered ? map : new TreeMap<>(map));
    }

    /** Refuses scores that cannot be paired. */
    private static void requireSameItems(List<Contender> all) {
        ItemScores expected = all.get(0).runs().get(0);
        for (Contender contender : all) {
            for (ItemScores run : contender.runs()) {
                if (!Arrays.equals(run.weights(), expected.weights())) {
                    throw new IllegalArgumentException(
                            String.format(
                                    Locale.ROOT,
                                    "\"%s\" was scored on other items (%s) than \"%s\" (%s); the trial must"
                                            + " give all the same",
                                    contender.name(),
                                    run,
                                    all.get(0).name(),
                                    expected));
                }
            }
        }
    }

    /** Returns one row for each model and baseline, the best first. */
    public Table table() {
        StringColumn names = StringColumn.create("name");
        StringColumn kinds = StringColumn.create("kind");
        DoubleColumn scores = DoubleColumn.create(quantity);
        IntColumn seeds = IntColumn.create("seeds");
        DoubleColumn deviations = DoubleColumn.create("deviation over seeds");
        IntColumn items = IntColumn.create("items");
        DoubleColumn lows = DoubleColumn.create("low over items");
        DoubleColumn highs = DoubleColumn.create("high over items");
        for (Row row : rows) {
            names.append(row.name());
            kinds.append(row.baseline() ? "baseline" : "model");
            scores.append(row.score());
            seeds.append(row.seeds());
            deviations.append(row.deviation());
            items.append(row.items());
            lows.append(orMissing(row.low()));
            highs.append(orMissing(row.high()));
        }
        return Table.create(
                "comparison", names, kinds, scores, seeds, deviations, items, lows, highs);
    }

    /** Returns a number for a table, where one that is not known is a gap. */
    private static double orMissing(double number) {
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    /** Returns the table and the sentence. */
    @Override
    public String toString() {
        return ReportText.of(this) + verdict;
    }
}
