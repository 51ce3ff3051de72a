package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure as it is shown: drawn with fewer points where it has very many, described with all.
 *
 * @param plotly what is drawn
 * @param drawing the same without a script
 */
record Shown(ObjectNode plotly, Drawing drawing) {
    /** Bytes in a saved notebook at most; a little below a megabyte, for what stands around them. */
    private static final long MOST = 985_000;

    /** A notebook writes each field and each item of a list on a line of its own, so far inside. */
    private static final int INDENTATION = 12;

    /** Letters of a caption at most: it is stored three times. */
    private static final int CAPTION = 4000;

    /** Returns the figure as it fits into a notebook, of whatever it has too much. */
    static Shown of(Figure figure) {
        int share = 1;
        Shown shown = thinned(figure, share);
        long size = shown.size();
        while (size > MOST) {
            share *= Math.max(2, (int) Math.ceil(Math.sqrt((double) size / MOST)));
            Shown smaller = thinned(figure, share);
            long less = smaller.size();
            if (less >= size) {
                return shown; // what makes it large is nothing that can be left out
            }
            shown = smaller;
            size = less;
        }
        return shown;
    }

    /** Returns the figure with so small a share of the points that one drawing may have. */
    static Shown thinned(Figure figure, int share) {
        ObjectNode plotly = PlotlyJson.whole(figure);
        String caption = figure instanceof Chart chart ? chart.summary() : Caption.of(plotly);
        Present.say(plotly);
        PlotlyLimit.thin(plotly, share);
        SafeTexts.mend(plotly);
        String line = SafeTexts.cut(Html.sound(caption), CAPTION);
        return new Shown(plotly, new FigureSheet(plotly, line).drawing());
    }

    String caption() {
        return drawing.summary();
    }

    /** Returns about how many bytes the figure takes in a notebook, its three forms together. */
    private long size() {
        long picture = bytes(drawing.svg()) * 4 / 3; // as base64
        return bytes(plotly.toString())
                + INDENTATION * lines(plotly)
                + picture
                + 2 * bytes(caption());
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns how many lines its fields, items and closing brackets take. */
    private static long lines(JsonNode node) {
        long lines = node.size() + 1L;
        for (JsonNode inner : node) {
            lines += inner.isContainerNode() ? lines(inner) : 0;
        }
        return lines;
    }
}
