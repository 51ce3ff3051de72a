package unroll.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import unroll.data.Batch;
import unroll.data.TrainingData;

/**
 * Which sequences belong to which step.
 *
 * <p>A batch depends on the seed and the number of its step alone, so that a training that goes on
 * takes what an uninterrupted one would have taken.
 */
final class Feed<B extends Batch> {
    private final TrainingData<B> data;
    private final int batch;
    private final long seed;
    private final boolean inOrder;
    private int epoch = -1;
    private List<B> batches = List.of();

    Feed(TrainingData<B> data, Plan plan) {
        this.data = data;
        this.batch = plan.batch();
        this.seed = plan.seed();
        this.inOrder = data.carriesState() || plan.length().unit() == Plan.Length.Unit.EPOCHS;
    }

    /** Returns the batch of a step, counted from 1. */
    B batch(int step) {
        if (!inOrder) {
            return data.draw(batch, random(step));
        }
        int perEpoch = data.stepsPerEpoch(batch);
        int pass = (step - 1) / perEpoch;
        if (pass != epoch) {
            batches = data.epoch(batch, random(pass));
            epoch = pass;
        }
        return batches.get((step - 1) % perEpoch);
    }

    /** Returns whether a pass over the text begins with this step. */
    boolean begins(int step) {
        return inOrder && (step - 1) % data.stepsPerEpoch(batch) == 0;
    }

    private RandomGenerator random(int number) {
        return new SplittableRandom(seedOf(number));
    }

    /** Returns a seed for the numbers that a step draws. */
    long seedOf(int step) {
        return new SplittableRandom(seed).nextLong() + step;
    }
}
