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
import java.util.Locale;
import java.util.Optional;
import unroll.layer.EmbeddingBlock;
import unroll.layer.Lengths;
import unroll.layer.LinearBlock;
import unroll.layer.Pooling;

/**
 * Embedding, body and head over texts of different lengths.
 *
 * <pre>
 *   x = embedding(ids)          ids (B, T)      x (B, T, E)
 *   y = body(x, lengths)                        y (B, T, W)
 *   p = pooling(y, lengths)                     p (B, W)         if there is a pooling
 *   z = head(p)  or  head(y)                    z (B, C)  or  (B, T, C)
 * </pre>
 *
 * <p>Takes {@code [ids (B, T), lengths (B)]}, int32, returns {@code [z]}.
 */
final class SequenceBlock extends AbstractBlock {
    private final Block embedding;
    private final Block body;
    private final Block head;
    private final Optional<Pooling> pooling;
    private final boolean bothWays;

    SequenceBlock(Reading sizes, Optional<Pooling> pooling, long seed) {
        int width = sizes.embedding();
        Body reader = sizes.body();
        this.embedding =
                addChildBlock("embedding", new EmbeddingBlock(sizes.tokens(), width, seed));
        this.body = addChildBlock("body", reader.block(width, seed));
        this.head = addChildBlock("head", new LinearBlock(reader.width(), sizes.outputs(), seed));
        this.pooling = pooling;
        this.bothWays = reader.bidirectional();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList in, boolean training, PairList<String, Object> params) {
        if (in.size() != 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the block takes [ids (B, T), lengths (B)], got %d arrays",
                            in.size()));
        }
        NDArray ids = in.head();
        NDArray x = embedding.forward(store, new NDList(ids), training).head(); // (B, T, E)
        Lengths lengths = Lengths.of(in.get(1), ids);
        NDArray y = body.forward(store, new NDList(x), training, lengths.asOption()).head();
        NDArray p = pooling.map(way -> way.apply(y, lengths, bothWays)).orElse(y);
        return head.forward(store, new NDList(p), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape[] shapes = {inputs[0]};
        for (Block child : getChildren().values()) {
            child.initialize(manager, type, shapes);
            shapes = new Shape[] {child.getOutputShapes(shapes)[0]};
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape x = embedding.getOutputShapes(new Shape[] {inputs[0]})[0];
        Shape y = body.getOutputShapes(new Shape[] {x})[0];
        Shape p = pooling.isPresent() ? new Shape(y.get(0), y.get(2)) : y;
        return head.getOutputShapes(new Shape[] {p});
    }
}
