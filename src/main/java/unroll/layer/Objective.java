package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * What a block should do better on one batch: the arrays it reads and the loss of what it answers.
 *
 * <p>A training and a validation both ask it, so that they cannot differ.
 */
public interface Objective {

    /** Returns what the block takes, without states of a text before; made in {@code manager}. */
    NDList inputs(NDManager manager);

    /**
     * Returns the mean loss as an array without axes.
     *
     * @param outputs what the block answered, without states
     * @param manager where the right answers are made
     */
    NDArray loss(NDArray outputs, NDManager manager);
}
