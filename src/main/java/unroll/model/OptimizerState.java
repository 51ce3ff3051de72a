package unroll.model;

import java.util.Map;
import unroll.layer.Tensor;

/**
 * What an optimizer remembers between two trainings of a model.
 *
 * @param kind which optimizer, such as {@code ADAM}
 * @param updates how many updates it has made
 * @param tensors its running means, and the memory of a text that is read as streams, by name
 */
public record OptimizerState(String kind, long updates, Map<String, Tensor> tensors) {
    public OptimizerState {
        tensors = Map.copyOf(tensors);
    }
}
