package unroll.model;

import java.util.Map;
import java.util.function.Function;
import unroll.layer.Tensor;

/**
 * Keeps the stepper of the newest weights, since preparing one costs as much as some hundred tokens.
 *
 * <p>The weights themselves are compared, not a count of trainings: whoever holds the block can change
 * them.
 */
final class LastStepper {
    private final Function<Map<String, Tensor>, Stepper> preparation;
    private Map<String, Tensor> weights = Map.of();
    private Stepper stepper;

    LastStepper(Function<Map<String, Tensor>, Stepper> preparation) {
        this.preparation = preparation;
    }

    /** Returns a stepper with these weights, the same as last time if they are the same. */
    synchronized Stepper of(Map<String, Tensor> now) {
        if (stepper == null || !weights.equals(now)) {
            stepper = preparation.apply(now);
            weights = now;
        }
        return stepper;
    }
}
