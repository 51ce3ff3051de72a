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
import unroll.layer.Lengths;
import unroll.layer.LinearBlock;
import unroll.layer.Pooling;

/**
 * Body and head over windows of numbers.
 *
 * <pre>
 *   y = body(x)                 x (B, T, S)         y (B, T, W)
 *   p = y after the last time                       p (B, W)
 *   z = head(p)                                     z (B, N S Q)
 * </pre>
 *
 * <p>Takes {@code [x]}, returns {@code [z]}: for each step ahead, each series, each quantile.
 */
final class SeriesBlock extends AbstractBlock {
    private final Block body;
    private final Block head;
    private final boolean bothWays;

    SeriesBlock(int series, int outputs, Body reader, long seed) {
        this.body = addChildBlock("body", reader.block(series, seed));
        this.head = addChildBlock("head", new LinearBlock(reader.width(), outputs, seed));
        this.bothWays = reader.bidirectional();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList in, boolean training, PairList<String, Object> params) {
        NDArray x = in.singletonOrThrow();
        NDArray y = body.forward(store, new NDList(x), training).head(); // (B, T, W)
        NDArray p = Pooling.LAST.apply(y, Lengths.full(x), bothWays);
        return head.forward(store, new NDList(p), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        body.initialize(manager, type, inputs);
        head.initialize(manager, type, pooled(inputs));
    }

    private Shape pooled(Shape[] inputs) {
        Shape y = body.getOutputShapes(inputs)[0];
        return new Shape(y.get(0), y.get(2));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return head.getOutputShapes(new Shape[] {pooled(inputs)});
    }
}
