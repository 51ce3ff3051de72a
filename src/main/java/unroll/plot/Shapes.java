package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;

/** Lines, rectangles, circles and images that the layout puts on a figure. */
record Shapes(JsonNode layout, Places places) {
    /** Draws those that lie below the data, or those above. */
    void draw(Canvas canvas, boolean below) {
        for (JsonNode image : layout.path("images")) {
            if (image.path("layer").asText().equals("below") == below) {
                image(canvas, image);
            }
        }
        for (JsonNode shape : layout.path("shapes")) {
            if (shape.path("layer").asText().equals("below") == below) {
                shape(canvas, shape);
            }
        }
    }

    private void shape(Canvas canvas, JsonNode shape) {
        String xref = Read.text(shape.path("xref"), "x");
        String yref = Read.text(shape.path("yref"), "y");
        double x0 = places.x(xref, shape.path("x0"));
        double x1 = places.x(xref, shape.path("x1"));
        double y0 = places.y(yref, shape.path("y0"));
        double y1 = places.y(yref, shape.path("y1"));
        if (!Double.isFinite(x0 + x1 + y0 + y1)) {
            return;
        }
        double opacity = Read.number(shape.path("opacity"), 1);
        JsonNode line = shape.path("line");
        String edge =
                Rgb.parse(Read.color(line.path("color"), Palette.SOFT_INK)).fade(opacity).css();
        double width = Read.number(line.path("width"), 2);
        Outline outline = outline(shape.path("type").asText("line"), x0, y0, x1, y1);
        String fill = Read.color(shape.path("fillcolor"), "transparent");
        Rgb inside = Rgb.parse(fill).fade(opacity);
        if (inside.alpha() > 0 && !shape.path("type").asText().equals("line")) {
            canvas.fill(outline, inside.css());
        }
        if (width > 0) {
            canvas.stroke(outline, edge, width, Read.text(line.path("dash"), "solid"));
        }
    }

    private static Outline outline(String type, double x0, double y0, double x1, double y1) {
        double left = Math.min(x0, x1);
        double top = Math.min(y0, y1);
        double width = Math.abs(x1 - x0);
        double height = Math.abs(y1 - y0);
        return switch (type) {
            case "rect" -> Outline.rect(left, top, width, height);
            case "circle" ->
                    new Outline()
                            .addCircle(
                                    left + width / 2,
                                    top + height / 2,
                                    Math.min(width, height) / 2);
            default -> new Outline().move(x0, y0).line(x1, y1);
        };
    }

    private void image(Canvas canvas, JsonNode image) {
        String xref = Read.text(image.path("xref"), "paper");
        String yref = Read.text(image.path("yref"), "paper");
        double x = Read.number(image.path("x"), 0);
        double y = Read.number(image.path("y"), 0);
        double wide = Read.number(image.path("sizex"), 0);
        double high = Read.number(image.path("sizey"), 0);
        double before = share(image.path("xanchor").asText("left"), "center", "right");
        double above = share(image.path("yanchor").asText("top"), "middle", "bottom");
        double left = places.x(xref, number(x - wide * before));
        double right = places.x(xref, number(x + wide * (1 - before)));
        double top = places.y(yref, number(y + high * above));
        double bottom = places.y(yref, number(y - high * (1 - above)));
        if (Double.isFinite(left + right + top + bottom) && right > left && bottom > top) {
            canvas.image(left, top, right - left, bottom - top, image.path("source").asText());
        }
    }

    private static double share(String anchor, String half, String whole) {
        return anchor.equals(whole) ? 1 : anchor.equals(half) ? 0.5 : 0;
    }

    private static JsonNode number(double value) {
        return PlotlyJson.object().numberNode(value);
    }
}
