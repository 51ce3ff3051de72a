package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * One row of learned numbers per token.
 *
 * <pre>
 *   y[b, t, :] = weight[ids[b, t], :]                weight (V, E)
 * </pre>
 *
 * <p>Takes {@code [ids]} of shape (B) or (B, T), int32 or int64, and returns {@code [y]} with one
 * axis of length E more. Every id is checked, since MXNet would silently take the last row for one
 * outside. Initial values are standard normal, as {@code nn.Embedding}'s.
 */
public final class EmbeddingBlock extends AbstractBlock {
    private final int vocabulary;
    private final int width;
    private final Parameter weight;

    public EmbeddingBlock(int vocabulary, int width, long seed) {
        this.vocabulary = Require.positive("vocabulary", vocabulary);
        this.width = Require.positive("width", width);
        weight =
                addParameter(
                        Drawn.parameter(
                                "weight",
                                Parameter.Type.WEIGHT,
                                shape ->
                                        Drawn.normal(
                                                shape, Drawn.generator(seed, "embedding", shape))));
        weight.setShape(new Shape(vocabulary, width));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList in, boolean training, PairList<String, Object> params) {
        Require.initialised("EmbeddingBlock", this);
        Require.count("EmbeddingBlock", "[ids]", 1, 1, in);
        NDArray ids = in.head();
        Require.array("EmbeddingBlock input ids", ids, 1, 2, "(batch) or (batch, time)");
        if (ids.size() == 0) {
            return new NDList(ids.getManager().create(ids.getShape().add(width)));
        }
        Require.ids("token", ids, vocabulary);
        NDArray rows = store.getValue(weight, ids.getDevice(), training);
        return Embedding.embedding(ids, rows, SparseFormat.DENSE);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0].add(width)};
    }
}
