package unroll.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import unroll.trace.History;

/**
 * How the loss falls, for one run or several, with options.
 *
 * <pre>
 *   Plots.loss(history).smoothed(20).logarithmic(true).baseline("5-grams", loss)
 * </pre>
 */
public final class LossChart extends Chart {

    /**
     * What is drawn and how.
     *
     * @param runs in the order in which they are drawn; a single one may have the empty name
     * @param logarithmic whether equal steps upward are equal factors
     * @param smoothing over how many steps the training loss is averaged; 1 leaves it as it is
     * @param baselines name to loss of what the runs have to beat, in the order in which it was added
     */
    record Options(
            Map<String, History> runs,
            boolean logarithmic,
            int smoothing,
            Map<String, Double> baselines) {}

    private final Options options;

    private LossChart(Options options) {
        super(LossDrawing.of(options));
        this.options = options;
    }

    static LossChart of(Map<String, History> runs) {
        return new LossChart(new Options(new LinkedHashMap<>(runs), false, 1, Map.of()));
    }

    /** Returns the chart with a logarithmic scale, on which slow progress at the end shows too. */
    public LossChart logarithmic(boolean on) {
        return new LossChart(
                new Options(options.runs(), on, options.smoothing(), options.baselines()));
    }

    /**
     * Returns the chart with the training loss as the mean of the latest steps; the loss of every
     * single step stays behind it as a thin line, if there is but one run.
     *
     * @param steps how many are averaged; 1 averages nothing
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    public LossChart smoothed(int steps) {
        Smooth.requireWindow(steps);
        return new LossChart(
                new Options(options.runs(), options.logarithmic(), steps, options.baselines()));
    }

    /**
     * Returns the chart with one more line to get below: the loss of a model without a network on the
     * same validation part, such as that of an n-gram model.
     *
     * <pre>
     *   var ngrams = KneserNey.fit(split.training(), vocabulary.size(), 5);
     *   Plots.loss(history).baseline("5-grams", ngrams.scores(split.validation()).loss())
     * </pre>
     *
     * @param loss in the unit of the histories, nats per token for language models
     * @throws IllegalArgumentException if the loss is not a finite number
     */
    public LossChart baseline(String name, double loss) {
        Given.one("name", name);
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the baseline \"%s\" needs a loss that is a finite number, got %s",
                            name,
                            loss));
        }
        Map<String, Double> more = new LinkedHashMap<>(options.baselines());
        more.put(name, loss);
        return new LossChart(
                new Options(options.runs(), options.logarithmic(), options.smoothing(), more));
    }

    /** Returns the rows of all histories, with the name of the run where there are several. */
    static Supplier<Table> table(Map<String, History> runs) {
        if (runs.size() == 1) {
            return runs.values().iterator().next()::table;
        }
        return () ->
                runs.entrySet().stream()
                        .map(run -> named(run.getKey(), run.getValue().table()))
                        .reduce(Table::append)
                        .orElseThrow();
    }

    private static Table named(String run, Table table) {
        List<String> names = Collections.nCopies(table.rowCount(), run);
        return table.insertColumn(0, StringColumn.create("run", names));
    }
}
