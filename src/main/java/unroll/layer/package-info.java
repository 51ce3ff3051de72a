/**
 * The blocks that models are made of, as honest DJL blocks: each trains in DJL's own Trainer too.
 *
 * <p>Most users need {@link unroll.layer.LstmBlock}, {@link unroll.layer.GruBlock} or {@link
 * unroll.layer.RnnBlock} (the engine's fused operator), their readable twin {@link
 * unroll.layer.UnrolledBlock} with the single steps {@link unroll.layer.RnnCell}, {@link
 * unroll.layer.LstmCell}, {@link unroll.layer.GruCell}, and {@link unroll.layer.EmbeddingBlock},
 * {@link unroll.layer.LinearBlock}. {@link unroll.layer.Weights} says how initial values are drawn;
 * {@link unroll.layer.BlockWeights} and {@link unroll.layer.WeightsFile} carry weights out of a
 * block, into a file and back.
 *
 * <p>Letters: B batch, T time, V vocabulary, E width of the input, H hidden, L layers, D
 * directions. Parameters have PyTorch's names and layout. Every shape, width and token id is checked in Java
 * before the engine is called, so the message is the same on both engines.
 *
 * <p>Memory: a block creates its result in the manager of its input. Use one sub-manager per step,
 * create the inputs in it and close it afterwards; carry states over a step with {@code
 * stopGradient()} attached to a manager of their own.
 */
package unroll.layer;
