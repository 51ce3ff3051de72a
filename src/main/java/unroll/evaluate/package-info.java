/**
 * Whether a model is any good: scores, and the simple things that it has to beat.
 *
 * <pre>
 *   Report.compare(Map.of("LSTM", lstms), Map.of("bag of words", ngrams), Trial.ofTexts(test))
 * </pre>
 *
 * <p>A {@link unroll.evaluate.Report} tries models, trained with several seeds each, beside baselines
 * on a {@link unroll.evaluate.Trial} and says who wins, or that nobody does, or that the data are too
 * few. {@link unroll.evaluate.TextClassifier}, {@link unroll.evaluate.NgramClassifier}, {@link
 * unroll.evaluate.TokenTagger}, {@link unroll.evaluate.CrfTagger}, {@link
 * unroll.evaluate.SeriesBaseline} and {@link unroll.evaluate.KneserNey} are baselines without a
 * network.
 *
 * <p>Scores take what was true and what was predicted as plain lists, so whatever predicts can be
 * scored. {@link unroll.evaluate.LabelScores} are for labels, {@link unroll.evaluate.NumberScores}
 * for numbers, {@link unroll.evaluate.TextScores} for written text, {@link
 * unroll.evaluate.TokenLosses} for the tokens of a language model; a {@link
 * unroll.evaluate.Bootstrap} says how sure they are. Tribuo counts the scores of labels and trains
 * the logistic regression and the conditional random field.
 */
package unroll.evaluate;
