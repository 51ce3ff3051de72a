/**
 * Pictures of traces, tables and tunes that show everywhere: offline, untrusted, without scripts.
 *
 * <p>Begin with {@link unroll.plot.Plots}, one method per kind of picture. A chart is a {@code
 * tech.tablesaw.plotly.components.Figure}, so a reader's own {@code LinePlot.create(…)} is shown and
 * saved in the same way; what is not a chart is a {@link unroll.plot.Picture}. {@link
 * unroll.plot.Bundle} turns either into what a notebook stores, {@link unroll.plot.PlotlyJson} and
 * {@link unroll.plot.Svg} are its two halves.
 */
package unroll.plot;
