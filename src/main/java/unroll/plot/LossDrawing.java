package unroll.plot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.trace.History;
import unroll.trace.History.Step;
import unroll.trace.History.Validation;

/** Draws how the loss falls: training and validation of each run, and guesses to compare with. */
final class LossDrawing {
    /** Validations marked one by one at most; more of them hide their line. */
    private static final int MARKED = 60;

    /** Part of the height of the picture that a line of text takes. */
    private static final double NEAR = 0.06;

    private final Map<String, History> runs;
    private final LossChart.Options options;
    private final ChartJson json;
    private final List<ObjectNode> baselines = new ArrayList<>();

    private LossDrawing(LossChart.Options options) {
        this.options = options;
        this.runs = options.runs();
        this.json = new ChartJson(heading() + leftOut(), ChartJson.WIDTH, 400);
    }

    static Content of(LossChart.Options options) {
        return new LossDrawing(options).content();
    }

    private Content content() {
        int run = 0;
        for (Map.Entry<String, History> entry : runs.entrySet()) {
            curves(entry.getKey(), entry.getValue(), run++);
        }
        guesses(runs.values().iterator().next());
        double span = span();
        options.baselines().forEach((name, loss) -> baseline(name, loss, span));
        if (runs.size() == 1) {
            markBest(runs.values().iterator().next());
        }
        json.legend().layout().put("hovermode", "x unified");
        json.axis("xaxis", "step");
        ObjectNode losses = json.axis("yaxis", "loss (nats per token)");
        if (options.logarithmic()) {
            losses.put("type", "log");
        }
        String axis = leftOut().isEmpty() ? "" : " Logarithmic axis" + leftOut() + ".";
        String line = LossText.of(runs, options.smoothing(), options.baselines()) + axis;
        return json.content(line, LossChart.table(runs));
    }

    private void curves(String name, History history, int run) {
        boolean validated = LossText.validated(history);
        if (runs.size() == 1) {
            training("training", history, 0, "solid", 1.3);
        } else if (!validated) {
            training(name, history, run, Palette.dash(run), 2);
        }
        if (validated) {
            int look = runs.size() == 1 ? 1 : run; // beside its training, or beside other runs
            validation(runs.size() == 1 ? "validation" : name, history, look);
        }
    }

    private void training(String name, History history, int look, String dash, double width) {
        List<Step> steps = history.steps();
        double[] x = steps.stream().mapToDouble(Step::step).toArray();
        double[] y = steps.stream().mapToDouble(Step::loss).toArray();
        int smoothing = options.smoothing();
        if (smoothing == 1) {
            ChartJson.style(json.line(name, x, y, Palette.color(look)), dash, width);
            return;
        }
        if (runs.size() == 1) {
            ObjectNode single = json.line("every step", x, y, Palette.SOFT_INK);
            ChartJson.style(single, "solid", 0.6);
        }
        String smoothed = name + ", " + Smooth.words(smoothing, y.length, "step");
        double[] means = Smooth.trailing(y, smoothing);
        ChartJson.style(json.line(smoothed, x, means, Palette.color(look)), dash, 2.4);
    }

    private void validation(String name, History history, int look) {
        List<Validation> looks = history.validations();
        double[] x = looks.stream().mapToDouble(Validation::step).toArray();
        double[] y = looks.stream().mapToDouble(Validation::loss).toArray();
        ObjectNode line = json.line(name, x, y, Palette.color(look));
        ChartJson.style(line, Palette.dash(runs.size() == 1 ? 0 : look), 2.4);
        if (looks.size() <= MARKED) {
            ChartJson.marked(line, look);
        }
    }

    /** The two lines that every model must get below. */
    private void guesses(History history) {
        double blind = history.blindGuess();
        double letters = history.letterGuess();
        if (!history.choosesAnswers()) {
            guess("best constant " + Digits.fixed(letters, 3), letters, "bottom", 4);
            return;
        }
        guess("blind guess, " + LossText.blind(history), blind, "bottom", 4);
        boolean close = blind - letters < 0.15 * blind;
        String text = "letter frequencies " + Digits.fixed(letters, 3);
        guess(text, letters, close ? "top" : "bottom", close ? -4 : 4);
    }

    private void guess(String text, double loss, String side, int shift) {
        level(text, loss).put("yanchor", side).put("yshift", shift).put("x", 1);
    }

    /**
     * Named at the left, where the curves are still far above: in the name of one before it, where two
     * would be printed over each other.
     */
    private void baseline(String name, double loss, double span) {
        String text = LossText.baseline(name, loss);
        ObjectNode note = level(text, loss);
        if (!note.has("y")) {
            return;
        }
        for (ObjectNode before : baselines) {
            if (Math.abs(before.path("y").asDouble() - note.path("y").asDouble()) < NEAR * span) {
                String both = before.path("text").asText() + ", " + note.path("text").asText();
                before.put("text", both);
                json.annotations().remove(json.annotations().size() - 1);
                return;
            }
        }
        baselines.add(note);
        note.put("yanchor", "bottom").put("yshift", 4).put("x", 0).put("xanchor", "left");
    }

    /** Returns how far apart the lowest and the highest of all that is drawn are, as heights. */
    private double span() {
        History first = runs.values().iterator().next();
        DoubleSummaryStatistics heights =
                Stream.of(
                                runs.values().stream().flatMapToDouble(this::drawn),
                                DoubleStream.of(first.letterGuess(), first.blindGuess()),
                                options.baselines().values().stream().mapToDouble(loss -> loss))
                        .flatMapToDouble(losses -> losses)
                        .map(this::height)
                        .filter(Double::isFinite)
                        .summaryStatistics();
        return heights.getMax() - heights.getMin();
    }

    /** Draws a loss that stays the same, and returns the note on it. */
    private ObjectNode level(String text, double loss) {
        double[] ends = {steps().min().orElse(1), steps().max().orElse(0)};
        if (!Double.isFinite(height(loss)) || ends[0] > ends[1]) {
            return JsonNodeFactory.instance.objectNode(); // without a place there is no note
        }
        ObjectNode line = json.line(text, ends, new double[] {loss, loss}, Palette.SOFT_INK);
        ChartJson.style(line, "dot", 1.3).put("showlegend", false);
        return json.note(text, Palette.SOFT_INK)
                .put("xref", "paper")
                .put("xanchor", "right")
                .put("y", height(loss));
    }

    /** Plotly takes the place of a note on a logarithmic axis as a power of ten. */
    private double height(double loss) {
        return options.logarithmic() ? Math.log10(loss) : loss;
    }

    /** Names the best validation, above the curves and tied to its point. */
    private void markBest(History history) {
        if (history.steps().isEmpty() || !LossText.validated(history)) {
            return;
        }
        Validation best = history.best();
        if (!Double.isFinite(height(best.loss()))) {
            return; // such a point has no place
        }
        boolean late = best.step() > (steps().min().orElse(1) + steps().max().orElse(0)) / 2;
        String text = "best " + Digits.fixed(best.loss(), 3) + " at step " + best.step();
        json.note(text, Palette.INK)
                .put("showarrow", true)
                .put("arrowhead", 0)
                .put("arrowwidth", 1)
                .put("arrowcolor", Palette.SOFT_INK)
                .put("ax", late ? -30 : 30)
                .put("ay", -55)
                .put("x", best.step())
                .put("xanchor", late ? "right" : "left")
                .put("y", height(best.loss()));
    }

    private DoubleStream steps() {
        return runs.values().stream().flatMapToDouble(LossDrawing::steps);
    }

    private static DoubleStream steps(History history) {
        return IntStream.concat(
                        history.steps().stream().mapToInt(Step::step),
                        history.validations().stream().mapToInt(Validation::step))
                .asDoubleStream();
    }

    private String leftOut() {
        return Words.leftOut(
                options.logarithmic(),
                runs.values().stream().flatMapToDouble(history -> drawn(history)));
    }

    /** Returns what has a curve: of several runs the validations, where there are any. */
    private DoubleStream drawn(History history) {
        boolean trained = runs.size() == 1 || !LossText.validated(history);
        return DoubleStream.concat(
                history.steps().stream().mapToDouble(Step::loss).filter(loss -> trained),
                history.validations().stream().mapToDouble(Validation::loss));
    }

    private String heading() {
        if (runs.size() == 1) {
            return LossText.heading(runs.values().iterator().next(), options.smoothing());
        }
        boolean all = runs.values().stream().allMatch(LossText::validated);
        return (all ? "Validation loss of " : "Loss of ") + runs.size() + " runs";
    }
}
