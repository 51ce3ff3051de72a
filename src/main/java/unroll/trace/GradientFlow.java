package unroll.trace;

import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How much of the error at the end of a sequence reaches each earlier state.
 *
 * <p>The number of step t is |dL/dh_t|, the length of the gradient of the last step's loss with
 * respect to the state after step t. It shrinks or grows by about the same factor per step (Bengio
 * and others 1994).
 *
 * @param name of the model
 * @param norms one per step, from the first to the last, length T
 */
@SuppressWarnings("ArrayRecordComponent") // copied at both doors; equality is by content
public record GradientFlow(String name, double[] norms) {

    /**
     * Checks and copies the numbers.
     *
     * @throws IllegalArgumentException if there are none, or one is negative; infinite and NaN may
     *     come of an explosion and are kept
     */
    public GradientFlow {
        Rows.given("name of a gradient flow", name);
        norms = Rows.given("lengths of a gradient flow", norms).clone();
        if (norms.length == 0) {
            throw new IllegalArgumentException("gradient flow of " + name + ": no step was traced");
        }
        for (int t = 0; t < norms.length; t++) {
            if (norms[t] < 0) {
                throw new IllegalArgumentException(
                        Rows.format(
                                "gradient flow of %s: the length at step %d is %s, expected 0 or more",
                                name, t, norms[t]));
            }
        }
    }

    /** Returns a copy of the lengths, from the first step to the last. */
    @Override
    public double[] norms() {
        return norms.clone();
    }

    /** Returns the lengths by distance: item d is that of the state d steps before the loss. */
    public double[] byDistance() {
        double[] reversed = new double[norms.length];
        for (int d = 0; d < norms.length; d++) {
            reversed[d] = norms[norms.length - 1 - d];
        }
        return reversed;
    }

    /**
     * Returns by which factor the gradient changes per step back in time, in the geometric mean:
     * (|dL/dh_0| / |dL/dh_T-1|)^(1/(T-1)); below 1 it vanishes, above 1 it explodes.
     */
    public double factor() {
        return Math.pow(norms[0] / norms[norms.length - 1], 1.0 / Math.max(1, norms.length - 1));
    }

    /** Returns one row per step, from the loss backwards. */
    public Table table() {
        IntColumn distance = IntColumn.create("distance");
        IntColumn step = IntColumn.create("step");
        DoubleColumn norm = DoubleColumn.create("gradient norm", byDistance());
        for (int d = 0; d < norms.length; d++) {
            distance.append(d);
            step.append(norms.length - 1 - d);
        }
        return Table.create("gradient flow of " + name, distance, step, norm);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GradientFlow that
                && name.equals(that.name)
                && Arrays.equals(norms, that.norms);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(norms);
    }

    @Override
    public String toString() {
        return Rows.format(
                "gradient flow of %s: %.3g at the loss, %.3g %s before, factor %.3f per step",
                name,
                norms[norms.length - 1],
                norms[0],
                Rows.count(norms.length - 1, "step", "steps"),
                factor());
    }
}
