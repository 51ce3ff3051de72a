package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The markers of a trace, each perhaps with a size and a colour of its own. */
record Points(JsonNode marker, Look look) {
    /** Shades told apart where colours follow numbers: one outline is written for each. */
    private static final int SHADES = 32;

    /** From so many points on they are drawn small, without edges, in layers to be seen through. */
    private static final int CROWD = 400;

    private static final double CROWD_SIZE = 4;

    void draw(Canvas canvas, Frame frame, double[] x, double[] y) {
        draw(canvas, frame, x, y, IntStream.range(0, x.length).toArray());
    }

    /** Draws the points in an order of their own, those that lie above others last. */
    void draw(Canvas canvas, Frame frame, double[] x, double[] y, int[] order) {
        Map<String, Outline> byColor = new TreeMap<>();
        JsonNode colors = marker.path("color");
        ColorBar.Range range =
                colors.isArray() ? ColorBar.Range.of(marker, "c", Read.values(colors)) : null;
        double opacity = Read.number(marker.path("opacity"), 1);
        boolean crowd = x.length > CROWD;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            if (crowd && k % CROWD == 0) {
                paint(canvas, byColor, true);
                byColor.clear();
            }
            double px = frame.x().at(x[i]);
            double py = frame.y().at(y[i]);
            if (frame.sees(px, py)) {
                Rgb color = Rgb.parse(range == null ? look.color() : color(colors.path(i), range));
                Outline outline =
                        byColor.computeIfAbsent(color.fade(opacity).css(), c -> new Outline());
                double size = crowd ? Math.min(CROWD_SIZE, size(i)) : size(i);
                Marker.add(outline, look.symbol(), px, py, size);
            }
        }
        paint(canvas, byColor, crowd);
    }

    private static void paint(Canvas canvas, Map<String, Outline> byColor, boolean crowd) {
        byColor.forEach(
                (color, outline) -> {
                    if (crowd) {
                        canvas.fill(outline, Rgb.parse(color).fade(0.6).css());
                    } else {
                        canvas.shape(outline, color);
                    }
                });
    }

    private String color(JsonNode own, ColorBar.Range range) {
        if (!own.isNumber()) {
            return Read.color(own, look.color());
        }
        double share = range.share(own.doubleValue());
        return range.colors().at(Math.rint(share * SHADES) / SHADES).css();
    }

    /** Returns the diameter in pixels. */
    private double size(int i) {
        JsonNode size = marker.path("size");
        if (!size.isArray()) {
            return Math.max(1, Math.min(100, look.size()));
        }
        double unit = Math.max(1e-12, Read.number(marker.path("sizeref"), 1));
        double ratio = Math.max(0, Read.number(size.path(i), 0) / unit);
        boolean area = marker.path("sizemode").asText().equals("area");
        double least = Math.max(2, Read.number(marker.path("sizemin"), 0));
        return Math.max(least, Math.min(160, area ? Math.sqrt(ratio) : ratio));
    }

    static Optional<ColorBar> colorBar(JsonNode marker) {
        JsonNode colors = marker.path("color");
        boolean numbers = colors.isArray() && colors.path(0).isNumber();
        boolean wanted = marker.path("showscale").asBoolean(marker.has("colorbar"));
        return numbers && wanted
                ? ColorBar.of(marker, ColorBar.Range.of(marker, "c", Read.values(colors)))
                : Optional.empty();
    }
}
