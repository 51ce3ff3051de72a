/**
 * The meeting of the library and a notebook: showing, hearing, watching a training, checking answers.
 *
 * <p>{@link unroll.notebook.Unroll} starts a notebook and shows values; {@link
 * unroll.notebook.LiveLoss} draws a training while it runs; {@link unroll.notebook.Sound} plays a
 * tune; {@link unroll.notebook.Check} judges an answer. All of it works in a JJava or an IJava kernel,
 * and as plain text in a terminal or a test. Only this package knows that kernels exist.
 */
package unroll.notebook;
