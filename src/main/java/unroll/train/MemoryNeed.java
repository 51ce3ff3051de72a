package unroll.train;

import java.util.Locale;
import unroll.UnrollException;
import unroll.data.Batch;
import unroll.data.TrainingData;
import unroll.engine.Engines;
import unroll.engine.HostMemory;
import unroll.model.TaskModel;

/**
 * An estimate of the memory that a training takes beyond the model itself.
 *
 * @param fixed bytes for gradients, the optimizer and copies to fall back on
 * @param perSequence bytes for what is kept of each sequence of a batch until the way back
 * @param longest places of the longest sequence there can be, to which others are padded
 * @param batch sequences per step
 */
record MemoryNeed(long fixed, long perSequence, int longest, int batch) {
    /** Gradient, two running means, a copy of weights and means, room to compute. */
    private static final int COPIES = 8;

    static <B extends Batch> MemoryNeed of(TaskModel<B> model, TrainingData<B> data, Plan plan) {
        int longest = data.longest();
        return new MemoryNeed(
                COPIES * 4 * model.parameters(),
                4 * model.numbersPerToken() * longest,
                longest,
                plan.batch());
    }

    long bytes() {
        return fixed + perSequence * batch;
    }

    /** Refuses what does not fit, with the batch that would. */
    void require() {
        if (!Engines.device().isGpu()) {
            require(HostMemory.available());
        }
    }

    void require(long free) {
        double safe = HostMemory.SAFE_SHARE * free;
        if (bytes() <= safe) {
            return;
        }
        long fitting = (long) ((safe - fixed) / perSequence);
        throw new UnrollException(
                String.format(
                        Locale.ROOT,
                        "this training needs about %.1f GB for sequences of up to %,d places, %.1f GB are"
                                + " free; %s",
                        bytes() / 1e9,
                        longest,
                        free / 1e9,
                        fitting >= 1
                                ? "batch(" + fitting + ") instead of batch(" + batch + ") would fit"
                                : "shorten the longest sequence, or use a smaller body, embedding or window"));
    }
}
