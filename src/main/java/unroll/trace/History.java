package unroll.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The course of a training, step by step.
 *
 * <p>Losses are natural logarithms (nats) per token: a loss {@code l} means that the model gives the
 * right token the probability {@code exp(-l)}, in the geometric mean. Two lines help to read them:
 * who knows nothing needs {@link #blindGuess()}, who knows only how often each token occurs needs
 * {@link #letterGuess()}.
 *
 * @param steps every step of training, in order
 * @param validations every look at text that is not trained on, in order
 * @param blindGuess ln V, the loss of a guess among V tokens; NaN where numbers are forecast
 * @param letterGuess entropy of the token frequencies, in nats; for numbers, the loss of the best
 *     constant
 * @param stop why the training ended
 */
public record History(
        List<Step> steps,
        List<Validation> validations,
        double blindGuess,
        double letterGuess,
        Stop stop) {

    /**
     * One update of the weights.
     *
     * @param step its number, counted from 1 since the model was built
     * @param loss mean loss over the batch before the update, in nats per token
     * @param gradientNorm length of the gradient of all weights, before clipping
     * @param learningRate step size of this update
     * @param tokensPerSecond how many tokens were learnt from per second
     * @param seconds time spent on training until its end
     */
    public record Step(
            int step,
            double loss,
            double gradientNorm,
            double learningRate,
            double tokensPerSecond,
            double seconds) {

        private Step later(double before) {
            return new Step(
                    step, loss, gradientNorm, learningRate, tokensPerSecond, before + seconds);
        }
    }

    /**
     * One look at text that is not trained on.
     *
     * @param step the update after which it was taken; 0 is the untrained model
     * @param loss mean loss in nats per token
     */
    public record Validation(int step, double loss) {}

    /**
     * Why a training ended.
     *
     * @param reason one of the ways below
     * @param message the same for a reader, with how to go on
     * @param back the step whose weights came back; 0 if the newest were kept
     */
    public record Stop(Reason reason, String message, int back) {

        /** The ways a training ends. */
        public enum Reason {
            /** It goes on at this moment. */
            RUNNING,
            /** All planned steps were taken. */
            FINISHED,
            /** The validation loss no longer fell. */
            EARLY,
            /** The reader stopped the cell. */
            INTERRUPTED,
            /** Loss or gradient were no longer finite. */
            NOT_A_NUMBER,
            /** The planned time was over. */
            TIME
        }

        public Stop {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
        }

        /** An end that kept the newest weights. */
        public Stop(Reason reason, String message) {
            this(reason, message, 0);
        }
    }

    public History {
        steps = List.copyOf(steps);
        validations = List.copyOf(validations);
        Objects.requireNonNull(stop, "stop");
    }

    /**
     * Returns the validation with the lowest loss, the first of equals.
     *
     * @throws IllegalStateException if the training never validated, or no loss was a number
     */
    public Validation best() {
        return validations.stream()
                .filter(validation -> !Double.isNaN(validation.loss()))
                .min(Comparator.comparingDouble(Validation::loss))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        validations.isEmpty()
                                                ? "this training never validated; plan it with"
                                                        + " validateEvery(steps)"
                                                : "every validation loss is NaN, none is the"
                                                        + " best; lower learningRate and train"
                                                        + " again"));
    }

    /**
     * Returns the last step.
     *
     * @throws IllegalStateException if no step was taken
     */
    public Step last() {
        if (steps.isEmpty()) {
            throw new IllegalStateException("no step was taken: " + stop.message());
        }
        return steps.get(steps.size() - 1);
    }

    /**
     * Returns the newest validation loss of the weights that the model has, or the last training loss if
     * there was no validation.
     */
    public double loss() {
        int weights = stop.back() > 0 ? stop.back() : Integer.MAX_VALUE;
        return validations.stream()
                .filter(validation -> validation.step() <= weights)
                .reduce((older, newer) -> newer)
                .map(Validation::loss)
                .orElseGet(() -> last().loss());
    }

    /** Returns whether the answers are chosen among some, such as tokens; else they are numbers. */
    public boolean choosesAnswers() {
        return !Double.isNaN(blindGuess);
    }

    /** Returns {@link #loss()} in bits per token: loss / ln 2. */
    public double bits() {
        return loss() / Math.log(2);
    }

    /** Returns exp({@link #loss()}): among how many equally likely tokens the model hesitates. */
    public double perplexity() {
        return Math.exp(loss());
    }

    /**
     * Returns this course followed by the one that went on from it, whose time goes on too.
     *
     * @throws IllegalArgumentException if {@code next} does not begin after the last step
     */
    public History then(History next) {
        if (!steps.isEmpty()
                && !next.steps.isEmpty()
                && next.steps.get(0).step() <= last().step()) {
            throw new IllegalArgumentException(
                    Rows.format(
                            "a training that goes on from step %d cannot begin with step %d",
                            last().step(), next.steps.get(0).step()));
        }
        double before = steps.isEmpty() ? 0 : last().seconds();
        List<Step> allSteps = new ArrayList<>(steps);
        next.steps.forEach(step -> allSteps.add(step.later(before)));
        List<Validation> allValidations = new ArrayList<>(validations);
        allValidations.addAll(next.validations);
        return new History(allSteps, allValidations, next.blindGuess, next.letterGuess, next.stop);
    }

    /** Returns one row per step; a step without validation has a missing value there. */
    public Table table() {
        Map<Integer, Double> validated = new HashMap<>();
        validations.forEach(validation -> validated.put(validation.step(), validation.loss()));
        IntColumn step = IntColumn.create("step");
        DoubleColumn loss = DoubleColumn.create("loss");
        DoubleColumn validation = DoubleColumn.create("validation loss");
        DoubleColumn norm = DoubleColumn.create("gradient norm");
        DoubleColumn rate = DoubleColumn.create("learning rate");
        DoubleColumn speed = DoubleColumn.create("tokens per second");
        DoubleColumn seconds = DoubleColumn.create("seconds");
        for (Step row : steps) {
            step.append(row.step());
            loss.append(row.loss());
            validation.append(validated.getOrDefault(row.step(), Double.NaN));
            norm.append(row.gradientNorm());
            rate.append(row.learningRate());
            speed.append(row.tokensPerSecond());
            seconds.append(row.seconds());
        }
        return Table.create("history", step, loss, validation, norm, rate, speed, seconds);
    }

    /** Returns a few words such as {@code 500 steps in 41 s: loss 1.512, best validation …}. */
    @Override
    public String toString() {
        if (steps.isEmpty()) {
            return "no step taken; " + stop.message();
        }
        StringBuilder text = new StringBuilder();
        text.append(
                Rows.format(
                        "%d steps in %.1f s: loss %s",
                        steps.size(), last().seconds(), Rows.fixed(last().loss(), 3)));
        if (validations.stream().anyMatch(validation -> !Double.isNaN(validation.loss()))) {
            boolean isBest = loss() == best().loss();
            text.append(isBest ? "" : ", validation " + Rows.fixed(loss(), 3));
            text.append(
                    Rows.format(
                            ", best validation %s at step %d",
                            Rows.fixed(best().loss(), 3), best().step()));
        }
        if (choosesAnswers()) {
            text.append("; ").append(Rows.fixed(bits(), 2)).append(" bits, perplexity ");
            text.append(Rows.fixed(perplexity(), 2));
            text.append(
                    Rows.format(
                            " (blind guess %.3f, letter guess %.3f); ", blindGuess, letterGuess));
        } else {
            text.append(Rows.format("; %.3f for the best constant answer; ", letterGuess));
        }
        return text.append(stop.message()).toString();
    }
}
