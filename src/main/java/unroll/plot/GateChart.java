package unroll.plot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.trace.GateTrace;

/**
 * How far each gate of a cell opens at each token: one strip of cells per gate, with options.
 *
 * <pre>
 *   Plots.gates(trace).units(0, 3, 17)
 * </pre>
 *
 * <p>Rows are units, columns tokens. Gates that are never negative go from white (shut) to dark
 * (open), the others from blue over white to red.
 */
public final class GateChart extends Chart {
    private static final double ROOM_BELOW_PANEL = 34;

    private final GateTrace trace;

    private GateChart(GateTrace trace, int[] units) {
        super(draw(trace, units));
        this.trace = trace;
    }

    static GateChart of(GateTrace trace) {
        return new GateChart(trace, IntStream.range(0, trace.units()).toArray());
    }

    /**
     * Returns the chart with these units alone, in this order.
     *
     * @throws IllegalArgumentException if there is none, or one of them does not exist
     */
    public GateChart units(int... units) {
        if (units.length == 0) {
            throw new IllegalArgumentException("units: name one at least");
        }
        for (int unit : units) {
            if (unit < 0 || unit >= trace.units()) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "unit %d is missing; there are units 0 to %d",
                                unit, trace.units() - 1));
            }
        }
        return new GateChart(trace, units.clone());
    }

    private static Content draw(GateTrace trace, int[] units) {
        List<String> names = trace.names();
        int strip = Math.max(40, Math.min(110, units.length * 16));
        int below = 45 + Math.min(110, Heat.widest(trace.tokens()));
        double axes = names.size() * strip + (names.size() - 1) * ROOM_BELOW_PANEL;
        int height = (int) axes + 70 + below;
        ChartJson json =
                new ChartJson(title(trace), ChartJson.WIDTH, height).margin(60, 90, 70, below);
        List<Place> places = Place.grid(names.size(), 1, 0, ROOM_BELOW_PANEL / axes);
        for (Place place : places) {
            boolean lowest = place.number() == names.size();
            panel(json, trace, units, place, lowest);
        }
        return json.content(summary(trace), trace::table);
    }

    private static void panel(
            ChartJson json, GateTrace trace, int[] units, Place place, boolean lowest) {
        String name = trace.names().get(place.number() - 1);
        double[][] values = unitsByTime(trace.gate(name), units);
        Heat heat = Heat.of(values, names(units), trace.tokens());
        double most = Math.max(1, Math.max(-heat.low(), heat.high()));
        heat = heat.range(heat.low() < 0 ? -most : 0, most);
        heat.draw(json, place, "");
        heat.axes(json, place, "", "unit");
        ObjectNode x = (ObjectNode) json.layout().get(place.axis('x'));
        x.put("showticklabels", lowest);
        json.caption(name.length() == 1 ? name + " gate" : name, 0, place.top() + 0.004)
                .put("xanchor", "left")
                .put("yshift", 3);
    }

    private static List<String> names(int[] units) {
        return units.length > 16
                ? List.of()
                : IntStream.of(units).mapToObj(String::valueOf).toList();
    }

    private static double[][] unitsByTime(double[][] timeByUnits, int[] units) {
        return IntStream.of(units)
                .mapToObj(unit -> Stream.of(timeByUnits).mapToDouble(row -> row[unit]).toArray())
                .toArray(double[][]::new);
    }

    private static String title(GateTrace trace) {
        return Digits.format(
                "Gates of %s over %s",
                Digits.count(trace.units(), "unit"), Digits.count(trace.tokens().size(), "token"));
    }

    private static String summary(GateTrace trace) {
        return trace.names().stream()
                .map(name -> gate(trace, name))
                .collect(Collectors.joining("; ", title(trace) + ". ", "."));
    }

    private static String gate(GateTrace trace, String name) {
        double[] mean = trace.mean(name);
        int most = IntStream.range(0, mean.length).reduce(0, (a, b) -> mean[b] > mean[a] ? b : a);
        return Digits.format(
                "%s: mean %.2f, highest mean %.2f at %s, at the end %.2f",
                name,
                Arrays.stream(mean).average().orElse(Double.NaN),
                mean[most],
                Words.label(trace.tokens().get(most)),
                mean[mean.length - 1]);
    }
}
