package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * The loss of forecasting numbers.
 *
 * <pre>
 *   point:      L = mean of (y - z)^2
 *   quantiles:  L = mean over q of  q e + max(0, -e),   e = y - z_q       (Koenker and Bassett 1978)
 * </pre>
 *
 * <p>The second, the pinball loss, is smallest where a share q of all y lies below z_q.
 */
public final class ForecastLoss {
    private ForecastLoss() {}

    /**
     * Returns L as an array without axes.
     *
     * @param forecast z (B, N, Q); with quantiles, one number for each of them
     * @param targets y (B, N)
     * @param quantiles in (0, 1), Q of them; empty for a point forecast, where Q is 1
     */
    public static NDArray mean(NDArray forecast, NDArray targets, List<Double> quantiles) {
        long answers = Math.max(1, quantiles.size());
        Require.array("ForecastLoss forecast", forecast, 3, 3, "(batch, values, quantiles)");
        Require.array("ForecastLoss targets", targets, 2, 2, "(batch, values)");
        Require.exactly(
                "ForecastLoss forecast", targets.getShape().add(answers), forecast.getShape());
        NDArray e = targets.expandDims(2).sub(forecast); // (B, N, Q)
        if (quantiles.isEmpty()) {
            return e.square().mean();
        }
        NDManager manager = e.getManager();
        float[] levels = new float[quantiles.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = quantiles.get(i).floatValue();
        }
        NDArray q = manager.create(levels, new Shape(1, 1, levels.length));
        return e.mul(q).add(e.neg().getNDArrayInternal().relu()).mean();
    }
}
