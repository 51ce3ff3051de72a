package unroll.plot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import unroll.trace.History;
import unroll.trace.History.Step;

/**
 * How one quantity of a training goes over its steps, for one run or several, with options.
 *
 * <pre>
 *   Plots.gradientNorm(history).logarithmic(true)
 * </pre>
 */
public final class CourseChart extends Chart {
    private final Options options;

    /** A quantity of a step, by its name; units stand in the name. */
    record Quantity(String name, ToDoubleFunction<Step> value) {}

    private record Options(
            Quantity quantity, Map<String, History> runs, boolean logarithmic, int smoothing) {}

    private CourseChart(Options options) {
        super(draw(options));
        this.options = options;
    }

    static CourseChart of(Quantity quantity, Map<String, History> runs) {
        return new CourseChart(new Options(quantity, new LinkedHashMap<>(runs), false, 1));
    }

    /** Returns the chart with a logarithmic scale, where equal steps upward are equal factors. */
    public CourseChart logarithmic(boolean on) {
        return new CourseChart(
                new Options(options.quantity(), options.runs(), on, options.smoothing()));
    }

    /**
     * Returns the chart with the mean of the latest steps in place of each.
     *
     * @param steps how many are averaged; 1 averages nothing
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    public CourseChart smoothed(int steps) {
        Smooth.requireWindow(steps);
        return new CourseChart(
                new Options(options.quantity(), options.runs(), options.logarithmic(), steps));
    }

    private static Content draw(Options options) {
        String name = options.quantity().name();
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (options.smoothing() > 1) {
            int longest =
                    options.runs().values().stream()
                            .mapToInt(history -> history.steps().size())
                            .max()
                            .orElseThrow();
            title += ", " + Smooth.words(options.smoothing(), longest, "step");
        }
        title +=
                Words.leftOut(
                        options.logarithmic(),
                        options.runs().values().stream()
                                .flatMapToDouble(run -> Arrays.stream(shown(run, options))));
        ChartJson json = new ChartJson(title, ChartJson.WIDTH, 320);
        int run = 0;
        for (Map.Entry<String, History> entry : options.runs().entrySet()) {
            List<Step> steps = entry.getValue().steps();
            double[] x = steps.stream().mapToDouble(Step::step).toArray();
            double[] shown = shown(entry.getValue(), options);
            String color = Palette.color(run);
            ChartJson.style(json.line(entry.getKey(), x, shown, color), Palette.dash(run++), 1.6)
                    .put("showlegend", options.runs().size() > 1);
        }
        json.legend().layout().put("hovermode", "x unified");
        json.axis("xaxis", "step");
        json.axis("yaxis", name).put("type", options.logarithmic() ? "log" : "linear");
        return json.content(summary(title, options), LossChart.table(options.runs()));
    }

    private static double[] shown(History history, Options options) {
        double[] values =
                history.steps().stream().mapToDouble(options.quantity().value()).toArray();
        return Smooth.trailing(values, options.smoothing());
    }

    private static String summary(String title, Options options) {
        return options.runs().entrySet().stream()
                .map(run -> run(run.getKey(), run.getValue(), options))
                .collect(Collectors.joining("; ", title + ": ", "."));
    }

    private static String run(String name, History history, Options options) {
        String before = name.isEmpty() ? "" : name + ": ";
        if (history.steps().isEmpty()) {
            return before + "no step taken";
        }
        return before + Words.course(shown(history, options), options.logarithmic());
    }
}
