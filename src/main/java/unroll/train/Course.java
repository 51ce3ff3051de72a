package unroll.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import unroll.trace.History;

/** Collects what becomes the {@link History} of a training. */
final class Course {
    private final History before;
    private final double blindGuess;
    private final double letterGuess;
    private final List<History.Step> steps = new ArrayList<>();
    private final List<History.Validation> validations = new ArrayList<>();

    /** Goes on from an earlier course, which may be empty. */
    Course(History before, double blindGuess, double letterGuess) {
        this.before = before;
        this.blindGuess = blindGuess;
        this.letterGuess = letterGuess;
    }

    /** Returns the loss of a simple guess; far above it, a training has failed. */
    double guess() {
        return Double.isNaN(blindGuess) ? letterGuess : blindGuess;
    }

    /** Returns the loss beyond which no training comes back by itself. */
    double exploded() {
        return Math.max(20, 10 * guess());
    }

    /** Adds a step; {@code seconds} count from the beginning of this training. */
    void add(History.Step step) {
        steps.add(step);
    }

    void add(History.Validation validation) {
        validations.add(validation);
    }

    /** Returns whether the weights after this step have been validated. */
    boolean isValidated(int step) {
        return !validations.isEmpty() && validations.get(validations.size() - 1).step() == step;
    }

    /** Returns the last finite loss, for a message. */
    String lastLoss() {
        return steps.isEmpty()
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%.4g at step %d",
                        steps.get(steps.size() - 1).loss(),
                        steps.get(steps.size() - 1).step());
    }

    /** Returns what gives the history up to now, also when it is asked later. */
    Supplier<History> history(History.Stop stop) {
        int taken = steps.size();
        int looks = validations.size();
        return () ->
                before.then(
                        new History(
                                steps.subList(0, taken),
                                validations.subList(0, looks),
                                blindGuess,
                                letterGuess,
                                stop));
    }
}
