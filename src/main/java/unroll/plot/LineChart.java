package unroll.plot;

import static unroll.plot.SvgCanvas.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import unroll.plot.SvgCanvas.Anchor;

/**
 * Draws traces of type {@code scatter}: lines, markers, or both, on linear or logarithmic axes, with
 * a legend and annotations.
 */
final class LineChart {
    private static final double TITLE = 16;
    private static final double LABEL = 13;
    static final double TICK = 12;
    private static final double PAD = 14;

    private final JsonNode layout;
    private final String summary;
    private final Map<String, Integer> categories;
    private final List<Series> series = new ArrayList<>();
    private final int width;
    private final int height;

    LineChart(JsonNode plotly, String summary) {
        this.layout = plotly.path("layout");
        this.summary = summary;
        this.categories = categories(plotly.path("data"));
        for (JsonNode trace : plotly.path("data")) {
            series.add(Series.of(trace, series.size(), categories));
        }
        this.width = size("width", 640);
        this.height = size("height", 400);
    }

    private int size(String side, int otherwise) {
        return Math.max(200, Math.min(1600, layout.path(side).asInt(otherwise)));
    }

    String draw() {
        SvgCanvas canvas = new SvgCanvas(width, height, summary);
        double top = PAD;
        String title = text(layout.path("title"));
        if (!title.isEmpty()) {
            canvas.title(
                    PAD, top + TITLE, TITLE, TextWidth.fit(title, TITLE * 1.13, width - 2 * PAD));
            top += TITLE + 10;
        }
        top = new Legend(series, PAD, width - PAD).draw(canvas, top) + 6;
        double bottom =
                height
                        - PAD
                        - TICK
                        - 6
                        - (text(layout.path("xaxis").path("title")).isEmpty() ? 0 : LABEL + 8);
        Scale y = scale("yaxis", all(Series.Point::y), bottom, top);
        List<Scale.Tick> yTicks = y.ticks((int) Math.max(2, (bottom - top) / 50));
        double left =
                PAD
                        + labels(yTicks)
                        + 8
                        + (text(layout.path("yaxis").path("title")).isEmpty() ? 0 : LABEL + 8);
        Scale x = scale("xaxis", all(Series.Point::x), left, width - PAD - 10);
        axes(canvas, x, y, yTicks);
        series.forEach(one -> lines(canvas, one, x, y));
        series.forEach(one -> markers(canvas, one, x, y));
        layout.path("annotations").forEach(note -> Annotation.draw(canvas, note, x, y));
        return canvas.finish();
    }

    private static String text(JsonNode title) {
        return Html.unescape(title.path("text").asText());
    }

    private Scale scale(String axis, double[] values, double from, double to) {
        boolean log = layout.path(axis).path("type").asText().equals("log");
        JsonNode range = layout.path(axis).path("range");
        if (range.size() == 2 && range.path(0).isNumber() && range.path(1).isNumber()) {
            double low = range.path(0).doubleValue();
            double high = range.path(1).doubleValue();
            return new Scale(
                    log ? Math.pow(10, low) : low, log ? Math.pow(10, high) : high, log, from, to);
        }
        return Scale.over(values, log, from, to);
    }

    private double[] all(ToDoubleFunction<Series.Point> side) {
        return series.stream().flatMap(one -> one.points().stream()).mapToDouble(side).toArray();
    }

    private static double labels(List<Scale.Tick> ticks) {
        return ticks.stream().mapToDouble(tick -> TextWidth.of(tick.label(), TICK)).max().orElse(0);
    }

    private void axes(SvgCanvas canvas, Scale x, Scale y, List<Scale.Tick> yTicks) {
        for (Scale.Tick tick : yTicks) {
            double at = y.at(tick.value());
            canvas.line(x.from(), at, x.to(), at, Palette.GRID, 1);
            canvas.text(
                    x.from() - 6, at + TICK * 0.35, Anchor.END, TICK, Palette.INK, tick.label());
        }
        for (Scale.Tick tick : xTicks(x)) {
            double at = x.at(tick.value());
            canvas.line(at, y.from(), at, y.from() + 4, Palette.SOFT_INK, 1);
            canvas.text(at, y.from() + TICK + 6, Anchor.MIDDLE, TICK, Palette.INK, tick.label());
        }
        canvas.line(x.from(), y.from(), x.to(), y.from(), Palette.SOFT_INK, 1);
        String xTitle = text(layout.path("xaxis").path("title"));
        if (!xTitle.isEmpty()) {
            String fitted = TextWidth.fit(xTitle, LABEL, x.to() - x.from());
            canvas.text(
                    (x.from() + x.to()) / 2,
                    height - PAD,
                    Anchor.MIDDLE,
                    LABEL,
                    Palette.INK,
                    fitted);
        }
        String yTitle = text(layout.path("yaxis").path("title"));
        if (!yTitle.isEmpty()) {
            String fitted = TextWidth.fit(yTitle, LABEL, y.from() - y.to());
            canvas.upward(PAD + LABEL, (y.from() + y.to()) / 2, LABEL, Palette.INK, fitted);
        }
    }

    private List<Scale.Tick> xTicks(Scale x) {
        double room = x.to() - x.from();
        if (categories.isEmpty()) {
            return x.ticks((int) Math.max(2, room / 80));
        }
        int every = (int) Math.ceil(categories.size() / Math.max(1, room / 70));
        List<Scale.Tick> ticks = new ArrayList<>();
        for (Map.Entry<String, Integer> category : categories.entrySet()) {
            if (category.getValue() % every != 0) {
                continue;
            }
            double wide = room * every / categories.size();
            String label =
                    TextWidth.fit(Html.unescape(category.getKey()), TICK, Math.max(30, wide - 8));
            ticks.add(new Scale.Tick(category.getValue(), label));
        }
        return ticks;
    }

    private static void lines(SvgCanvas canvas, Series one, Scale x, Scale y) {
        if (!one.lines()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (Series.Point point : one.points()) {
            double px = x.at(point.x());
            double py = y.at(point.y());
            boolean seen = Double.isFinite(px) && Double.isFinite(py);
            if (seen) {
                path.append(down ? 'L' : 'M').append(number(px)).append(' ').append(number(py));
            }
            down = seen;
        }
        if (path.length() > 0) {
            canvas.path(
                    path.toString(), one.style().color(), one.style().width(), one.style().dash());
        }
    }

    private static void markers(SvgCanvas canvas, Series one, Scale x, Scale y) {
        if (!one.markers()) {
            return;
        }
        Series.Style style = one.style();
        for (Series.Point point : one.points()) {
            double px = x.at(point.x());
            double py = y.at(point.y());
            if (Double.isFinite(px) && Double.isFinite(py)) {
                canvas.shape(Marker.path(style.symbol(), px, py, style.size()), style.color());
            }
        }
    }

    /** Returns the words on the horizontal axis and their places, none if it holds numbers. */
    private static Map<String, Integer> categories(JsonNode data) {
        Map<String, Integer> places = new LinkedHashMap<>();
        boolean words = false;
        for (JsonNode trace : data) {
            for (JsonNode value : trace.path("x")) {
                words |= value.isTextual();
                places.putIfAbsent(value.asText(), places.size());
            }
        }
        return words ? places : Map.of();
    }
}
