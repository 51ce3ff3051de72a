package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** The box with marked edges around all points in space, seen without perspective from one place. */
final class Space implements Mark {
    /** Turn around the upright axis and tilt towards the viewer, in radians. */
    private static final double TURN = Math.toRadians(-50);

    private static final double TILT = Math.toRadians(25);
    private static final double TICK = AxisLine.TICK;
    private static final String[] NAMES = {"x", "y", "z"};

    private final JsonNode scene;
    private final Ruler[] rulers = new Ruler[3];

    Space(JsonNode scene) {
        this.scene = scene;
        Arrays.setAll(
                rulers,
                axis -> new Ruler(NAMES[axis], scene.path(NAMES[axis] + "axis"), new Reach()));
    }

    /** Returns the numbers of a trace along each axis; the axes learn to show them. */
    double[][] values(JsonNode trace) {
        double[][] values = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            JsonNode column = trace.path(NAMES[axis]);
            rulers[axis].see(column);
            values[axis] = rulers[axis].values(column, trace.path("z").size());
            Arrays.stream(values[axis]).forEach(rulers[axis]::show);
        }
        return values;
    }

    /** Where a point is drawn: across, down and how near it is. */
    record Spot(double x, double y, double near) {}

    /** Returns where points are drawn. */
    Spot[] spots(Frame frame, double[][] values) {
        Scale[] scales = new Scale[3];
        Arrays.setAll(scales, axis -> rulers[axis].scale(0, 1));
        Spot[] spots = new Spot[values[2].length];
        Arrays.setAll(
                spots,
                i ->
                        spot(
                                frame,
                                scales[0].at(values[0][i]),
                                scales[1].at(values[1][i]),
                                scales[2].at(values[2][i])));
        return spots;
    }

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
            String label = TextWidth.shorten(tick.label(), TICK, 80);
            canvas.text(at.x() + side, at.y() + down, Face.of(anchor, TICK), label);
        }
        String title = Read.title(scene.path(NAMES[axis] + "axis"));
        String name = TextWidth.fit(title.isEmpty() ? NAMES[axis] : title, 13, frame.width() / 3);
        Spot middle = along(frame, axis, axis == 2 ? 1 : 0.5);
        double x = middle.x() + (axis == 1 ? 44 : axis == 0 ? -44 : 0);
        double y = middle.y() + (axis == 2 ? -10 : 34);
        canvas.text(x, y, Face.of(axis == 2 ? Anchor.MIDDLE : anchor, 13), name);
    }
}
