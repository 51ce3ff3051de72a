package unroll.data;

import java.util.List;
import java.util.random.RandomGenerator;

/** Sequences of tokens in the order in which a training takes them. */
public interface TokenData {

    /**
     * Returns sequences that begin anywhere in the training part.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1
     */
    TokenBatch draw(int batch, RandomGenerator random);

    /**
     * Returns how many batches one pass over the training part has.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1 or the text too short for it
     */
    int stepsPerEpoch(int batch);

    /**
     * Returns one pass over the training part; its batches are made when they are asked for.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1 or the text too short for it
     */
    List<TokenBatch> epoch(int batch, RandomGenerator random);

    /**
     * Returns the validation part in consecutive sequences that do not overlap, each to be read from
     * zero state; a rest shorter than a sequence is left out. Empty if there is no validation part.
     *
     * @throws IllegalArgumentException if {@code batch} is below 1
     */
    List<TokenBatch> validation(int batch);

    /**
     * Returns whether row r of a batch of an epoch goes on where row r of the batch before ended, so
     * that a training keeps the memory between them and clears it when an epoch begins.
     */
    boolean carriesState();

    /**
     * Returns the entropy of the token frequencies in the training part, in nats: the loss of a
     * guess that knows how often each token occurs and nothing else.
     */
    double letterGuess();

    /** Returns what the reader should know about these data, in sentences; often none. */
    List<String> notes();
}
