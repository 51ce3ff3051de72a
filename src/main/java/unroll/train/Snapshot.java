package unroll.train;

import java.util.Map;
import unroll.layer.Tensor;
import unroll.model.OptimizerState;
import unroll.model.Use;

/**
 * Weights and optimizer as they were after some step, to fall back on.
 *
 * @param step the step
 * @param weights copies of the weights by name
 * @param optimizer what the optimizer remembered
 */
record Snapshot(int step, Map<String, Tensor> weights, OptimizerState optimizer) {

    static Snapshot of(int step, Use<?> use, Descent descent) {
        return new Snapshot(step, use.model().weights(), descent.state());
    }

    /** Brings weights and optimizer back; returns the step. */
    int restore(Use<?> use, Descent descent) {
        use.restore(weights);
        descent.restore(optimizer);
        return step;
    }
}
