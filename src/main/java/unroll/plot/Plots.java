package unroll.plot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tech.tablesaw.plotly.components.Figure;
import unroll.UnrollException;
import unroll.music.Tune;
import unroll.trace.History;

/**
 * Every picture in one line: each method returns what a notebook shows when it is a cell's last value.
 *
 * <pre>
 *   Plots.loss(history)
 *   Plots.loss(Map.of("RNN", first, "LSTM", second))
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
    public static Chart loss(History... histories) {
        Map<String, History> runs = new LinkedHashMap<>();
        for (History history : histories) {
            runs.put(histories.length == 1 ? "" : "run " + (runs.size() + 1), history);
        }
        return loss(runs);
    }

    /**
     * Returns the course of the loss of several runs under their names: on validation where a run
     * has it, since six noisy lines compare nothing, else in training.
     *
     * @param runs in the order of the map where it has one ({@code LinkedHashMap}), else by name
     * @throws IllegalArgumentException if there is no run
     */
    public static Chart loss(Map<String, History> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "no history to draw; pass what Training.run returned");
        }
        runs.forEach((name, history) -> requireHistory(name, history));
        boolean ordered = runs instanceof LinkedHashMap || runs instanceof SortedMap;
        return LossChart.of(ordered ? runs : new TreeMap<>(runs));
    }

    private static void requireHistory(String name, History history) {
        if (history == null) {
            String which = name.isEmpty() ? "" : " of \"" + name + "\"";
            throw new IllegalArgumentException(
                    "the history%s is null: a cell above was re-run; run the cells below it again"
                            .formatted(which));
        }
    }

    /** Returns the notes of a tune, repeats played out, as bars in time and pitch. */
    public static Picture pianoRoll(Tune tune) {
        return PianoRoll.of(tune);
    }

    /**
     * Writes a figure to a file: {@code .svg} is the drawing alone, {@code .html} a page that stands
     * alone, offline and without scripts.
     *
     * @throws IllegalArgumentException if the name ends in neither
     * @throws UnrollException if the file cannot be written
     */
    public static void save(Figure figure, Path file) {
        PictureFile.write(Picture.ofSvg(Svg.of(figure), Caption.of(figure)), file);
    }

    /** Writes a picture to a file, as {@link #save(Figure, Path)}; {@code .svg} if it is a drawing. */
    public static void save(Picture picture, Path file) {
        PictureFile.write(picture, file);
    }
}
