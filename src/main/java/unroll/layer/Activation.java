package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.recurrent.RNN;

/** How a plain recurrent cell squashes its new memory. */
public enum Activation {
    /** Hyperbolic tangent, between -1 and 1. */
    TANH,
    /** Negative values become zero; pairs with the identity start (Le, Jaitly and Hinton 2015). */
    RELU;

    NDArray apply(NDArray array) {
        return this == TANH ? array.tanh() : array.getNDArrayInternal().relu();
    }

    RNN.Activation ofEngine() {
        return this == TANH ? RNN.Activation.TANH : RNN.Activation.RELU;
    }
}
