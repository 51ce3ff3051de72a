package unroll.train;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import unroll.UnrollException;
import unroll.data.Batch;
import unroll.data.TrainingData;
import unroll.engine.Engines;
import unroll.model.OptimizerState;
import unroll.model.Use;
import unroll.trace.History;
import unroll.trace.History.Stop;
import unroll.trace.History.Stop.Reason;

/** One training from its first step to its stop. */
final class Run<B extends Batch> implements AutoCloseable {
    /** Steps between two copies of the weights to fall back on. */
    private static final int SNAPSHOT_EVERY = 100;

    /** A plan of minutes in which there is time for fewer was made for a faster machine. */
    private static final int FEW = 20;

    private static final String CROWDED =
            ", which are few: lower the sizes or plan more minutes; where other programs keep the"
                    + " cores busy, start with OMP_NUM_THREADS=1";

    private final Use<B> use;
    private final TrainingData<B> data;
    private final Plan plan;
    private final List<Progress> listeners;
    private final Descent descent;
    private final Feed<B> feed;
    private final Pace pace;
    private final Course course;
    private final List<String> notes = new ArrayList<>();
    private final int stepsBefore;
    private Snapshot good;
    private Snapshot best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int looksWithoutBest;
    private B newest;
    private boolean interrupted;
    private Reason reason = Reason.RUNNING;
    private String message = "";
    private int back;

    Run(Use<B> use, TrainingData<B> data, Plan plan, List<Progress> listeners) {
        this.use = use;
        this.data = data;
        this.plan = plan;
        this.listeners = listeners;
        this.stepsBefore = use.model().steps();
        this.feed = new Feed<>(data, plan);
        this.course =
                new Course(use.model().history(), use.model().blindGuess(), data.letterGuess());
        this.descent = new Descent(use.model().block(), plan.optimizer());
        this.pace = new Pace(plan, data);
    }

    private int step() {
        return stepsBefore + pace.taken();
    }

    History go() {
        begin();
        try {
            while (reason == Reason.RUNNING) {
                advance();
            }
            checkLastUpdate();
            validateAtEnd();
        } catch (EngineException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            String failed = "the engine failed in step " + (step() + 1) + ": " + first;
            throw new UnrollException(failed + "; the weights are those of step " + step(), e);
        } finally {
            if (reason == Reason.RUNNING) {
                stop(Reason.INTERRUPTED, "broken off by an error after step " + step());
                checkAfterError();
            }
            Stop stop = new Stop(reason, withNotes(message), back);
            use.keep(step(), descent.state(), course.history(stop).get());
        }
        History history = use.model().history();
        tell(Event.Kind.STOPPED, () -> history, history.stop().message());
        return history;
    }

    private void begin() {
        Optional<OptimizerState> earlier = use.optimizer();
        boolean goesOn = descent.goOn(earlier);
        if (stepsBefore > 0) {
            notes.add("went on from step " + stepsBefore);
        }
        if (earlier.isPresent() && !goesOn) {
            notes.add(plan.optimizer() + " started afresh after " + earlier.get().kind());
        }
        notes.addAll(data.notes());
        good = Snapshot.of(step(), use, descent);
        tell(Event.Kind.STARTED, String.join("; ", notes));
    }

    private void advance() {
        if (isInterrupted()) {
            stop(Reason.INTERRUPTED, "stopped by you at %s; run the cell again to go on", place());
        } else if (pace.isOver()) {
            finish();
        } else {
            descend();
        }
    }

    private void finish() {
        if (pace.byTime()) {
            stop(
                    Reason.TIME,
                    "the planned %s are over after %,d steps%s",
                    plan.length(),
                    pace.taken(),
                    pace.taken() < FEW ? CROWDED : "");
        } else {
            stop(Reason.FINISHED, "all planned %s taken", plan.length());
        }
    }

    private String place() {
        String of =
                pace.byTime() && plan.length().unit() == Plan.Length.Unit.MINUTES
                        ? ""
                        : String.format(Locale.ROOT, " of %,d", stepsBefore + pace.expectedSteps());
        return String.format(Locale.ROOT, "step %,d%s", step(), of);
    }

    private void descend() {
        int step = step() + 1;
        long began = System.nanoTime();
        B batch = feed.batch(step);
        if (feed.begins(step)) {
            descent.forgetText();
        }
        Engines.seedStep(feed.seedOf(step));
        double rate = plan.learningRate() * plan.schedule().factor(pace.taken() + 1, pace.done());
        Descent.Measure measure = descend(batch, rate);
        if (!measure.isFinite() || measure.loss() > course.exploded()) {
            fallBack(
                    String.format(
                            Locale.ROOT,
                            "the loss became %.4g and the gradient norm %.4g in step %d",
                            measure.loss(),
                            measure.norm(),
                            step));
            return;
        }
        newest = batch;
        pace.tick();
        double seconds = (System.nanoTime() - began) / 1e9;
        course.add(
                new History.Step(
                        step,
                        measure.loss(),
                        measure.norm(),
                        rate,
                        batch.tokens() / seconds,
                        pace.seconds()));
        if (plan.validateEvery() > 0 && pace.taken() % plan.validateEvery() == 0) {
            validate();
        }
        if (pace.taken() % SNAPSHOT_EVERY == 0 && measure.loss() < 2 * course.guess()) {
            good = Snapshot.of(step, use, descent);
        }
        tell(Event.Kind.STEPPED, pace.advice(batch.length()).orElse(""));
    }

    private Descent.Measure descend(B batch, double rate) {
        return descent.step(
                use.model().objective(batch),
                batch.size(),
                data.carriesState(),
                rate,
                plan.clipNorm());
    }

    private void fallBack(String what) {
        back = good.restore(use, descent);
        stop(
                Reason.NOT_A_NUMBER,
                "%s (loss before: %s); the weights of step %d are back; lower learningRate (now %s)"
                        + " or clipNorm (now %s)",
                what,
                course.lastLoss(),
                good.step(),
                plan.learningRate(),
                plan.clipNorm());
    }

    private void validate() {
        double loss = use.loss(data, plan.batch(), this::isInterrupted);
        if (Double.isNaN(loss)) {
            return; // nothing to validate on, or interrupted
        }
        if (Double.isInfinite(loss)) {
            fallBack("the validation loss became infinite by step " + step());
            return;
        }
        course.add(new History.Validation(step(), loss));
        looksWithoutBest++;
        if (loss < bestLoss) {
            bestLoss = loss;
            looksWithoutBest = 0;
            best = plan.patience() > 0 ? Snapshot.of(step(), use, descent) : null;
        } else if (plan.patience() > 0 && looksWithoutBest >= plan.patience()) {
            stopEarly();
        }
    }

    private void stopEarly() {
        back = best.restore(use, descent);
        stop(
                Reason.EARLY,
                "stopped early at step %d: %d looks without a validation loss below %.4f; the weights of"
                        + " step %d, which had it, are back",
                step(),
                looksWithoutBest,
                bestLoss,
                best.step());
    }

    /** A step checks the update before it, so the last one is checked here. */
    private void checkLastUpdate() {
        if (newest == null || reason == Reason.EARLY || reason == Reason.NOT_A_NUMBER) {
            return; // other weights are back
        }
        double loss = use.loss(newest);
        if (!Double.isFinite(loss) || loss > course.exploded()) {
            fallBack(
                    String.format(
                            Locale.ROOT,
                            "the loss became %.4g by step %d, the last",
                            loss,
                            step()));
        }
    }

    private void checkAfterError() {
        try {
            checkLastUpdate();
        } catch (EngineException e) {
            return; // the error that broke the training off says more
        }
    }

    private void validateAtEnd() {
        boolean whole = reason == Reason.FINISHED || reason == Reason.TIME;
        if (whole && pace.taken() > 0 && !course.isValidated(step())) {
            validate();
        }
    }

    /** Asks once and remembers, since asking clears the flag of the thread. */
    private boolean isInterrupted() {
        interrupted |= Thread.interrupted();
        return interrupted;
    }

    private void stop(Reason why, String format, Object... values) {
        reason = why;
        message = String.format(Locale.ROOT, format, values);
    }

    private String withNotes(String text) {
        return notes.isEmpty() ? text : text + " (" + String.join("; ", notes) + ")";
    }

    private void tell(Event.Kind kind, String words) {
        if (!listeners.isEmpty()) {
            var history = course.history(new Stop(Reason.RUNNING, "running: " + place()));
            tell(kind, history, words);
        }
    }

    private void tell(Event.Kind kind, Supplier<History> history, String words) {
        boolean over = kind == Event.Kind.STOPPED && reason != Reason.INTERRUPTED;
        int steps = stepsBefore + (over ? pace.taken() : pace.expectedSteps());
        Event event = new Event(kind, step(), history, steps, pace, words);
        listeners.forEach(listener -> listener.on(event));
    }

    @Override
    public void close() {
        descent.close();
    }
}
