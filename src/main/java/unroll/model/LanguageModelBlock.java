package unroll.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import unroll.layer.EmbeddingBlock;
import unroll.layer.LinearBlock;

/**
 * Embedding, body and head in a row.
 *
 * <pre>
 *   x = embedding(ids)          ids (B, T)      x (B, T, E)
 *   y, states = body(x)                         y (B, T, W)
 *   z = head(y)                                 z (B, T, V)
 * </pre>
 *
 * <p>Takes {@code [ids]} or {@code [ids, states…]}, returns {@code [z, states…]}.
 */
final class LanguageModelBlock extends AbstractBlock {
    private final Block embedding;
    private final Block body;
    private final Block head;

    LanguageModelBlock(int vocabulary, int width, Body body, long seed) {
        this.embedding = addChildBlock("embedding", new EmbeddingBlock(vocabulary, width, seed));
        this.body = addChildBlock("body", body.block(width, seed));
        this.head = addChildBlock("head", new LinearBlock(body.width(), vocabulary, seed));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList in, boolean training, PairList<String, Object> params) {
        NDList x = embedding.forward(store, new NDList(in.head()), training); // (B, T, E)
        NDList y = body.forward(store, x.addAll(in.subNDList(1)), training, params);
        NDArray z = head.forward(store, new NDList(y.head()), training).head(); // (B, T, V)
        return new NDList(z).addAll(y.subNDList(1));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape[] shapes = inputs;
        for (Block child : getChildren().values()) {
            child.initialize(manager, type, shapes);
            shapes = new Shape[] {child.getOutputShapes(shapes)[0]};
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape[] x = embedding.getOutputShapes(new Shape[] {inputs[0]});
        Shape[] y = body.getOutputShapes(x);
        y[0] = head.getOutputShapes(new Shape[] {y[0]})[0];
        return y;
    }
}
