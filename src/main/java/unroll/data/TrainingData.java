package unroll.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Sequences in the order in which a training takes them.
 *
 * @param <B> what the model learns from in one step
 */
public interface TrainingData<B extends Batch> {

    /**
     * Returns sequences from anywhere in the training part.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1
     */
    B draw(int batch, RandomGenerator random);

    /**
     * Returns how many batches one pass over the training part has.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1 or the data too few for it
     */
    int stepsPerEpoch(int batch);

    /**
     * Returns one pass over the training part; its batches are made when they are asked for.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1 or the data too few for it
     */
    List<B> epoch(int batch, RandomGenerator random);

    /**
     * Returns the validation part, in an order that is always the same; empty if there is none.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1
     */
    List<B> validation(int batch);

    /** Returns how many places the longest sequence of a batch can have, validation included. */
    default int longest() {
        return draw(1, new SplittableRandom(0)).length();
    }

    /**
     * Returns whether row r of a batch of an epoch goes on where row r of the batch before ended, so
     * that a training keeps the memory between them and clears it when an epoch begins.
     */
    default boolean carriesState() {
        return false;
    }

    /**
     * Returns the loss of a guess that knows how often each answer occurs in the training part and
     * nothing else; for tokens that is the entropy of their frequencies, in nats.
     */
    double letterGuess();

    /** Returns what the reader should know about these data, in sentences; often none. */
    default List<String> notes() {
        return List.of();
    }
}
