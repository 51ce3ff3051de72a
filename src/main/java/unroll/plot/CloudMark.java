package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.plot.Space.Spot;

/** Points in space, the nearest drawn last, and the line through them. */
final class CloudMark implements Mark {
    private final JsonNode trace;
    private final Look look;
    private final Space space;
    private final String mode;
    private final double[][] values;

    CloudMark(JsonNode trace, Look look, Space space) {
        this.trace = trace;
        double size = Math.min(look.size(), trace.path("marker").has("size") ? look.size() : 6);
        this.look = new Look(look.color(), look.dash(), look.width(), look.symbol(), size, "");
        this.space = space;
        String stated = trace.path("mode").asText("lines+markers");
        this.mode = stated.contains("lines") ? stated : "markers"; // words are points, too
        this.values = space.values(trace);
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        Spot[] spots = space.spots(frame, values);
        if (mode.contains("lines")) {
            line(canvas, spots);
        }
        if (mode.contains("markers")) {
            points(canvas, frame, spots);
        }
    }

    private void line(Canvas canvas, Spot[] spots) {
        Outline outline = new Outline();
        boolean down = false;
        for (Spot spot : spots) {
            boolean seen = Double.isFinite(spot.x()) && Double.isFinite(spot.y());
            if (seen) {
                outline.to(spot.x(), spot.y(), down);
            }
            down = seen;
        }
        if (!outline.isEmpty()) {
            canvas.stroke(outline, look.color(), look.width(), look.dash());
        }
    }

    private void points(Canvas canvas, Frame frame, Spot[] spots) {
        int[] order =
                IntStream.range(0, spots.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> spots[i].near()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] x = Stream.of(spots).mapToDouble(Spot::x).toArray();
        double[] y = Stream.of(spots).mapToDouble(Spot::y).toArray();
        Scale same = new Scale(0, 1, false, 0, 1);
        Frame flat =
                new Frame(frame.left(), frame.top(), frame.right(), frame.bottom(), same, same);
        new Points(trace.path("marker"), look).draw(canvas, flat, x, y, order);
    }

    @Override
    public List<Legend.Entry> entries() {
        String name = Read.plain(trace.path("name"));
        return List.of(new Legend.Entry(name, look, Legend.Sample.of(mode)));
    }
}
