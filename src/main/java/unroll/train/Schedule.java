package unroll.train;

/**
 * How the learning rate changes in the course of one training.
 *
 * <p>At step k (from 1), after the share p of the plan is done:
 *
 * <pre>
 *   rate     = learningRate * warm * fall
 *   warm     = min(1, k / warmup)
 *   constant : fall = 1
 *   linear   : fall = floor + (1 - floor) (1 - p)
 *   cosine   : fall = floor + (1 - floor) (1 + cos(pi p)) / 2        Loshchilov and Hutter 2017
 * </pre>
 *
 * <p>A training that goes on walks through its own schedule from the start.
 *
 * @param shape how the rate falls
 * @param warmup steps until the full rate is reached; 0 or 1 begins with it
 * @param floor share of the rate that is left at the end, in [0, 1]
 */
public record Schedule(Shape shape, int warmup, double floor) {

    /** The ways a rate falls. */
    public enum Shape {
        CONSTANT,
        LINEAR,
        COSINE
    }

    public Schedule {
        if (warmup < 0) {
            throw new IllegalArgumentException("warmup must be 0 steps or more, got " + warmup);
        }
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("floor must be from 0 to 1, got " + floor);
        }
    }

    /** Returns a rate that stays as it is. */
    public static Schedule constant() {
        return new Schedule(Shape.CONSTANT, 0, 0);
    }

    /** Returns a rate that falls to 0 along a line. */
    public static Schedule linear() {
        return new Schedule(Shape.LINEAR, 0, 0);
    }

    /** Returns a rate that falls to 0 along half a cosine: slowly, fast, slowly. */
    public static Schedule cosine() {
        return new Schedule(Shape.COSINE, 0, 0);
    }

    /** Returns this schedule with a rate that first rises for {@code steps} steps. */
    public Schedule warmup(int steps) {
        return new Schedule(shape, steps, floor);
    }

    /** Returns this schedule falling to {@code share} of the rate instead of to 0. */
    public Schedule floor(double share) {
        return new Schedule(shape, warmup, share);
    }

    /**
     * Returns by what the learning rate of the plan is multiplied.
     *
     * @param step number of the step in this training, from 1
     * @param done share of the plan that was done before it, in [0, 1]
     */
    public double factor(int step, double done) {
        double warm = warmup == 0 ? 1 : Math.min(1, step / (double) warmup);
        double fall =
                switch (shape) {
                    case CONSTANT -> 1;
                    case LINEAR -> 1 - done;
                    case COSINE -> (1 + Math.cos(Math.PI * done)) / 2;
                };
        return warm * (shape == Shape.CONSTANT ? 1 : floor + (1 - floor) * fall);
    }
}
