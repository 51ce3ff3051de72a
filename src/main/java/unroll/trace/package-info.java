/**
 * What a run or a model did, as plain values.
 *
 * <p>Everything here is a record of numbers and words: it can be printed, compared, plotted and
 * tested without an engine. {@link unroll.trace.History} is the course of a training, {@link
 * unroll.trace.EngineReport} says what computed it.
 */
package unroll.trace;
