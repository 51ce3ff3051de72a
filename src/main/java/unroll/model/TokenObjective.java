package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import unroll.data.TokenBatch;
import unroll.layer.CrossEntropy;
import unroll.layer.Objective;

/** The right next token at every place. */
record TokenObjective(TokenBatch batch) implements Objective {

    @Override
    public NDList inputs(NDManager manager) {
        return new NDList(manager.create(batch.inputs(), shape())); // (B, T)
    }

    @Override
    public NDArray loss(NDArray outputs, NDManager manager) {
        return CrossEntropy.mean(outputs, manager.create(batch.targets(), shape()));
    }

    private Shape shape() {
        return new Shape(batch.size(), batch.length());
    }
}
