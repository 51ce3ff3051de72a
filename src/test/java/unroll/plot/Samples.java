package unroll.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.ContourPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.Histogram2D;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.ParetoPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.QQPlot;
import tech.tablesaw.plotly.api.QuantilePlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.api.TukeyMeanDifferencePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.api.ViolinPlot;
import tech.tablesaw.plotly.components.Figure;
import unroll.trace.History;

/** Things to draw, the same at every call. */
final class Samples {
    /** What a title, a token or a name may hold that means something to a browser or a parser. */
    static final List<String> HOSTILE =
            List.of(
                    "</script><script>document.title='owned'</script>",
                    "<img src=x onerror=alert(1)>",
                    "it's \"quoted\" & <b>bold</b>",
                    "back\\slash \\u0041 \\n C:\\new",
                    "two\nlines\r\nand a tab\t.",
                    "line separator \u2028 and \u2029",
                    "NUL \u0000, escape \u001b.",
                    "😀 שלום عربى ２",
                    "&lt;already&gt; &amp;",
                    "x".repeat(10_000));

    private Samples() {}

    /** Returns a run whose loss falls from ln 83 towards 1.3, with a look every 50 steps. */
    static History history(int steps) {
        List<History.Step> taken = new ArrayList<>();
        List<History.Validation> looks = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            double loss = 1.3 + 3.1 * Math.pow(0.98, i) + 0.05 * ((i * 7 % 11) - 5) / 5.0;
            taken.add(new History.Step(i, loss, 0.5, 5e-3, 12_000, 0.05 * i));
            if (i % 50 == 0) {
                looks.add(new History.Validation(i, loss + 0.05 + i / 4000.0));
            }
        }
        History.Stop stop = new History.Stop(History.Stop.Reason.FINISHED, "all steps taken");
        return new History(taken, looks, Math.log(83), 3.21, stop);
    }

    /** Returns a small table of every kind of column, with a number missing and a text in it. */
    static Table table(String text) {
        return Table.create(
                "sample",
                DoubleColumn.create("x", 1, 2, 3, 4),
                DoubleColumn.create("y", 1e-4, Double.NaN, 5, 6),
                DoubleColumn.create("z", 3, 1, 4, 1.5),
                StringColumn.create("word", text, "the", text, "good"),
                DateColumn.create(
                        "day",
                        Stream.of(1, 2, 3, 4).map(day -> LocalDate.of(2026, 1, day)).toList()));
    }

    /** Returns one figure of each of Tablesaw's kinds, with the text as title and in the data. */
    static Map<String, Figure> figures(String text) {
        Table table = table(text);
        Map<String, Figure> all = new LinkedHashMap<>();
        all.put("area", AreaPlot.create(text, table, "x", "y"));
        all.put("line", LinePlot.create(text, table, "x", "y"));
        all.put("lines", LinePlot.create(text, table, "x", "y", "word"));
        all.put("scatter", ScatterPlot.create(text, table, "x", "y", "word"));
        all.put("bubble", BubblePlot.create(text, table, "x", "y", "z"));
        all.put("bar", VerticalBarPlot.create(text, table, "word", "z"));
        all.put("horizontal bar", HorizontalBarPlot.create(text, table, "word", "z"));
        all.put("pareto", ParetoPlot.createVertical(text, table, "word", "z"));
        all.put("pie", PiePlot.create(text, table, "word", "z"));
        all.put("box", BoxPlot.create(text, table, "word", "z"));
        all.put("violin", ViolinPlot.create(text, table, "word", "z", true, true));
        all.put("histogram", Histogram.create(text, table, "z"));
        all.put("histogram 2D", Histogram2D.create(text, table, "x", "z"));
        all.put("heat map", Heatmap.create(text, table, "word", "word"));
        all.put("contour", ContourPlot.create(text, table, "word", "word"));
        all.put("scatter 3D", Scatter3DPlot.create(text, table, "x", "y", "z"));
        all.put("time series", TimeSeriesPlot.create(text, table, "day", "y"));
        all.put("candlestick", CandlestickPlot.create(text, table, "day", "x", "y", "z", "z"));
        all.put("OHLC", OHLCPlot.create(text, table, "day", "x", "y", "z", "z"));
        all.put("QQ", QQPlot.create(text, table, "x", "z"));
        all.put("quantile", QuantilePlot.create(text, table, "z"));
        all.put("Tukey", TukeyMeanDifferencePlot.create(text, "z", table, "x", "z"));
        return all;
    }
}
