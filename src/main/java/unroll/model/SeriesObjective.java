package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import unroll.data.SeriesBatch;
import unroll.layer.ForecastLoss;
import unroll.layer.Objective;

/** The values that followed each window. */
record SeriesObjective(SeriesBatch batch, List<Double> quantiles) implements Objective {

    @Override
    public NDList inputs(NDManager manager) {
        long series = batch.inputs().length / batch.tokens();
        Shape shape = new Shape(batch.size(), batch.length(), series);
        return new NDList(manager.create(batch.inputs(), shape));
    }

    @Override
    public NDArray loss(NDArray outputs, NDManager manager) {
        long values = batch.targets().length / batch.size(); // N S
        NDArray targets = manager.create(batch.targets(), new Shape(batch.size(), values));
        NDArray forecast = outputs.reshape(batch.size(), values, Math.max(1, quantiles.size()));
        return ForecastLoss.mean(forecast, targets, quantiles);
    }
}
