package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import unroll.trace.History;
import unroll.trace.History.Step;
import unroll.trace.History.Validation;

/** Draws how the loss falls: training and validation of each run, and two guesses to compare with. */
final class LossChart {
    /** Points written of one line at most, so that a long run stays a small figure. */
    private static final int POINTS = 1500;

    private static final MathContext FLOAT = new MathContext(7);

    private final Map<String, History> runs;
    private final ObjectNode plotly = PlotlyJson.object();
    private final ArrayNode data = plotly.putArray("data");
    private final ObjectNode layout = plotly.putObject("layout");
    private final ArrayNode annotations = layout.putArray("annotations");

    private LossChart(Map<String, History> runs) {
        this.runs = runs;
    }

    /** Returns the chart of named runs; a single run may have the empty name. */
    static Chart of(Map<String, History> runs) {
        return new LossChart(runs).chart();
    }

    private Chart chart() {
        int run = 0;
        for (Map.Entry<String, History> entry : runs.entrySet()) {
            curves(entry.getKey(), entry.getValue(), run++);
        }
        guesses(runs.values().iterator().next());
        if (runs.size() == 1) {
            markBest(runs.values().iterator().next());
        }
        frame();
        return new Chart(plotly, LossText.of(runs));
    }

    private void curves(String name, History history, int run) {
        List<Step> steps = history.steps();
        double[] x = steps.stream().mapToDouble(Step::step).toArray();
        double[] y = steps.stream().mapToDouble(Step::loss).toArray();
        String prefix = name.isEmpty() ? "" : PlotlyJson.literal(name) + " ";
        ObjectNode training = line(prefix + "training", x, y, Palette.color(2 * run));
        style(training, Palette.dash(run), 1.3);
        double[] at = history.validations().stream().mapToDouble(Validation::step).toArray();
        double[] loss = history.validations().stream().mapToDouble(Validation::loss).toArray();
        if (at.length > 0) {
            ObjectNode validation =
                    line(prefix + "validation", at, loss, Palette.color(2 * run + 1));
            style(validation, Palette.dash(run), 2.4).put("mode", "lines+markers");
            validation.putObject("marker").put("symbol", Palette.marker(run)).put("size", 7);
        }
    }

    private ObjectNode line(String name, double[] x, double[] y, String color) {
        ObjectNode trace =
                data.addObject().put("type", "scatter").put("mode", "lines").put("name", name);
        ArrayNode xs = trace.putArray("x");
        ArrayNode ys = trace.putArray("y");
        for (int i : Thin.keep(y, POINTS)) {
            xs.add((int) x[i]);
            if (Double.isFinite(y[i])) {
                ys.add(BigDecimal.valueOf(y[i]).round(FLOAT).doubleValue());
            } else {
                ys.addNull();
            }
        }
        trace.putObject("line").put("color", color);
        return trace;
    }

    private static ObjectNode style(ObjectNode trace, String dash, double width) {
        ((ObjectNode) trace.get("line")).put("dash", dash).put("width", width);
        return trace;
    }

    /** The two lines that every model must get below. */
    private void guesses(History history) {
        guess("blind guess, " + LossText.blind(history), history.blindGuess(), "bottom", 4);
        guess(
                "letter frequencies " + Digits.fixed(history.letterGuess(), 3),
                history.letterGuess(),
                "top",
                -4);
    }

    private void guess(String text, double loss, String side, int shift) {
        double[] ends = {firstStep(), lastStep()};
        if (!Double.isFinite(loss) || ends[0] > ends[1]) {
            return;
        }
        ObjectNode trace = line(text, ends, new double[] {loss, loss}, Palette.SOFT_INK);
        style(trace, "dot", 1.3).put("showlegend", false);
        note(text, side, shift, Palette.SOFT_INK)
                .put("xref", "paper")
                .put("x", 1)
                .put("xanchor", "right")
                .put("y", loss);
    }

    private ObjectNode note(String text, String side, int shift, String color) {
        ObjectNode note = annotations.addObject().put("text", text).put("showarrow", false);
        note.put("yanchor", side).put("yshift", shift);
        note.putObject("font").put("color", color).put("size", 12);
        return note;
    }

    private void markBest(History history) {
        if (LossText.validated(history)) {
            Validation best = history.best();
            boolean late = best.step() > (firstStep() + lastStep()) / 2;
            String text = "best %s at step %d".formatted(Digits.fixed(best.loss(), 3), best.step());
            note(text, "bottom", 9, Palette.INK)
                    .put("x", best.step())
                    .put("xanchor", late ? "right" : "left")
                    .put("y", best.loss());
        }
    }

    private double firstStep() {
        return stepNumbers().min().orElse(1);
    }

    private double lastStep() {
        return stepNumbers().max().orElse(0);
    }

    private DoubleStream stepNumbers() {
        return runs.values().stream()
                .flatMapToDouble(
                        history ->
                                IntStream.concat(
                                                history.steps().stream().mapToInt(Step::step),
                                                history.validations().stream()
                                                        .mapToInt(Validation::step))
                                        .asDoubleStream());
    }

    private void frame() {
        String title = runs.size() == 1 ? "Loss" : "Loss of " + runs.size() + " runs";
        title(layout, title).put("x", 0.02);
        layout.put("width", 720).put("height", 400).put("hovermode", "x unified");
        layout.put("paper_bgcolor", "white").put("plot_bgcolor", "white");
        title(axis("xaxis"), "step");
        title(axis("yaxis"), "loss (nats per token)");
        layout.putObject("legend").put("orientation", "h").put("y", 1.01).put("yanchor", "bottom");
        layout.putObject("margin").put("l", 60).put("r", 20).put("t", 70).put("b", 50);
    }

    private ObjectNode axis(String name) {
        return layout.putObject(name).put("gridcolor", Palette.GRID).put("zeroline", false);
    }

    private static ObjectNode title(ObjectNode titled, String text) {
        return titled.putObject("title").put("text", text);
    }
}
