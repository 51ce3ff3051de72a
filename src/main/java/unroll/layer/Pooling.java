package unroll.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;

/** How the answers at all places of a sequence become one answer; padding has no say in it. */
public enum Pooling {
    /**
     * What is known once all is read: the last place, and of a pass that read from the end the first.
     */
    LAST,
    /** The mean over the places: every place counts alike, also in long sequences. */
    MEAN,
    /** The largest value over the places, number by number: whether something occurs anywhere. */
    MAX;

    /** Low enough that no padding is ever the largest. */
    private static final float BELOW_ALL = 1e9f;

    /**
     * Returns one row for each sequence.
     *
     * @param y answers at all places (B, T, W)
     * @param lengths of the sequences
     * @param bothWays whether the second half of W comes from a pass that read from the end
     * @return (B, W)
     */
    public NDArray apply(NDArray y, Lengths lengths, boolean bothWays) {
        lengths.requireOf(y);
        return switch (this) {
            case LAST -> bothWays ? ends(y, lengths) : lengths.last(y);
            case MEAN -> {
                NDArray sum = y.mul(lengths.mask(y.getManager())).sum(new int[] {1});
                yield sum.div(lengths.counts(y.getManager()));
            }
            case MAX -> {
                NDArray padding = lengths.mask(y.getManager()).sub(1).mul(BELOW_ALL);
                yield y.add(padding).max(new int[] {1});
            }
        };
    }

    private static NDArray ends(NDArray y, Lengths lengths) {
        long width = y.getShape().get(2);
        NDIndex forwards = new NDIndex().addAllDim().addAllDim().addSliceDim(0, width / 2);
        NDIndex backwards = new NDIndex().addAllDim().addAllDim().addSliceDim(width / 2, width);
        NDList both = new NDList(lengths.last(y.get(forwards)), lengths.first(y.get(backwards)));
        return NDArrays.concat(both, 1);
    }
}
