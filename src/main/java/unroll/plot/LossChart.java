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

    /** Validations marked one by one at most; more of them hide their line. */
    private static final int MARKED = 60;

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
        boolean validated = LossText.validated(history);
        if (runs.size() == 1) {
            style(training("training", history, 0), "solid", 1.3);
        } else if (!validated) {
            style(training(PlotlyJson.literal(name), history, run), Palette.dash(run), 2);
        }
        if (validated) {
            int color = runs.size() == 1 ? 1 : run; // beside its training, or beside other runs
            validation(runs.size() == 1 ? "validation" : PlotlyJson.literal(name), history, color);
        }
    }

    private ObjectNode training(String name, History history, int color) {
        List<Step> steps = history.steps();
        double[] x = steps.stream().mapToDouble(Step::step).toArray();
        double[] y = steps.stream().mapToDouble(Step::loss).toArray();
        return line(name, x, y, Palette.color(color));
    }

    private void validation(String name, History history, int look) {
        List<Validation> looks = history.validations();
        double[] x = looks.stream().mapToDouble(Validation::step).toArray();
        double[] y = looks.stream().mapToDouble(Validation::loss).toArray();
        boolean marked = looks.size() <= MARKED;
        ObjectNode trace = line(name, x, y, Palette.color(look));
        trace.put("mode", marked ? "lines+markers" : "lines");
        style(trace, Palette.dash(runs.size() == 1 ? 0 : look), 2.4);
        trace.putObject("marker").put("symbol", Palette.marker(look)).put("size", 7);
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
        double blind = history.blindGuess();
        double letters = history.letterGuess();
        if (!history.choosesAnswers()) {
            guess("best constant " + Digits.fixed(letters, 3), letters, "bottom", 4);
            return;
        }
        boolean close = blind - letters < 0.15 * blind;
        guess("blind guess, " + LossText.blind(history), blind, "bottom", 4);
        String text = "letter frequencies " + Digits.fixed(letters, 3);
        guess(text, letters, close ? "top" : "bottom", close ? -4 : 4);
    }

    private void guess(String text, double loss, String side, int shift) {
        double[] ends = {firstStep(), lastStep()};
        if (!Double.isFinite(loss) || ends[0] > ends[1]) {
            return;
        }
        ObjectNode trace = line(text, ends, new double[] {loss, loss}, Palette.SOFT_INK);
        style(trace, "dot", 1.3).put("showlegend", false);
        note(text, Palette.SOFT_INK)
                .put("showarrow", false)
                .put("yanchor", side)
                .put("yshift", shift)
                .put("xref", "paper")
                .put("x", 1)
                .put("xanchor", "right")
                .put("y", loss);
    }

    private ObjectNode note(String text, String color) {
        ObjectNode note = annotations.addObject().put("text", text);
        note.putObject("font").put("color", color).put("size", 12);
        return note;
    }

    /** Names the best validation, above the curves and tied to its point. */
    private void markBest(History history) {
        if (history.steps().isEmpty() || !LossText.validated(history)) {
            return;
        }
        Validation best = history.best();
        boolean late = best.step() > (firstStep() + lastStep()) / 2;
        String text = Digits.format("best %.3f at step %d", best.loss(), best.step());
        note(text, Palette.INK)
                .put("showarrow", true)
                .put("arrowhead", 0)
                .put("arrowwidth", 1)
                .put("arrowcolor", Palette.SOFT_INK)
                .put("ax", late ? -30 : 30)
                .put("ay", -55)
                .put("x", best.step())
                .put("xanchor", late ? "right" : "left")
                .put("y", best.loss());
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
        title(layout, heading()).put("x", 0.02);
        layout.put("width", 720).put("height", 400).put("hovermode", "x unified");
        layout.put("paper_bgcolor", "white").put("plot_bgcolor", "white");
        title(axis("xaxis"), "step");
        title(axis("yaxis"), "loss (nats per token)");
        layout.putObject("legend").put("orientation", "h").put("y", 1.01).put("yanchor", "bottom");
        layout.putObject("margin").put("l", 60).put("r", 20).put("t", 70).put("b", 50);
    }

    private String heading() {
        if (runs.size() == 1) {
            return LossText.heading(runs.values().iterator().next());
        }
        boolean all = runs.values().stream().allMatch(LossText::validated);
        return (all ? "Validation loss of " : "Loss of ") + runs.size() + " runs";
    }

    private ObjectNode axis(String name) {
        return layout.putObject(name).put("gridcolor", Palette.GRID).put("zeroline", false);
    }

    private static ObjectNode title(ObjectNode titled, String text) {
        return titled.putObject("title").put("text", text);
    }
}
