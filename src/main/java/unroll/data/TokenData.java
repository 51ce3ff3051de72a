package unroll.data;

/**
 * Sequences of tokens, each to be predicted from those before it.
 *
 * <p>The training part is drawn from at any token. The validation part comes in consecutive sequences
 * that do not overlap, each to be read from zero state; a rest shorter than a sequence is left out.
 */
public interface TokenData extends TrainingData<TokenBatch> {}
