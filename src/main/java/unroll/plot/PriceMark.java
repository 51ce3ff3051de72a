package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Prices over time as candles or as bars with ticks (open left, close right). A rise is hollow and a
 * fall is filled, so that the two differ without colour.
 */
final class PriceMark implements Mark {
    private static final String RISE = "#006b54";
    private static final String FALL = "#a3124d";

    private final JsonNode trace;
    private final boolean candles;
    private final double[] x;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final Look look;

    PriceMark(JsonNode trace, Look look, Ruler xs, Ruler ys) {
        this.trace = trace;
        this.look = look;
        this.candles = trace.path("type").asText().equals("candlestick");
        int size = trace.path("close").size();
        this.x = xs.values(trace.path("x"), size);
        this.open = ys.values(trace.path("open"), size);
        this.high = ys.values(trace.path("high"), size);
        this.low = ys.values(trace.path("low"), size);
        this.close = ys.values(trace.path("close"), size);
        for (int i = 0; i < size; i++) {
            xs.show(x[i]);
            for (double price : new double[] {open[i], high[i], low[i], close[i]}) {
                ys.show(price);
            }
        }
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        double half = half(frame);
        for (int i = 0; i < x.length; i++) {
            double[] at = {
                frame.x().at(x[i]),
                frame.y().at(open[i]),
                frame.y().at(high[i]),
                frame.y().at(low[i]),
                frame.y().at(close[i])
            };
            if (Double.isFinite(at[0] + at[1] + at[2] + at[3] + at[4])) {
                boolean rise = close[i] >= open[i];
                JsonNode own = trace.path(rise ? "increasing" : "decreasing").path("line");
                String color = Read.color(own.path("color"), rise ? RISE : FALL);
                if (candles) {
                    candle(canvas, at, half, color, rise);
                } else {
                    bar(canvas, at, half, color, rise);
                }
            }
        }
    }

    /** Returns half the width of a candle: 0.3 of the least distance in time. */
    private double half(Frame frame) {
        double least = frame.width();
        for (int i = 1; i < x.length; i++) {
            double apart = Math.abs(frame.x().at(x[i]) - frame.x().at(x[i - 1]));
            least = apart > 0 ? Math.min(least, apart) : least;
        }
        return Math.max(0.7, Math.min(20, 0.3 * least));
    }

    private static void candle(
            Canvas canvas, double[] at, double half, String color, boolean rise) {
        double top = Math.min(at[1], at[4]);
        double bottom = Math.max(at[1], at[4]);
        Outline wicks = new Outline().move(at[0], at[2]).line(at[0], top);
        wicks.move(at[0], bottom).line(at[0], at[3]);
        canvas.stroke(wicks, color, 1.3, "solid");
        Outline body = Outline.rect(at[0] - half, top, 2 * half, Math.max(0.5, bottom - top));
        canvas.fill(body, rise ? "#ffffff" : color);
        canvas.stroke(body, color, 1.3, "solid");
    }

    private static void bar(Canvas canvas, double[] at, double half, String color, boolean rise) {
        Outline lines = new Outline().move(at[0], at[2]).line(at[0], at[3]);
        lines.move(at[0] - half, at[1]).line(at[0], at[1]);
        lines.move(at[0], at[4]).line(at[0] + half, at[4]);
        canvas.stroke(lines, color, rise ? 1.3 : 2.2, "solid");
    }

    @Override
    public List<Legend.Entry> entries() {
        String name = Read.plain(trace.path("name"));
        return List.of(new Legend.Entry(name, look, Legend.Sample.LINE));
    }
}
