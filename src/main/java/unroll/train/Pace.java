package unroll.train;

import java.util.Locale;
import java.util.Optional;
import unroll.data.TrainingData;

/** How long a training takes: what is done, what is left, and what to lower when it is much. */
final class Pace {
    private static final int STEPS_TO_JUDGE = 10;
    private static final double LONG_SECONDS = 180;

    private final Plan plan;
    private final double steps; // planned; infinite if minutes are
    private final double seconds; // planned; infinite if steps are
    private final long start = System.nanoTime();
    private long afterFirst;
    private int taken;

    Pace(Plan plan, TrainingData<?> data) {
        this.plan = plan;
        double amount = plan.length().amount();
        this.steps =
                switch (plan.length().unit()) {
                    case STEPS -> amount;
                    case EPOCHS -> Math.ceil(amount * data.stepsPerEpoch(plan.batch()));
                    case MINUTES -> Double.POSITIVE_INFINITY;
                };
        this.seconds =
                plan.length().unit() == Plan.Length.Unit.MINUTES
                        ? amount * 60
                        : Double.POSITIVE_INFINITY;
    }

    /** Notes that a step was taken. */
    void tick() {
        taken++;
        if (taken == 1) {
            afterFirst = System.nanoTime(); // the first step also warms up
        }
    }

    int taken() {
        return taken;
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    boolean isOver() {
        return taken >= steps || seconds() >= seconds;
    }

    boolean byTime() {
        return taken < steps;
    }

    /** Returns the share of the plan that is done, in [0, 1]. */
    double done() {
        return Math.min(1, Math.max(taken / steps, seconds() / seconds));
    }

    private double secondsPerStep() {
        return taken < 2 ? Double.NaN : (System.nanoTime() - afterFirst) / 1e9 / (taken - 1);
    }

    /** Returns how many steps there will be, as far as one can tell. */
    int expectedSteps() {
        if (Double.isFinite(steps)) {
            return (int) Math.min(steps, Integer.MAX_VALUE);
        }
        double more = Math.max(0, seconds - seconds()) / secondsPerStep();
        return Double.isFinite(more) ? (int) Math.min(taken + more, Integer.MAX_VALUE) : taken;
    }

    /** Returns how long it is to take; infinite if steps are planned. */
    double plannedSeconds() {
        return seconds;
    }

    /** Returns how long the rest will take; where steps are planned, NaN before the tenth. */
    double secondsLeft() {
        if (Double.isInfinite(steps)) {
            return Math.max(0, seconds - seconds());
        }
        if (taken < STEPS_TO_JUDGE) {
            return Double.NaN;
        }
        return Math.max(0, steps - taken) * secondsPerStep();
    }

    /** Returns what to lower, once, if it turns out that the plan takes long. */
    Optional<String> advice(int window) {
        if (taken != STEPS_TO_JUDGE || !Double.isFinite(steps) || secondsLeft() < LONG_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "about %.0f minutes left at %.2f s per step; to be done sooner, lower the width"
                                + " or layers of the body, batch (%d) or the window (%d), plan fewer"
                                + " steps, or say Plan.ofMinutes(2)",
                        secondsLeft() / 60,
                        secondsPerStep(),
                        plan.batch(),
                        window));
    }
}
