package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;

/** A trace of type {@code image}: pixels, or an address that holds an image in itself. */
final class ImageMark implements Mark {
    private final String source;
    private final double[] x;
    private final double[] y;

    ImageMark(JsonNode trace, Ruler xs, Ruler ys) {
        JsonNode rows = trace.path("z");
        boolean pixels = rows.size() > 0 && rows.path(0).size() > 0;
        this.source = pixels ? pixels(rows) : trace.path("source").asText();
        int wide = pixels ? rows.path(0).size() : 1;
        int high = pixels ? rows.size() : 1;
        this.x = span(trace, "x", wide);
        this.y = span(trace, "y", high);
        for (int i = 0; i < 2; i++) {
            xs.edge(x[i]);
            ys.edge(y[i]);
        }
    }

    private static double[] span(JsonNode trace, String side, int count) {
        double step = Read.number(trace.path("d" + side), 1);
        double first = Read.number(trace.path(side + "0"), 0) - step / 2;
        return new double[] {first, first + step * count};
    }

    private static String pixels(JsonNode rows) {
        int wide = rows.path(0).size();
        int[] rgb = new int[wide * rows.size()];
        for (int i = 0; i < rgb.length; i++) {
            JsonNode pixel = rows.path(i / wide).path(i % wide);
            for (int part = 0; part < 3; part++) {
                int light =
                        (int) Math.max(0, Math.min(255, Math.round(pixel.path(part).asDouble())));
                rgb[i] = (rgb[i] << 8) | light;
            }
        }
        return PixelImage.uri(wide, rows.size(), rgb);
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        double[] across = {frame.x().at(x[0]), frame.x().at(x[1])};
        double[] down = {frame.y().at(y[0]), frame.y().at(y[1])};
        double left = Math.min(across[0], across[1]);
        double top = Math.min(down[0], down[1]);
        canvas.image(
                left, top, Math.abs(across[1] - across[0]), Math.abs(down[1] - down[0]), source);
    }
}
