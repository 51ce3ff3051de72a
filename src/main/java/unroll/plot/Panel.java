package unroll.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of the figure with axes of its own, and the traces on it. */
final class Panel {
    /** Traces that share both axes; a panel has several layers where axes lie over others. */
    record Layer(Ruler x, Ruler y, List<Mark> marks) {}

    /** Parts of the figure that labels may take at its sides. */
    static final double LEFT = 1 / 2.0;

    static final double RIGHT = 1 / 3.0;
    static final double ABOVE_OR_BELOW = 1 / 2.0;

    private final Ruler x;
    private final Ruler y;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<AxisLine> lines = new ArrayList<>();
    private double headroom;
    private double left;
    private double top;
    private double right;
    private double bottom;

    Panel(Ruler x, Ruler y) {
        this.x = x;
        this.y = y;
    }

    Ruler x() {
        return x;
    }

    Ruler y() {
        return y;
    }

    Layer layer(Ruler xs, Ruler ys) {
        return layers.computeIfAbsent(
                xs.id() + ys.id(), key -> new Layer(xs, ys, new ArrayList<>()));
    }

    Iterable<Layer> layers() {
        return layers.values();
    }

    /** Gives an axis to this panel, which draws it. */
    void own(Ruler ruler) {
        String side = ruler.spec().path("side").asText();
        boolean far = side.equals("top") || side.equals("right");
        lines.add(new AxisLine(ruler, far, Double.MAX_VALUE));
    }

    /** Shortens labels to what a figure can spare beside panels that share so many pixels. */
    void limit(double wide, double high) {
        lines.replaceAll(
                line -> {
                    double beside = line.far() ? wide * RIGHT : wide * LEFT;
                    double depth = line.ruler().horizontal() ? high * ABOVE_OR_BELOW : beside;
                    return new AxisLine(line.ruler(), line.far(), depth);
                });
    }

    /** Asks for room above, for a heading. */
    void reserve(double height) {
        headroom = Math.max(headroom, height);
    }

    /** Returns the room for labels on one side. */
    private double room(boolean horizontal, boolean far, double length) {
        return lines.stream()
                .filter(line -> line.ruler().horizontal() == horizontal && line.far() == far)
                .mapToDouble(line -> line.thickness(length))
                .sum();
    }

    double leftRoom(double height) {
        return room(false, false, height);
    }

    double rightRoom(double height) {
        return room(false, true, height) + bar().map(ColorBar::thickness).orElse(0.0);
    }

    double topRoom(double width) {
        return room(true, true, width) + headroom;
    }

    double bottomRoom(double width) {
        return room(true, false, width);
    }

    void place(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    /** Returns where headings stand: above the panel and the labels on top of it. */
    double heading() {
        return top - room(true, true, right - left);
    }

    Frame frame(Layer layer) {
        Scale xs = layer.x().scale(left, right);
        return new Frame(left, top, right, bottom, xs, layer.y().scale(bottom, top));
    }

    private Optional<ColorBar> bar() {
        return layers.values().stream()
                .flatMap(layer -> layer.marks().stream())
                .flatMap(mark -> mark.colorBar().stream())
                .findFirst();
    }

    void grid(Canvas canvas) {
        Frame frame = frame(new Layer(x, y, List.of()));
        new AxisLine(y, false, Double.MAX_VALUE).grid(canvas, frame);
        new AxisLine(x, false, Double.MAX_VALUE).grid(canvas, frame);
    }

    void draw(Canvas canvas) {
        for (Layer layer : layers.values()) {
            Frame frame = frame(layer);
            boolean fixed = layer.x().isFixed() || layer.y().isFixed();
            if (fixed) {
                canvas.clip(left - 1, top - 1, right - left + 2, bottom - top + 2);
            }
            layer.marks().forEach(mark -> mark.ground(canvas, frame));
            layer.marks().forEach(mark -> mark.draw(canvas, frame));
            if (fixed) {
                canvas.unclip();
            }
        }
        lines(canvas);
    }

    private void lines(Canvas canvas) {
        if (x.visible() && lines.stream().noneMatch(line -> line.ruler() == x)) {
            canvas.line(left, bottom, right, bottom, Palette.SOFT_INK, 1);
        }
        Frame base = frame(new Layer(x, y, List.of()));
        double beside = room(false, true, base.height());
        bar().ifPresent(bar -> bar.draw(canvas, base, beside));
        for (AxisLine line : lines) {
            Ruler ruler = line.ruler();
            boolean across = ruler.horizontal();
            line.draw(canvas, frame(new Layer(across ? ruler : x, across ? y : ruler, List.of())));
        }
    }
}
