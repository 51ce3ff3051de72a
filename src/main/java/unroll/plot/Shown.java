package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure as it is shown: drawn with fewer points where it has very many, described with all.
 *
 * @param plotly what is drawn
 * @param caption what all its numbers say, in one line
 */
record Shown(ObjectNode plotly, String caption) {
    static Shown of(Figure figure) {
        ObjectNode plotly = PlotlyJson.whole(figure);
        String caption = figure instanceof Chart chart ? chart.summary() : Caption.of(plotly);
        Present.say(plotly);
        PlotlyLimit.thin(plotly);
        return new Shown(plotly, caption);
    }

    Drawing drawing() {
        return new FigureSheet(plotly, caption).drawing();
    }
}
