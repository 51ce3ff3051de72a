package unroll.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import unroll.UnrollException;
import unroll.music.Tune;
import unroll.plot.CourseChart.Quantity;
import unroll.trace.AttentionMap;
import unroll.trace.Confusion;
import unroll.trace.Forecast;
import unroll.trace.GateTrace;
import unroll.trace.GradientFlow;
import unroll.trace.History;
import unroll.trace.TokenScores;
import unroll.trace.TokenVectors;

/**
 * Every picture in one line: each method returns what a notebook shows when it is a cell's last value.
 *
 * <pre>
 *   Plots.loss(history)
 *   Plots.loss(Map.of("RNN", first, "LSTM", second)).logarithmic(true)
 *   Plots.heatMap(weights).labels(rows, columns).numbers(true)
 *   Plots.pianoRoll(Abc.parse(text))
 *   Plots.save(Plots.loss(history), Path.of("loss.svg"))
 * </pre>
 */
public final class Plots {
    private Plots() {}

    /**
     * Returns the course of the loss in nats per token, for training and validation, beside the blind
     * guess ln V and the guess by letter frequencies; the best validation step is named.
     *
     * @param histories one run, or several that are numbered
     * @throws IllegalArgumentException if there is no history
     */
    public static LossChart loss(History... histories) {
        return loss(Runs.numbered(histories));
    }

    /**
     * Returns the course of the loss of several runs under their names: on validation where a run
     * has it, since six noisy lines compare nothing, else in training.
     *
     * @param runs in the order of the map where it has one ({@code LinkedHashMap}), else by name
     * @throws IllegalArgumentException if there is no run
     */
    public static LossChart loss(Map<String, History> runs) {
        return LossChart.of(Runs.checked(runs));
    }

    /**
     * Returns the loss of models that were trained with several seeds each: the mean in a band from
     * the lowest to the highest, on validation where all runs have it.
     *
     * @param models name of a model to its runs, one per seed
     * @throws IllegalArgumentException if there is no run, or runs of a model have no step in common
     */
    public static Chart lossOverSeeds(Map<String, ? extends Collection<History>> models) {
        Map<String, Collection<History>> ordered = Runs.ordered("models", models);
        ordered.forEach(
                (name, runs) -> {
                    String what = "history of '" + name + "'";
                    Runs.requireSome(Given.one(what, runs).isEmpty(), what);
                    runs.forEach(history -> Runs.requireHistory(name, history));
                });
        Runs.requireSome(ordered.isEmpty(), "history");
        return SeedsChart.of(ordered);
    }

    /** Returns how the learning rate went; several runs are numbered. */
    public static CourseChart learningRate(History... histories) {
        return learningRate(Runs.numbered(histories));
    }

    /** Returns how the learning rate went, run by run under its name. */
    public static CourseChart learningRate(Map<String, History> runs) {
        Quantity rate = new Quantity("learning rate", History.Step::learningRate);
        return CourseChart.of(rate, Runs.checked(runs));
    }

    /** Returns how long the gradient was at each step, before clipping; several runs are numbered. */
    public static CourseChart gradientNorm(History... histories) {
        return gradientNorm(Runs.numbered(histories));
    }

    /** Returns how long the gradient was at each step, before clipping, run by run under its name. */
    public static CourseChart gradientNorm(Map<String, History> runs) {
        Quantity norm = new Quantity("gradient norm", History.Step::gradientNorm);
        return CourseChart.of(norm, Runs.checked(runs));
    }

    /**
     * Returns columns of a table as lines over another column.
     *
     * @param x name of the column of numbers to the right
     * @param columns names of columns of numbers upward
     * @throws IllegalArgumentException if a column is missing; the message names those there are
     */
    public static LinesChart lines(Table table, String x, String... columns) {
        return LinesChart.of(
                Given.one("table", table), Given.one("x", x), Given.all("columns", columns));
    }

    /**
     * Returns columns of a table as bars, side by side for each category.
     *
     * @param category name of the column whose values stand below the bars; they may repeat
     * @param columns names of columns of numbers
     * @throws IllegalArgumentException if a column is missing; the message names those there are
     */
    public static Chart bars(Table table, String category, String... columns) {
        return BarChart.of(
                Given.one("table", table),
                Given.one("category", category),
                Given.all("columns", columns));
    }

    /**
     * Returns a matrix as coloured cells, the first row at the top.
     *
     * @param values shape (rows, columns); NaN is an empty cell
     * @throws IllegalArgumentException if there is no cell, or rows differ in length
     */
    public static HeatMap heatMap(double[][] values) {
        return HeatMap.of(values, List.of(), List.of(), "", "row", "column");
    }

    /** Returns a matrix as coloured cells, as {@link #heatMap(double[][])}. */
    public static HeatMap heatMap(float[][] values) {
        return heatMap(Heat.doubles(values));
    }

    /**
     * Returns columns of a table as coloured cells, one row for each of its rows.
     *
     * @param names name of the column whose values name the rows; they may repeat
     * @param columns names of columns of numbers
     * @throws IllegalArgumentException if a column is missing; the message names those there are
     */
    public static HeatMap heatMap(Table table, String names, String... columns) {
        return HeatMap.of(
                Given.one("table", table),
                Given.one("names", names),
                Given.all("columns", columns));
    }

    /** Returns where each token looks, one heat map per head. */
    public static AttentionChart attention(AttentionMap map) {
        return AttentionChart.of(Given.one("map", map));
    }

    /** Returns how far each gate of a cell opens at each token. */
    public static GateChart gates(GateTrace trace) {
        return GateChart.of(Given.one("trace", trace));
    }

    /**
     * Returns how much of the error reaches states further and further back.
     *
     * @param flows one per model, drawn under its name
     * @throws IllegalArgumentException if there is none
     */
    public static FlowChart gradientFlow(GradientFlow... flows) {
        List<GradientFlow> given = Given.all("flows", flows);
        Runs.requireSome(given.isEmpty(), "gradient flow");
        return FlowChart.of(given);
    }

    /** Returns tokens as points of the plane in which their vectors differ most. */
    public static EmbeddingChart embedding(TokenVectors vectors) {
        return EmbeddingChart.of(Given.one("vectors", vectors));
    }

    /** Returns what was taken for what. */
    public static ConfusionChart confusion(Confusion confusion) {
        return ConfusionChart.of(Given.one("confusion", confusion));
    }

    /** Returns a forecast with its interval, beside what came. */
    public static Chart forecast(Forecast forecast) {
        return ForecastChart.of(Given.one("forecast", forecast));
    }

    /**
     * Returns small multiples: charts of one panel each, in rows.
     *
     * @param columns how many stand side by side
     * @throws IllegalArgumentException if there is no chart, or one that has several panels itself
     */
    public static Chart panels(int columns, Figure... charts) {
        List<Figure> given = Given.all("charts", charts);
        Runs.requireSome(given.isEmpty(), "chart");
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be 1 or more, got " + columns);
        }
        return SmallMultiples.of(Math.min(columns, given.size()), given);
    }

    /** Returns an image, small ones enlarged so that each pixel is a square. */
    public static Chart image(String caption, BufferedImage image) {
        return ImageChart.of(
                Given.one("caption", caption), Map.of("", Given.one("image", image)), 1);
    }

    /**
     * Returns a grey image.
     *
     * @param pixels 0 black to 1 white, shape (height, width)
     * @throws IllegalArgumentException if a number is not in 0 .. 1, or rows differ in length
     */
    public static Chart image(String caption, double[][] pixels) {
        return image(caption, Pixels.grey(Given.one("caption", caption), pixels));
    }

    /**
     * Returns images in rows, each above its caption; of more than 100 the first 100.
     *
     * @param images caption to image, in the order of the map where it has one
     * @throws IllegalArgumentException if there is none
     */
    public static Chart images(int columns, Map<String, BufferedImage> images) {
        return ImageChart.of("Images", Runs.ordered("images", images), columns);
    }

    /**
     * Returns the frames of a film as grey images in rows, numbered from 0.
     *
     * @param frames 0 black to 1 white, shape (time, height, width)
     * @throws IllegalArgumentException if there is none, or a number is not in 0 .. 1
     */
    public static Chart frames(int columns, double[][]... frames) {
        Map<String, BufferedImage> images = new LinkedHashMap<>();
        for (double[][] frame : Given.one("frames", frames)) {
            String name = "t = " + images.size();
            images.put(name, Pixels.grey(name, frame));
        }
        return ImageChart.of("Frames", images, columns);
    }

    /**
     * Returns a text whose tokens are coloured by a number each: white to dark, or blue over white to
     * red where some are negative.
     */
    public static Picture text(TokenScores scores) {
        return ColouredText.of(Given.one("scores", scores));
    }

    /**
     * Returns a coloured text, as {@link #text(TokenScores)}, whose colours span a given range.
     *
     * @throws IllegalArgumentException if {@code low} is not below {@code high}
     */
    public static Picture text(TokenScores scores, double low, double high) {
        return ColouredText.of(Given.one("scores", scores), low, high);
    }

    /** Returns the notes of a tune, repeats played out, as bars in time and pitch. */
    public static Picture pianoRoll(Tune tune) {
        return PianoRoll.of(Given.one("tune", tune));
    }

    /** Returns the numbers of any figure: of a {@link Chart} its own table, else one row per point. */
    public static Table table(Figure figure) {
        return Given.one("figure", figure) instanceof Chart chart
                ? chart.table()
                : FigureTable.of(figure);
    }

    /**
     * Writes a figure to a file: {@code .svg} is the drawing alone, {@code .html} a page that stands
     * alone, offline and without scripts, {@code .png} pixels, for which Java needs fonts.
     *
     * @throws IllegalArgumentException if the name ends in none of these
     * @throws UnrollException if the file cannot be written
     */
    public static void save(Figure figure, Path file) {
        PictureFile.write(Picture.of(Svg.drawing(Given.one("figure", figure))), file);
    }

    /** Writes a picture to a file, as {@link #save(Figure, Path)}; {@code .svg} if it is a drawing. */
    public static void save(Picture picture, Path file) {
        PictureFile.write(Given.one("picture", picture), file);
    }
}
