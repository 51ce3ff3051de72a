package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** A trace of type {@code scatter}: lines, markers, texts, filled areas and error bars. */
final class LineMark implements Mark {
    private final JsonNode trace;
    private final Look look;
    private final double[] x;
    private final double[] y;
    private final String mode;
    private final LineMark before;

    /**
     * Reads a trace.
     *
     * @param before the line drawn before it on the same panel, down to which it may be filled, or
     *     the one before that where it has no point; null for the first
     */
    LineMark(JsonNode trace, Look look, Ruler xs, Ruler ys, LineMark before) {
        this.trace = trace;
        this.look = look;
        int size = Math.max(trace.path("x").size(), trace.path("y").size());
        this.x = xs.values(trace.path("x"), size);
        this.y = ys.values(trace.path("y"), size);
        this.mode = trace.path("mode").asText(size > 20 ? "lines" : "lines+markers");
        ErrorBars bars = ErrorBars.of(trace.path("error_y"), y);
        for (int i = 0; i < size; i++) {
            xs.show(x[i]);
            ys.show(y[i]);
            ys.show(bars.low(i));
            ys.show(bars.high(i));
        }
        this.before = before != null && before.isEmpty() ? before.before : before;
        if (fill().equals("tozeroy")) {
            ys.edge(0);
        }
    }

    private boolean isEmpty() {
        return IntStream.range(0, x.length)
                .noneMatch(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]));
    }

    private String fill() {
        String fill = trace.path("fill").asText("none");
        boolean first = before == null;
        return fill.equals("tonexty") && first ? "tozeroy" : fill;
    }

    @Override
    public void ground(Canvas canvas, Frame frame) {
        Outline area = new Outline();
        switch (fill()) {
            case "tozeroy" -> {
                trail(area, frame, false, false);
                double zero = frame.y().log() ? frame.bottom() : frame.y().at(0);
                if (!area.isEmpty()) {
                    area.line(edge(frame, true), zero).line(edge(frame, false), zero).close();
                }
            }
            case "tonexty" -> {
                trail(area, frame, false, false);
                if (!area.isEmpty()) {
                    before.trail(area, frame, true, true);
                }
            }
            case "toself" -> trail(area, frame, false, false);
            default -> {}
        }
        if (!area.isEmpty()) {
            canvas.fill(area, Read.color(trace.path("fillcolor"), look.faint(0.2)));
        }
    }

    /** Adds the points that are seen, onward or back. */
    private void trail(Outline area, Frame frame, boolean back, boolean down) {
        boolean pen = down;
        for (int k = 0; k < x.length; k++) {
            int i = back ? x.length - 1 - k : k;
            double px = frame.x().at(x[i]);
            double py = frame.y().at(y[i]);
            if (frame.sees(px, py)) {
                area.to(px, py, pen);
                pen = true;
            }
        }
    }

    /** Returns the pixel of the last or the first point that is seen. */
    private double edge(Frame frame, boolean last) {
        for (int k = 0; k < x.length; k++) {
            int i = last ? x.length - 1 - k : k;
            double px = frame.x().at(x[i]);
            if (frame.sees(px, frame.y().at(y[i]))) {
                return px;
            }
        }
        return frame.left();
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        ErrorBars.of(trace.path("error_y"), y).draw(canvas, frame, x, look);
        if (mode.contains("lines")) {
            line(canvas, frame);
        }
        if (mode.contains("markers")) {
            new Points(trace.path("marker"), look).draw(canvas, frame, x, y);
        }
        if (mode.contains("text")) {
            texts(canvas, frame);
        }
    }

    private void line(Canvas canvas, Frame frame) {
        String shape = trace.path("line").path("shape").asText();
        Outline outline = new Outline();
        Outline dots = new Outline();
        boolean down = false;
        boolean alone = false; // whether the pen has but one point since it went down
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < x.length; i++) {
            double px = frame.x().at(x[i]);
            double py = frame.y().at(y[i]);
            boolean seen = frame.sees(px, py);
            if (seen && down && shape.equals("hv")) {
                outline.line(px, lastY);
            } else if (seen && down && shape.equals("vh")) {
                outline.line(lastX, py);
            }
            boolean next = seen || (down && trace.path("connectgaps").asBoolean());
            if (alone && !next) {
                dot(dots, lastX, lastY);
            }
            alone = seen ? !down : alone && next;
            if (seen) {
                outline.to(px, py, down);
                lastX = px;
                lastY = py;
            }
            down = next;
        }
        if (alone) {
            dot(dots, lastX, lastY);
        }
        if (!outline.isEmpty() && look.width() > 0) {
            canvas.stroke(outline, look.color(), look.width(), look.dash());
            if (!dots.isEmpty() && !mode.contains("markers")) {
                canvas.fill(dots, look.color());
            }
        }
    }

    /** Adds a point that no line joins with another. */
    private void dot(Outline dots, double px, double py) {
        Marker.add(dots, "circle", px, py, Math.max(4, 2 * look.width()));
    }

    private void texts(Canvas canvas, Frame frame) {
        String color = Read.color(trace.path("textfont").path("color"), Palette.INK);
        double size = Read.number(trace.path("textfont").path("size"), AxisLine.TICK);
        for (int i = 0; i < x.length; i++) {
            double px = frame.x().at(x[i]);
            double py = frame.y().at(y[i]);
            String text = Read.plain(Read.each(trace.path("text"), i));
            if (frame.sees(px, py) && !text.isEmpty()) {
                String position = Read.each(trace.path("textposition"), i).asText();
                double space = mode.contains("markers") ? look.size() / 2 + 3 : 0;
                text(
                        canvas,
                        px,
                        py,
                        position,
                        space,
                        Face.of(Anchor.MIDDLE, size).color(color),
                        text);
            }
        }
    }

    private static void text(
            Canvas canvas,
            double x,
            double y,
            String position,
            double space,
            Face face,
            String text) {
        boolean right = position.contains("right");
        boolean left = position.contains("left");
        double side = right ? space : left ? -space : 0;
        double base =
                position.contains("top")
                        ? y - space
                        : position.contains("bottom")
                                ? y + space + face.size() * 0.8
                                : y + face.size() * 0.35;
        Anchor anchor = right ? Anchor.START : left ? Anchor.END : Anchor.MIDDLE;
        Face placed = new Face(anchor, face.size(), face.color(), face.bold(), face.halo(), false);
        canvas.text(x + side, base, placed, TextWidth.fit(text, face.size(), 200));
    }

    @Override
    public List<Legend.Entry> entries() {
        boolean area = mode.contains("lines") && look.width() == 0 && !fill().equals("none");
        Look faint =
                area
                        ? new Look(
                                Read.color(trace.path("fillcolor"), look.faint(0.2)),
                                "solid",
                                0,
                                "",
                                0,
                                "")
                        : look;
        return List.of(
                new Legend.Entry(
                        Read.plain(trace.path("name")),
                        faint,
                        area ? Legend.Sample.AREA : Legend.Sample.of(mode)));
    }

    @Override
    public Optional<ColorBar> colorBar() {
        return mode.contains("markers") ? Points.colorBar(trace.path("marker")) : Optional.empty();
    }
}
