package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** Shares of a whole, each named beside its slice. */
final class PieMark implements Mark {
    private static final double SIZE = AxisLine.TICK;
    private static final double ROW = SIZE + 3;

    /** What stands beside a slice; the name may be shortened. */
    private record Label(String name, String share) {
        String within(double room) {
            return TextWidth.shorten(name, SIZE, room - TextWidth.of(share, SIZE)) + share;
        }
    }

    private final Map<String, Double> shares = new LinkedHashMap<>();
    private final String name;
    private final double hole;
    private final JsonNode colors;

    PieMark(JsonNode trace) {
        shares.putAll(sums(trace, unit(trace)));
        double whole = shares.values().stream().reduce(0.0, Double::sum);
        shares.replaceAll((label, value) -> value / whole);
        this.name = Read.plain(trace.path("name"));
        this.hole = Math.max(0, Math.min(0.9, Read.number(trace.path("hole"), 0)));
        this.colors = trace.path("marker").path("colors");
    }

    /** Returns a number whose multiples are finite where the sum of the values is not. */
    static double unit(JsonNode trace) {
        return trace.path("values").isArray()
                ? Magnitude.unit(Read.values(trace.path("values")))
                : 1;
    }

    /** Returns the labels, in order, and how many units all slices of each have. */
    static Map<String, Double> sums(JsonNode trace, double unit) {
        Map<String, Double> sums = new LinkedHashMap<>();
        JsonNode values = trace.path("values");
        for (int i = 0; i < Math.max(values.size(), trace.path("labels").size()); i++) {
            double value = values.isArray() ? Read.value(values.path(i)) / unit : 1;
            if (value > 0) {
                String label =
                        trace.path("labels").has(i)
                                ? trace.path("labels").path(i).asText()
                                : "" + i;
                sums.merge(label, value, Double::sum);
            }
        }
        return sums;
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        double x = (frame.left() + frame.right()) / 2;
        double y = (frame.top() + frame.bottom()) / 2;
        double radius = Math.max(10, Math.min(frame.width() / 4, frame.height() / 2 - 2 * ROW));
        double angle = -Math.PI / 2;
        int slice = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            double end = angle + 2 * Math.PI * share.getValue();
            Outline outline = new Outline();
            if (hole == 0 && share.getValue() < 1) {
                outline.move(x, y).line(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            } else {
                outline.move(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
            }
            outline.arc(x, y, radius, angle, end);
            if (hole > 0) {
                outline.arc(x, y, radius * hole, end, angle);
            }
            canvas.shape(outline.close(), Read.color(colors.path(slice), Palette.color(slice)));
            slice++;
            angle = end;
        }
        labels(canvas, frame, x, y, radius);
        if (!name.isEmpty()) {
            canvas.text(
                    x,
                    frame.bottom() - 2,
                    Face.of(Anchor.MIDDLE, 13),
                    TextWidth.shorten(name, 13, frame.width()));
        }
    }

    /** Names the slices from top to bottom on both sides, each below the one before. */
    private void labels(Canvas canvas, Frame frame, double x, double y, double radius) {
        double angle = 0;
        Map<Double, Label> right = new TreeMap<>();
        Map<Double, Label> left = new TreeMap<>();
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            double middle = angle + Math.PI * share.getValue();
            angle += 2 * Math.PI * share.getValue();
            String percent = "  " + Digits.shortest(100 * share.getValue(), 1) + " %";
            String label = Read.plain(TextNode.valueOf(share.getKey()));
            Label text = new Label(label, percent);
            (middle <= Math.PI ? right : left)
                    .put(middle <= Math.PI ? middle : 2 * Math.PI - middle, text);
        }
        side(canvas, frame, right, x, y, radius, 1);
        side(canvas, frame, left, x, y, radius, -1);
    }

    private static void side(
            Canvas canvas,
            Frame frame,
            Map<Double, Label> labels,
            double x,
            double y,
            double radius,
            int way) {
        double free = frame.top() + SIZE;
        int left = labels.size();
        for (Map.Entry<Double, Label> label : labels.entrySet()) {
            double edge = y - radius * Math.cos(label.getKey());
            double last = frame.bottom() - ROW * left;
            double at = Math.max(free, Math.min(edge, last));
            left--;
            if (at > frame.bottom()) {
                return;
            }
            free = at + ROW;
            double from = x + way * radius * Math.sin(label.getKey());
            double elbow = x + way * (radius + 14);
            Outline line = new Outline().move(from, edge).line(elbow, at);
            canvas.stroke(line, Palette.SOFT_INK, 0.8, "solid");
            double room = way > 0 ? frame.right() - elbow - 4 : elbow - frame.left() - 4;
            Anchor anchor = way > 0 ? Anchor.START : Anchor.END;
            canvas.text(
                    elbow + way * 4,
                    at + SIZE * 0.35,
                    Face.of(anchor, SIZE),
                    label.getValue().within(room));
        }
    }
}
