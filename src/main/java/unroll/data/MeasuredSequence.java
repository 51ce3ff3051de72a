package unroll.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * Several numbers at each step, and one number to be told at the end.
 *
 * @param steps the numbers at each step                  // (T, C)
 * @param target what the sequence amounts to
 */
@SuppressWarnings("ArrayRecordComponent") // a model takes flat arrays; boxing would cost more
public record MeasuredSequence(double[][] steps, double target) {

    public MeasuredSequence {
        if (steps.length == 0 || steps[0].length == 0) {
            throw new IllegalArgumentException("a sequence needs at least one step of one number");
        }
        for (int t = 0; t < steps.length; t++) {
            if (steps[t].length != steps[0].length) {
                throw new IllegalArgumentException(
                        String.format(
                                Locale.ROOT,
                                "step %d has %d numbers, step 0 has %d; every step needs as many",
                                t,
                                steps[t].length,
                                steps[0].length));
            }
        }
        steps = Arrays.stream(steps).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns how many steps there are: T. */
    public int length() {
        return steps.length;
    }
}
