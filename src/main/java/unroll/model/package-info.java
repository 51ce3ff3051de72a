/**
 * Models: a task, its tokens and its weights in one object.
 *
 * <pre>
 *   var model = LanguageModel.over(vocabulary).embedding(64).body(Lstm.of(256)).seed(42).build();
 * </pre>
 *
 * <p>{@link unroll.model.LanguageModel} predicts the next token, {@link
 * unroll.model.SequenceClassifier} the class of a text, {@link unroll.model.Tagger} the tag of every
 * token, {@link unroll.model.Forecaster} how series go on; each is a {@link unroll.model.TaskModel},
 * which a task of your own can be too.
 *
 * <p>A {@link unroll.model.Body} says what reads the text: {@link unroll.model.Rnn}, {@link
 * unroll.model.Gru}, {@link unroll.model.Lstm}, or one of your own. A {@link unroll.model.Stepper}
 * reads one token at a time.
 */
package unroll.model;
