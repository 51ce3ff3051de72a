package unroll.plot;

import java.util.Map;
import java.util.stream.Collectors;
import unroll.trace.History;

/** Says in words what a chart of losses shows. */
final class LossText {
    private LossText() {}

    /**
     * Returns one line with the final numbers of every run.
     *
     * @param smoothing over how many steps the training loss is averaged
     */
    static String of(Map<String, History> runs, int smoothing, Map<String, Double> baselines) {
        String each =
                runs.entrySet().stream()
                        .map(run -> named(run.getKey()) + one(run.getValue(), smoothing))
                        .collect(Collectors.joining("; "));
        History first = runs.values().iterator().next();
        StringBuilder line = new StringBuilder("Loss: " + each + ". To compare: ");
        line.append(
                first.choosesAnswers()
                        ? Digits.format(
                                "blind guess %s, letter frequencies %s",
                                blind(first), Digits.fixed(first.letterGuess(), 3))
                        : Digits.format("best constant %s", Digits.fixed(first.letterGuess(), 3)));
        baselines.forEach((name, loss) -> line.append(", ").append(baseline(name, loss)));
        return line.append('.').toString().replaceAll("\\s+", " ");
    }

    /** Returns, for example, {@code 5-grams 1.532}. */
    static String baseline(String name, double loss) {
        return Digits.format("%s %s", name, Digits.fixed(loss, 3));
    }

    private static String named(String run) {
        return run.isEmpty() ? "" : run + ": ";
    }

    /** Returns, for 83 tokens, {@code ln 83 = 4.419}. */
    static String blind(History history) {
        long tokens = Math.round(Math.exp(history.blindGuess()));
        return Digits.format("ln %d = %.3f", tokens, history.blindGuess());
    }

    static boolean validated(History history) {
        return history.validations().stream().anyMatch(look -> !Double.isNaN(look.loss()));
    }

    /** Returns, for example, {@code Loss at step 400: training 1.435, validation 1.617}. */
    static String heading(History history, int smoothing) {
        if (history.steps().isEmpty()) {
            return "Loss: no step taken";
        }
        String text =
                Digits.format(
                        "Loss at step %d: %s", history.last().step(), training(history, smoothing));
        return validated(history) ? text + ", validation " + Digits.fixed(history.loss(), 3) : text;
    }

    /** Returns the training loss that is drawn last, and that it is a mean if it is one. */
    private static String training(History history, int smoothing) {
        double[] losses = history.steps().stream().mapToDouble(History.Step::loss).toArray();
        double last = Smooth.trailing(losses, smoothing)[losses.length - 1];
        String text = "training " + Digits.fixed(last, 3);
        return smoothing == 1
                ? text
                : text + " (" + Smooth.words(smoothing, losses.length, "step") + ")";
    }

    private static String one(History history, int smoothing) {
        if (history.steps().isEmpty()) {
            return "no step taken";
        }
        String text =
                Digits.format("step %d, %s", history.last().step(), training(history, smoothing));
        if (validated(history)) {
            History.Validation best = history.best();
            text +=
                    Digits.format(
                            ", validation %s, best %s at step %d",
                            Digits.fixed(history.loss(), 3),
                            Digits.fixed(best.loss(), 3),
                            best.step());
        }
        return !history.choosesAnswers()
                ? text
                : text
                        + Digits.format(
                                " (%s bits per token, perplexity %s)",
                                Digits.fixed(history.bits(), 2),
                                Digits.fixed(history.perplexity(), 2));
    }
}
