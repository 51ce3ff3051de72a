package unroll.train;

import unroll.data.Batch;
import unroll.data.TrainingData;
import unroll.model.TaskModel;
import unroll.trace.History;

/**
 * A model with what it learns from.
 *
 * @param scale answers of a sequence over those of them that need memory: the loss is told for these
 */
record MemoryLesson<B extends Batch>(TaskModel<B> model, TrainingData<B> data, double scale)
        implements AutoCloseable {
    private static final int LOOK_EVERY = 100;

    /** What a training came to: its steps, and the lowest loss on unseen sequences. */
    record Outcome(int steps, double loss) {}

    /** Trains until a look at unseen sequences finds the task solved, or all steps are taken. */
    Outcome learn(double rate, int steps, double solved, int seed) {
        Plan plan =
                Plan.ofSteps(LOOK_EVERY)
                        .batch(32)
                        .learningRate(rate)
                        .clipNorm(1)
                        .validateEvery(0)
                        .seed(seed);
        double best = model.loss(data) * scale;
        while (model.steps() < steps && best > solved) {
            History history = Training.run(model, data, plan);
            if (history.stop().reason() == History.Stop.Reason.NOT_A_NUMBER) {
                break; // the weights before are back; their loss is known
            }
            best = Math.min(best, history.loss() * scale);
        }
        return new Outcome(model.steps(), best);
    }

    @Override
    public void close() {
        model.close();
    }
}
