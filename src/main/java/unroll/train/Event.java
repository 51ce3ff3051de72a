package unroll.train;

import java.util.Objects;
import java.util.function.Supplier;
import unroll.trace.History;

/** Something that happened in a training. */
public final class Event {
    private final Kind kind;
    private final int step;
    private final Supplier<History> course;
    private final int expectedSteps;
    private final double plannedSeconds;
    private final double secondsLeft;
    private final String message;
    private History history;

    /** What can happen. */
    public enum Kind {
        /** The training begins; the message says if it goes on from an earlier one. */
        STARTED,
        /** A step was taken, perhaps with a look at the validation part. */
        STEPPED,
        /** The training ended; the message says why. */
        STOPPED
    }

    /** An event whose history is copied only when somebody asks for it: there is one every step. */
    Event(
            Kind kind,
            int step,
            Supplier<History> course,
            int expectedSteps,
            Pace pace,
            String message) {
        this(kind, step, course, expectedSteps, pace.plannedSeconds(), pace.secondsLeft(), message);
    }

    private Event(
            Kind kind,
            int step,
            Supplier<History> course,
            int expectedSteps,
            double plannedSeconds,
            double secondsLeft,
            String message) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.step = step;
        this.course = course;
        this.expectedSteps = expectedSteps;
        this.plannedSeconds = plannedSeconds;
        this.secondsLeft = secondsLeft;
        this.message = Objects.requireNonNull(message, "message");
    }

    /** An event of which the history is known, in a training of so many steps. */
    public Event(
            Kind kind, History history, int expectedSteps, double secondsLeft, String message) {
        this(kind, history, expectedSteps, Double.POSITIVE_INFINITY, secondsLeft, message);
    }

    /** An event of which the history is known, in a training that is planned for a time. */
    public Event(
            Kind kind,
            History history,
            int expectedSteps,
            double plannedSeconds,
            double secondsLeft,
            String message) {
        this(
                kind,
                history.steps().isEmpty() ? 0 : history.last().step(),
                () -> history,
                expectedSteps,
                plannedSeconds,
                secondsLeft,
                message);
    }

    /** Returns what happened. */
    public Kind kind() {
        return kind;
    }

    /** Returns the number of the last step, counted from 1 since the model was built. */
    public int step() {
        return step;
    }

    /** Returns everything up to this event, of earlier trainings of the same model too. */
    public synchronized History history() {
        if (history == null) {
            history = course.get();
        }
        return history;
    }

    /** Returns the number that the last step will probably have. */
    public int expectedSteps() {
        return expectedSteps;
    }

    /** Returns how long the training is to take, in seconds; infinite where the plan counts steps. */
    public double plannedSeconds() {
        return plannedSeconds;
    }

    /**
     * Returns an estimate of the time until the end that was planned, in seconds; NaN before the tenth
     * step where the plan counts steps.
     */
    public double secondsLeft() {
        return secondsLeft;
    }

    /** Returns words for the reader, such as what to lower when it takes long; mostly empty. */
    public String message() {
        return message;
    }
}
