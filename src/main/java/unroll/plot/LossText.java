package unroll.plot;

import java.util.Map;
import java.util.stream.Collectors;
import unroll.trace.History;

/** Says in words what a chart of losses shows. */
final class LossText {
    private LossText() {}

    /** Returns one line with the final numbers of every run and what to compare them with. */
    static String of(Map<String, History> runs, Map<String, Double> baselines) {
        String each =
                runs.entrySet().stream()
                        .map(run -> named(run.getKey()) + one(run.getValue()))
                        .collect(Collectors.joining("; "));
        History first = runs.values().iterator().next();
        StringBuilder line = new StringBuilder("Loss: " + each + ". To compare: ");
        line.append(
                first.choosesAnswers()
                        ? Digits.format(
                                "blind guess %s, letter frequencies %.3f",
                                blind(first), first.letterGuess())
                        : Digits.format("best constant %.3f", first.letterGuess()));
        baselines.forEach((name, loss) -> line.append(", ").append(baseline(name, loss)));
        return line.append('.').toString().replaceAll("\\s+", " ");
    }

    /** Returns, for example, {@code 5-grams 1.532}. */
    static String baseline(String name, double loss) {
        return Digits.format("%s %.3f", name, loss);
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
    static String heading(History history) {
        if (history.steps().isEmpty()) {
            return "Loss: no step taken";
        }
        History.Step last = history.last();
        String text = Digits.format("Loss at step %d: training %.3f", last.step(), last.loss());
        return validated(history)
                ? text + Digits.format(", validation %.3f", history.loss())
                : text;
    }

    private static String one(History history) {
        if (history.steps().isEmpty()) {
            return "no step taken";
        }
        History.Step last = history.last();
        String text = Digits.format("step %d, training %.3f", last.step(), last.loss());
        if (validated(history)) {
            History.Validation best = history.best();
            text +=
                    Digits.format(
                            ", validation %.3f, best %.3f at step %d",
                            history.loss(), best.loss(), best.step());
        }
        return !history.choosesAnswers()
                ? text
                : text
                        + Digits.format(
                                " (%.2f bits per token, perplexity %.2f)",
                                history.bits(), history.perplexity());
    }
}
