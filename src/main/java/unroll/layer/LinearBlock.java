package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Locale;

/**
 * A matrix and a bias over the last axis.
 *
 * <pre>
 *   y = x weight^T + bias                            weight (out, in), bias (out)
 * </pre>
 *
 * <p>Takes {@code [x (..., in)]} with one to four axes, returns {@code [y (..., out)]}. Initial
 * values are uniform in ±1/sqrt(in), as {@code nn.Linear}'s.
 */
public final class LinearBlock extends AbstractBlock {
    private final int in;
    private final int out;
    private final Parameter weight;
    private final Parameter bias;

    public LinearBlock(int in, int out, long seed) {
        this.in = Require.positive("in", in);
        this.out = Require.positive("out", out);
        weight = addParameter(parameter("weight", Parameter.Type.WEIGHT, seed));
        bias = addParameter(parameter("bias", Parameter.Type.BIAS, seed));
        weight.setShape(new Shape(out, in));
        bias.setShape(new Shape(out));
    }

    private Parameter parameter(String name, Parameter.Type type, long seed) {
        double bound = 1 / Math.sqrt(in);
        return Drawn.parameter(
                name,
                type,
                shape ->
                        Drawn.uniform(
                                shape, bound, Drawn.generator(seed, "linear." + name, shape)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList arrays,
            boolean training,
            PairList<String, Object> params) {
        Require.initialised("LinearBlock", this);
        Require.count("LinearBlock", "[x]", 1, 1, arrays);
        NDArray x = arrays.head();
        String expected = String.format(Locale.ROOT, "(..., %d)", in);
        Require.array("LinearBlock input x", x, 1, 4, expected);
        Require.floats("LinearBlock input x", x);
        Require.width("LinearBlock input x", x.getShape(), in, expected);
        if (x.size() == 0) {
            return new NDList(x.getManager().create(getOutputShapes(arrays.getShapes())[0]));
        }
        return Linear.linear(
                x,
                store.getValue(weight, x.getDevice(), training),
                store.getValue(bias, x.getDevice(), training));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0].slice(0, inputs[0].dimension() - 1).add(out)};
    }
}
