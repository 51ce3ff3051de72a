/**
 * Whether a model is any good: scores, and the simple things that it has to beat.
 *
 * <p>Scores take what was true and what was predicted as plain lists, so whatever predicts can be
 * scored. {@link unroll.evaluate.LabelScores} are for labels, {@link unroll.evaluate.NumberScores}
 * for numbers, {@link unroll.evaluate.TextScores} for written text, {@link
 * unroll.evaluate.TokenLosses} for the tokens of a language model; a {@link
 * unroll.evaluate.Bootstrap} says how sure they are. {@link unroll.evaluate.NgramClassifier}, {@link
 * unroll.evaluate.SeriesBaseline} and {@link unroll.evaluate.KneserNey} are baselines without a
 * network. Tribuo computes the scores of labels and trains the logistic regression.
 */
package unroll.evaluate;
