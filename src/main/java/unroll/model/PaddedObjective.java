package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import unroll.data.PaddedBatch;
import unroll.layer.CrossEntropy;
import unroll.layer.Objective;

/** The right class of every sequence, or of every place that is not padding. */
record PaddedObjective(PaddedBatch batch) implements Objective {

    @Override
    public NDList inputs(NDManager manager) {
        NDArray ids = manager.create(batch.inputs(), new Shape(batch.size(), batch.length()));
        return new NDList(ids, manager.create(batch.lengths()));
    }

    @Override
    public NDArray loss(NDArray outputs, NDManager manager) {
        int answers = batch.targets().length / batch.size(); // 1 or T
        Shape shape = new Shape(batch.size(), answers);
        long classes = outputs.getShape().get(outputs.getShape().dimension() - 1);
        return CrossEntropy.mean(
                outputs.reshape(batch.size(), answers, classes),
                manager.create(batch.targets(), shape),
                manager.create(batch.weights(), shape));
    }
}
