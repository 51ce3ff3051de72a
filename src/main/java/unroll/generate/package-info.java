/**
 * Texts written by a model, one token at a time.
 *
 * <p>{@link unroll.generate.Generation} chooses tokens, a {@link unroll.generate.Grammar} keeps them
 * to a language, {@link unroll.generate.Memorisation} tells whether the result was copied.
 */
package unroll.generate;
