package unroll.train;

import java.util.Locale;
import java.util.Objects;

/**
 * How to train: for how long, on how much at a time, and how fast.
 *
 * <pre>
 *   var plan = Plan.ofSteps(500).batch(32).learningRate(5e-3).clipNorm(5);
 * </pre>
 *
 * @param length how long
 * @param batch sequences that are learnt from at once
 * @param learningRate size of a step, above 0
 * @param clipNorm longest gradient over all weights together; a longer one is shortened to this
 *     length (Pascanu and others 2013); {@code Double.POSITIVE_INFINITY} leaves it as it is
 * @param optimizer how a gradient becomes a step
 * @param schedule how the learning rate changes
 * @param validateEvery steps between two looks at the validation part; 0 looks only at the end
 * @param patience looks without a new best validation loss before the training stops early and gives
 *     back its best weights; 0 never stops early
 * @param seed decides which sequences are drawn, and in dropout which numbers are left out
 */
public record Plan(
        Length length,
        int batch,
        double learningRate,
        double clipNorm,
        Optimizer optimizer,
        Schedule schedule,
        int validateEvery,
        int patience,
        long seed) {

    /**
     * How long a training takes.
     *
     * @param unit what is counted
     * @param amount how many
     */
    public record Length(Unit unit, double amount) {

        /** What the length of a training is counted in. */
        public enum Unit {
            STEPS,
            EPOCHS,
            MINUTES
        }

        @Override
        public String toString() {
            boolean whole = amount == Math.rint(amount);
            String number = whole ? Long.toString((long) amount) : Double.toString(amount);
            String name = unit.name().toLowerCase(Locale.ROOT);
            return number + " " + (amount == 1 ? name.substring(0, name.length() - 1) : name);
        }
    }

    public Plan {
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(schedule, "schedule");
        if (!(length.amount() > 0 && length.amount() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a training needs more than 0 and finitely many %s, got %s; try ofSteps(500)",
                            length.unit().name().toLowerCase(Locale.ROOT),
                            length.amount()));
        }
        if (batch < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "batch must be 1 or more, got %d; try 32", batch));
        }
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "learningRate must be above 0 and finite, got %s; try 3e-3",
                            learningRate));
        }
        if (!(clipNorm > 0)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "clipNorm must be above 0, got %s; clipNorm(Double.POSITIVE_INFINITY) never clips",
                            clipNorm));
        }
        if (validateEvery < 0) {
            throw new IllegalArgumentException(
                    "validateEvery must be 0 (only at the end) or more, got " + validateEvery);
        }
        if (patience < 0) {
            throw new IllegalArgumentException(
                    "patience must be 0 (never stop early) or more, got " + patience);
        }
        if (patience > 0 && validateEvery == 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "patience(%d) needs validation on the way; add validateEvery(50)",
                            patience));
        }
    }

    /** Plans this many updates, each on sequences from anywhere in the training part. */
    public static Plan ofSteps(int steps) {
        return of(Length.Unit.STEPS, steps);
    }

    /** Plans this many passes over the training part, in random order. */
    public static Plan ofEpochs(double epochs) {
        return of(Length.Unit.EPOCHS, epochs);
    }

    /**
     * Plans training for this long, each step on sequences from anywhere in the training part.
     *
     * <p>How many steps that gives, the machine decides; lest a short text be learnt by heart, it
     * stops after five looks without a new best. {@code patience(0)} uses all the time.
     */
    public static Plan ofMinutes(double minutes) {
        return of(Length.Unit.MINUTES, minutes).patience(5);
    }

    private static Plan of(Length.Unit unit, double amount) {
        return new Plan(
                new Length(unit, amount),
                32,
                3e-3,
                5,
                Optimizer.adam(),
                Schedule.constant(),
                100,
                0,
                0);
    }

    /** Returns this plan with another number of sequences per step; usual are 16 to 64. */
    public Plan batch(int sequences) {
        return new Plan(
                length,
                sequences,
                learningRate,
                clipNorm,
                optimizer,
                schedule,
                validateEvery,
                patience,
                seed);
    }

    /** Returns this plan with another learning rate. */
    public Plan learningRate(double rate) {
        return new Plan(
                length, batch, rate, clipNorm, optimizer, schedule, validateEvery, patience, seed);
    }

    /** Returns this plan with another bound on the length of the gradient. */
    public Plan clipNorm(double norm) {
        return new Plan(
                length,
                batch,
                learningRate,
                norm,
                optimizer,
                schedule,
                validateEvery,
                patience,
                seed);
    }

    /** Returns this plan with another optimizer. */
    public Plan optimizer(Optimizer other) {
        return new Plan(
                length,
                batch,
                learningRate,
                clipNorm,
                other,
                schedule,
                validateEvery,
                patience,
                seed);
    }

    /** Returns this plan with another course of the learning rate. */
    public Plan schedule(Schedule other) {
        return new Plan(
                length,
                batch,
                learningRate,
                clipNorm,
                optimizer,
                other,
                validateEvery,
                patience,
                seed);
    }

    /**
     * Returns this plan looking at the validation part every so many steps; one that looks only at
     * the end (0) has no patience either.
     */
    public Plan validateEvery(int steps) {
        int looks = steps == 0 ? 0 : patience;
        return new Plan(
                length, batch, learningRate, clipNorm, optimizer, schedule, steps, looks, seed);
    }

    /** Returns this plan stopping after so many looks without a new best. */
    public Plan patience(int looks) {
        return new Plan(
                length,
                batch,
                learningRate,
                clipNorm,
                optimizer,
                schedule,
                validateEvery,
                looks,
                seed);
    }

    /** Returns this plan with another seed. */
    public Plan seed(long number) {
        return new Plan(
                length,
                batch,
                learningRate,
                clipNorm,
                optimizer,
                schedule,
                validateEvery,
                patience,
                number);
    }
}
