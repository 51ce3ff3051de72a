/**
 * What a run or a model did, as plain values.
 *
 * <p>Everything here is a record of numbers and words: it can be printed, compared, plotted and
 * tested without an engine, and most give their numbers as a {@code table()}. {@link
 * unroll.trace.History} is the course of a training, {@link unroll.trace.AttentionMap}, {@link
 * unroll.trace.GateTrace} and {@link unroll.trace.GradientFlow} look into a model, {@link
 * unroll.trace.Confusion} and {@link unroll.trace.Forecast} judge it, {@link
 * unroll.trace.TokenVectors} and {@link unroll.trace.TokenScores} are numbers of tokens, {@link
 * unroll.trace.EngineReport} says what computed it.
 */
package unroll.trace;
