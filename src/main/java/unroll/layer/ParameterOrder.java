package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The order in which an engine's fused operator takes the weights of a stack.
 *
 * <p>PyTorch wants the four arrays of each layer and direction together; MXNet wants all matrices
 * first and then all biases. DJL's own blocks use a third order, which is why they are wrong when
 * stacked on MXNet and broken when bidirectional on PyTorch.
 */
final class ParameterOrder {

    private ParameterOrder() {}

    /** Reorders arrays given per layer and direction: weight_ih, weight_hh, bias_ih, bias_hh. */
    static NDList forEngineOf(NDArray x, NDList weights) {
        if (!"MXNet".equals(x.getManager().getEngine().getEngineName())) {
            return weights;
        }
        NDList matrices = new NDList(weights.size());
        NDList biases = new NDList(weights.size() / 2);
        for (int i = 0; i < weights.size(); i++) {
            (i % 4 < 2 ? matrices : biases).add(weights.get(i));
        }
        return matrices.addAll(biases);
    }
}
