package unroll.plot;

import java.util.Map;
import java.util.stream.Collectors;
import unroll.trace.History;

/** Says in words what a chart of losses shows. */
final class LossText {
    private LossText() {}

    /** Returns one line with the final numbers of every run. */
    static String of(Map<String, History> runs) {
        String each =
                runs.entrySet().stream()
                        .map(
                                run ->
                                        (run.getKey().isEmpty() ? "" : run.getKey() + ": ")
                                                + one(run.getValue()))
                        .collect(Collectors.joining("; "));
        History first = runs.values().iterator().next();
        String line =
                "Loss: %s. To compare: blind guess %s, letter frequencies %s."
                        .formatted(each, blind(first), Digits.fixed(first.letterGuess(), 3));
        return line.replaceAll("\\s+", " ");
    }

    /** Returns, for 83 tokens, {@code ln 83 = 4.419}. */
    static String blind(History history) {
        long tokens = Math.round(Math.exp(history.blindGuess()));
        return "ln %d = %s".formatted(tokens, Digits.fixed(history.blindGuess(), 3));
    }

    static boolean validated(History history) {
        return history.validations().stream().anyMatch(look -> !Double.isNaN(look.loss()));
    }

    /** Returns, for example, {@code Loss at step 400: training 1.435, validation 1.617}. */
    static String heading(History history) {
        if (history.steps().isEmpty()) {
            return "Loss: no step taken";
        }
        String text =
                "Loss at step %d: training %s"
                        .formatted(history.last().step(), Digits.fixed(history.last().loss(), 3));
        return validated(history) ? text + ", validation " + Digits.fixed(history.loss(), 3) : text;
    }

    private static String one(History history) {
        if (history.steps().isEmpty()) {
            return "no step taken";
        }
        String text =
                "step %d, training %s"
                        .formatted(history.last().step(), Digits.fixed(history.last().loss(), 3));
        if (validated(history)) {
            text +=
                    ", validation %s, best %s at step %d"
                            .formatted(
                                    Digits.fixed(history.loss(), 3),
                                    Digits.fixed(history.best().loss(), 3),
                                    history.best().step());
        }
        return text
                + " (%s bits per token, perplexity %s)"
                        .formatted(
                                Digits.fixed(history.bits(), 2),
                                Digits.fixed(history.perplexity(), 2));
    }
}
