package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;
import unroll.plot.Scale.Tick;

/**
 * One axis as it stands along a side of a panel: line, ticks, labels, title.
 *
 * @param far whether it stands above or right of the panel, not below or left
 * @param depth pixels beside the panel that the figure can spare for it
 */
record AxisLine(Ruler ruler, boolean far, double depth) {
    static final double TICK = 12;
    static final double LABEL = 13;

    /** Labels reach so far beyond the end of a level axis at most. */
    private static final double ROOM = 20;

    /** Labels that stand upright are cut to this. */
    private static final double LONGEST = 130;

    /** Labels beside a standing axis are cut to this. */
    private static final double LONGEST_BESIDE = 220;

    /** From this distance on labels stay level and are cut to it. */
    private static final double WIDE = 100;

    /** However small the figure, so much is left of a label. */
    private static final double SHORTEST = 24;

    /** Ticks that a standing axis needs, for which there is always room. */
    private static final int FEW = 3;

    private static final double TITLE_ROOM = LABEL + 8;
    private static final double BESIDE_LABELS = 8;

    /** Labels chosen so that none touches another. */
    private record Labels(List<Tick> ticks, boolean upright) {}

    static double widest(List<Tick> ticks) {
        return ticks.stream().mapToDouble(tick -> TextWidth.of(tick.label(), TICK)).max().orElse(0);
    }

    /** Returns the room it needs beside a panel that is so many pixels long. */
    double thickness(double length) {
        if (!ruler.visible()) {
            return 0;
        }
        Labels labels = labels(ruler.scale(0, length));
        boolean deep = labels.upright() || !ruler.horizontal();
        double room = deep ? widest(labels.ticks()) + BESIDE_LABELS : TICK + 6;
        return (labels.ticks().isEmpty() ? 0 : room) + titleRoom();
    }

    private double titleRoom() {
        return ruler.title().isEmpty() ? 0 : TITLE_ROOM;
    }

    /** Returns how long labels across the axis may be: as usual, or as there is room for. */
    private double longest(double usual) {
        return Math.min(usual, Math.max(SHORTEST, depth - BESIDE_LABELS - titleRoom()));
    }

    private Labels labels(Scale scale) {
        double length = Math.abs(scale.to() - scale.from());
        int wanted =
                (int) Math.max(ruler.horizontal() ? 2 : 3, length / (ruler.horizontal() ? 80 : 45));
        List<Tick> ticks = ruler.ticks(scale, wanted);
        if (!ruler.horizontal() && ticks.size() < FEW) {
            ticks = ruler.ticks(scale, 2 * wanted); // a step at which most of the axis says nothing
        }
        double apart = apart(ticks, scale, length);
        if (!ruler.horizontal()) {
            return new Labels(cut(every(ticks, TICK + 1, apart), longest(LONGEST_BESIDE)), false);
        }
        if (widest(ticks) + 6 <= apart) {
            return new Labels(ticks, false);
        }
        if (apart >= WIDE) {
            return new Labels(cut(ticks, apart - 8), false);
        }
        if ((apart >= TICK + 1 && ruler.kind() != Reach.Kind.NUMBERS)
                || ruler.spec().has("ticktext")) {
            return new Labels(cut(every(ticks, TICK + 1, apart), longest(LONGEST)), true);
        }
        List<Tick> few = cut(ticks, WIDE - 8);
        return new Labels(every(few, widest(few) + 8, apart), false);
    }

    /** Returns the least distance between two neighbours in pixels. */
    private static double apart(List<Tick> ticks, Scale scale, double length) {
        double least = length;
        for (int i = 1; i < ticks.size(); i++) {
            double gap = scale.at(ticks.get(i).value()) - scale.at(ticks.get(i - 1).value());
            least = Math.min(least, Math.abs(gap));
        }
        return least;
    }

    private static List<Tick> every(List<Tick> ticks, double needed, double apart) {
        int step = (int) Math.max(1, Math.ceil(needed / Math.max(apart, 1e-3)));
        List<Tick> kept = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += step) {
            kept.add(ticks.get(i));
        }
        return kept;
    }

    private static List<Tick> cut(List<Tick> ticks, double limit) {
        return ticks.stream()
                .map(tick -> new Tick(tick.value(), TextWidth.shorten(tick.label(), TICK, limit)))
                .toList();
    }

    void grid(Canvas canvas, Frame frame) {
        if (!ruler.visible() || !ruler.hasGrid()) {
            return;
        }
        Scale scale = ruler.horizontal() ? frame.x() : frame.y();
        for (Tick tick : labels(scale).ticks()) {
            double at = scale.at(tick.value());
            if (ruler.horizontal()) {
                canvas.line(at, frame.top(), at, frame.bottom(), Palette.GRID, 1);
            } else {
                canvas.line(frame.left(), at, frame.right(), at, Palette.GRID, 1);
            }
        }
    }

    void draw(Canvas canvas, Frame frame) {
        if (!ruler.visible()) {
            return;
        }
        if (ruler.horizontal()) {
            level(canvas, frame);
        } else {
            standing(canvas, frame);
        }
    }

    private void level(Canvas canvas, Frame frame) {
        double y = far ? frame.top() : frame.bottom();
        double out = far ? -1 : 1;
        Labels labels = labels(frame.x());
        canvas.line(frame.left(), y, frame.right(), y, Palette.SOFT_INK, 1);
        for (Tick tick : labels.ticks()) {
            double x = frame.x().at(tick.value());
            canvas.line(x, y, x, y + 4 * out, Palette.SOFT_INK, 1);
            if (labels.upright()) {
                Anchor anchor = far ? Anchor.START : Anchor.END;
                Face face = Face.of(anchor, TICK).rising();
                canvas.text(x + TICK * 0.35, y + 7 * out, face, tick.label());
            } else {
                double base = far ? y - 7 : y + TICK + 6;
                double most = frame.right() + ROOM - TextWidth.of(tick.label(), TICK) / 2;
                double middle = Math.min(x, Math.max(most, frame.left()));
                canvas.text(middle, base, Anchor.MIDDLE, TICK, Palette.INK, tick.label());
            }
        }
        if (!ruler.title().isEmpty()) {
            double end = thickness(frame.width());
            double base = far ? y - end + LABEL - 2 : y + end - 2;
            double middle = (frame.left() + frame.right()) / 2;
            String fitted = TextWidth.fit(ruler.title(), LABEL, Math.max(60, frame.width()));
            canvas.text(middle, base, Anchor.MIDDLE, LABEL, Palette.INK, fitted);
        }
    }

    private void standing(Canvas canvas, Frame frame) {
        double x = far ? frame.right() : frame.left();
        Anchor anchor = far ? Anchor.START : Anchor.END;
        if (far) {
            canvas.line(x, frame.top(), x, frame.bottom(), Palette.SOFT_INK, 1);
        }
        for (Tick tick : labels(frame.y()).ticks()) {
            double y = frame.y().at(tick.value()) + TICK * 0.35;
            canvas.text(far ? x + 6 : x - 6, y, anchor, TICK, Palette.INK, tick.label());
        }
        if (!ruler.title().isEmpty()) {
            double end = thickness(frame.height());
            double base = far ? x + end - 2 : x - end + LABEL;
            String fitted = TextWidth.fit(ruler.title(), LABEL, Math.max(60, frame.height()));
            double middle = (frame.top() + frame.bottom()) / 2;
            canvas.upward(base, middle, LABEL, Palette.INK, fitted);
        }
    }
}
