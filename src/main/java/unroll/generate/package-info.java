/**
 * Texts written by a model, one token at a time.
 *
 * <p>{@code Generation} chooses tokens, a {@link unroll.generate.Grammar} keeps them
 * to a language, {@code Memorisation} tells whether the result was copied.
 */
package unroll.generate;
