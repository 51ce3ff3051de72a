package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** Points in space, seen without perspective from one fixed place, in a box with marked edges. */
final class CloudMark implements Mark {
    /** Turn around the upright axis and tilt towards the viewer, in radians. */
    private static final double TURN = Math.toRadians(-50);

    private static final double TILT = Math.toRadians(25);
    private static final double TICK = AxisLine.TICK;
    private static final String[] NAMES = {"x", "y", "z"};

    private final JsonNode trace;
    private final JsonNode scene;
    private final Look look;
    private final Ruler[] rulers = new Ruler[3];
    private final double[][] values = new double[3][];

    CloudMark(JsonNode trace, Look look, JsonNode scene) {
        this.trace = trace;
        this.scene = scene;
        this.look = look;
        int size = trace.path("z").size();
        for (int axis = 0; axis < 3; axis++) {
            JsonNode spec = scene.path(NAMES[axis] + "axis");
            rulers[axis] = new Ruler(NAMES[axis], spec, new Reach());
            rulers[axis].see(trace.path(NAMES[axis]));
            values[axis] = rulers[axis].values(trace.path(NAMES[axis]), size);
            Arrays.stream(values[axis]).forEach(rulers[axis]::show);
        }
    }

    /** Where a corner of the unit cube is drawn: across, down and how near it is. */
    private record Spot(double x, double y, double near) {}

    private static Spot spot(Frame frame, double a, double b, double c) {
        double across = (a - 0.5) * Math.cos(TURN) - (b - 0.5) * Math.sin(TURN);
        double away = (a - 0.5) * Math.sin(TURN) + (b - 0.5) * Math.cos(TURN);
        double up = (c - 0.5) * Math.cos(TILT) + away * Math.sin(TILT);
        double size = Math.min(frame.width() / 1.75, frame.height() / 1.75);
        double x = (frame.left() + frame.right()) / 2 + across * size;
        double y = (frame.top() + frame.bottom()) / 2 - up * size - 8;
        return new Spot(x, y, -away * Math.cos(TILT));
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        walls(canvas, frame);
        Scale[] scales = new Scale[3];
        Arrays.setAll(scales, axis -> rulers[axis].scale(0, 1));
        Integer[] order = new Integer[values[2].length];
        Spot[] spots = new Spot[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            double a = scales[0].at(values[0][i]);
            spots[i] = spot(frame, a, scales[1].at(values[1][i]), scales[2].at(values[2][i]));
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> spots[i].near()));
        double[] x = new double[order.length];
        double[] y = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            x[i] = spots[order[i]].x();
            y[i] = spots[order[i]].y();
        }
        Scale same = new Scale(0, 1, false, 0, 1);
        new Points(trace.path("marker"), small())
                .draw(
                        canvas,
                        new Frame(
                                frame.left(),
                                frame.top(),
                                frame.right(),
                                frame.bottom(),
                                same,
                                same),
                        x,
                        y);
    }

    private Look small() {
        double size = Math.min(look.size(), trace.path("marker").has("size") ? look.size() : 6);
        return new Look(look.color(), "solid", 1, look.symbol(), size, "");
    }

    private void walls(Canvas canvas, Frame frame) {
        Outline grid = new Outline();
        for (double at = 0; at <= 1; at += 0.25) {
            line(grid, spot(frame, at, 0, 0), spot(frame, at, 1, 0));
            line(grid, spot(frame, 0, at, 0), spot(frame, 1, at, 0));
            line(grid, spot(frame, at, 1, 0), spot(frame, at, 1, 1));
            line(grid, spot(frame, 0, 1, at), spot(frame, 1, 1, at));
            line(grid, spot(frame, 0, at, 0), spot(frame, 0, at, 1));
            line(grid, spot(frame, 0, 0, at), spot(frame, 0, 1, at));
        }
        canvas.stroke(grid, Palette.GRID, 1, "solid");
        edge(canvas, frame, 0);
        edge(canvas, frame, 1);
        edge(canvas, frame, 2);
    }

    private static void line(Outline outline, Spot from, Spot to) {
        outline.move(from.x(), from.y()).line(to.x(), to.y());
    }

    private Spot along(Frame frame, int axis, double at) {
        return switch (axis) {
            case 0 -> spot(frame, at, 0, 0);
            case 1 -> spot(frame, 1, at, 0);
            default -> spot(frame, 0, 0, at);
        };
    }

    private void edge(Canvas canvas, Frame frame, int axis) {
        Outline line = new Outline();
        line(line, along(frame, axis, 0), along(frame, axis, 1));
        canvas.stroke(line, Palette.SOFT_INK, 1, "solid");
        Scale scale = rulers[axis].scale(0, 1);
        Anchor anchor = axis == 1 ? Anchor.START : Anchor.END;
        double side = axis == 1 ? 6 : -6;
        double down = axis == 2 ? TICK * 0.35 : TICK;
        for (Scale.Tick tick : rulers[axis].ticks(scale, 4)) {
            double place = scale.at(tick.value());
            if (axis < 2 && (place < 0.1 || place > 0.9)) {
                continue; // where two edges meet, labels would lie on one another
            }
            Spot at = along(frame, axis, place);
            String label = TextWidth.fit(tick.label(), TICK, 80);
            canvas.text(at.x() + side, at.y() + down, Face.of(anchor, TICK), label);
        }
        String title = Read.title(scene.path(NAMES[axis] + "axis"));
        String name = TextWidth.fit(title.isEmpty() ? NAMES[axis] : title, 13, frame.width() / 3);
        Spot middle = along(frame, axis, axis == 2 ? 1 : 0.5);
        double x = middle.x() + (axis == 1 ? 44 : axis == 0 ? -44 : 0);
        double y = middle.y() + (axis == 2 ? -10 : 34);
        canvas.text(x, y, Face.of(axis == 2 ? Anchor.MIDDLE : anchor, 13), name);
    }

    @Override
    public List<Legend.Entry> entries() {
        String name = Read.plain(trace.path("name"));
        return List.of(new Legend.Entry(name, small(), Legend.Sample.MARKER));
    }
}
