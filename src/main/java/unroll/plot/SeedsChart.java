package unroll.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.trace.History;
import unroll.trace.History.Step;
import unroll.trace.History.Validation;

/** Draws several runs of each model as the mean over their seeds in a band from best to worst. */
final class SeedsChart {

    /** The losses of one model at one step, over its seeds. */
    private record Spread(String model, int step, double mean, double low, double high, int runs) {
        static Spread of(String model, int step, List<Double> losses) {
            double[] all = losses.stream().mapToDouble(Double::doubleValue).toArray();
            double mean = Arrays.stream(all).average().orElseThrow();
            double low = Arrays.stream(all).min().orElseThrow();
            return new Spread(
                    model, step, mean, low, Arrays.stream(all).max().orElseThrow(), all.length);
        }

        String words() {
            return Digits.format(
                    "%s at step %d: mean %.3f, %.3f to %.3f over %s",
                    model, step, mean, low, high, Digits.count(runs, "seed"));
        }
    }

    private SeedsChart() {}

    static Chart of(Map<String, ? extends Collection<History>> models) {
        Map<String, List<Spread>> spreads = new LinkedHashMap<>();
        models.forEach((model, runs) -> spreads.put(model, spreads(model, runs)));
        boolean validated = models.values().stream().allMatch(SeedsChart::validated);
        String what = validated ? "Validation loss over seeds" : "Loss over seeds";
        ChartJson json =
                new ChartJson(what + ": mean, lowest and highest", ChartJson.WIDTH, 400).legend();
        int look = 0;
        for (Map.Entry<String, List<Spread>> entry : spreads.entrySet()) {
            draw(json, entry.getKey(), entry.getValue(), look++);
        }
        json.axis("xaxis", "step");
        json.axis("yaxis", "loss (nats per token)");
        return new PlainChart(json.content(summary(what, spreads), () -> table(spreads)));
    }

    private static void draw(ChartJson json, String model, List<Spread> spreads, int look) {
        double[] x = spreads.stream().mapToDouble(Spread::step).toArray();
        double[] low = spreads.stream().mapToDouble(Spread::low).toArray();
        double[] high = spreads.stream().mapToDouble(Spread::high).toArray();
        double[] mean = spreads.stream().mapToDouble(Spread::mean).toArray();
        String color = Palette.color(look);
        json.band(x, low, high, color, model + ", lowest to highest");
        ChartJson.style(json.line(model, x, mean, color), Palette.dash(look), 2.4);
    }

    private static boolean validated(Collection<History> runs) {
        return runs.stream().allMatch(LossText::validated);
    }

    /** Returns the spread at every step that all runs have. */
    private static List<Spread> spreads(String model, Collection<History> runs) {
        Map<Integer, List<Double>> losses = new TreeMap<>();
        boolean validated = validated(runs);
        for (History run : runs) {
            losses(run, validated)
                    .forEach(
                            (step, loss) ->
                                    losses.computeIfAbsent(step, s -> new ArrayList<>()).add(loss));
        }
        List<Spread> common =
                losses.entrySet().stream()
                        .filter(entry -> entry.getValue().size() == runs.size())
                        .map(entry -> Spread.of(model, entry.getKey(), entry.getValue()))
                        .toList();
        if (common.isEmpty()) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "the runs of '%s' have no step in common; train them with one plan",
                            model));
        }
        return common;
    }

    private static Map<Integer, Double> losses(History run, boolean validated) {
        Map<Integer, Double> losses = new TreeMap<>();
        if (validated) {
            run.validations().forEach((Validation look) -> losses.put(look.step(), look.loss()));
        } else {
            run.steps().forEach((Step step) -> losses.put(step.step(), step.loss()));
        }
        losses.values().removeIf(loss -> !Double.isFinite(loss));
        return losses;
    }

    private static String summary(String what, Map<String, List<Spread>> spreads) {
        List<String> ends = new ArrayList<>();
        spreads.values().forEach(all -> ends.add(all.get(all.size() - 1).words()));
        return what + ": " + String.join("; ", ends) + ".";
    }

    private static Table table(Map<String, List<Spread>> spreads) {
        List<Spread> all = spreads.values().stream().flatMap(List::stream).toList();
        return Table.create(
                "loss over seeds",
                StringColumn.create("model", all.stream().map(Spread::model)),
                IntColumn.create("step", all.stream().mapToInt(Spread::step).toArray()),
                DoubleColumn.create("mean", all.stream().mapToDouble(Spread::mean).toArray()),
                DoubleColumn.create("lowest", all.stream().mapToDouble(Spread::low).toArray()),
                DoubleColumn.create("highest", all.stream().mapToDouble(Spread::high).toArray()),
                IntColumn.create("seeds", all.stream().mapToInt(Spread::runs).toArray()));
    }
}
