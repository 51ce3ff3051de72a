/**
 * Chooses and prepares the engine that computes: PyTorch by default, MXNet as the second.
 *
 * <p>{@link unroll.engine.Engines#prepare()} is called by everything that needs arrays and does its
 * work once; {@link unroll.engine.Inference} switches the recording of gradients off on the calling
 * thread.
 */
package unroll.engine;
