package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import unroll.trace.Forecast;

/** Draws a forecast with its interval, beside what came. */
final class ForecastChart {
    private static final int MARKED = 60;

    private ForecastChart() {}

    static Chart of(Forecast forecast) {
        ChartJson json = new ChartJson(title(forecast), ChartJson.WIDTH, 380).legend();
        interval(json, forecast);
        double[] time = forecast.time();
        ObjectNode predicted = json.line("predicted", time, forecast.predicted(), Palette.color(0));
        ChartJson.style(predicted, "dash", 2.2);
        ObjectNode truth = json.line("truth", time, forecast.truth(), Palette.INK);
        ChartJson.style(truth, "solid", 1.6);
        if (time.length <= MARKED) {
            ChartJson.marked(truth, 0).withObject("/marker").put("size", 5);
        }
        begin(json, forecast);
        json.axis("xaxis", "time");
        json.axis("yaxis", forecast.quantity());
        return new PlainChart(json.content(summary(forecast), forecast::table));
    }

    /** Draws the band where there is one: a gap would be filled across. */
    private static void interval(ChartJson json, Forecast forecast) {
        double[] low = forecast.low();
        double[] high = forecast.high();
        int[] there =
                IntStream.range(0, low.length)
                        .filter(i -> Double.isFinite(low[i]) && Double.isFinite(high[i]))
                        .toArray();
        String name = promised(forecast);
        json.band(
                at(forecast.time(), there),
                at(low, there),
                at(high, there),
                Palette.color(0),
                name);
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    /** Draws an upright line where the forecast begins, if something came before it. */
    private static void begin(ChartJson json, Forecast forecast) {
        double[] predicted = forecast.predicted();
        int first =
                IntStream.range(0, predicted.length)
                        .filter(i -> Double.isFinite(predicted[i]))
                        .findFirst()
                        .orElse(0);
        if (first == 0) {
            return;
        }
        double at = ChartJson.round(forecast.time()[first]);
        ObjectNode line = json.layout().putArray("shapes").addObject().put("type", "line");
        line.put("x0", at).put("x1", at).put("yref", "paper").put("y0", 0).put("y1", 1);
        line.putObject("line").put("color", Palette.SOFT_INK).put("width", 1).put("dash", "dot");
    }

    private static String title(Forecast forecast) {
        String inside =
                Double.isNaN(forecast.coverage())
                        ? ", with the "
                        : Digits.format(
                                ": %.0f %% of the truth inside the ", 100 * forecast.coverage());
        return "Forecast of " + forecast.quantity() + inside + promised(forecast);
    }

    private static String promised(Forecast forecast) {
        return "interval for " + Digits.significant(100 * forecast.level(), 8) + " %";
    }

    private static String summary(Forecast forecast) {
        double[] predicted = Arrays.stream(forecast.predicted()).filter(Double::isFinite).toArray();
        String end =
                predicted.length == 0
                        ? ""
                        : ", last predicted " + Digits.four(predicted[predicted.length - 1]);
        String error =
                Double.isNaN(forecast.error())
                        ? ""
                        : ", root mean square error " + Digits.four(forecast.error());
        return title(forecast) + error + end + ".";
    }
}
