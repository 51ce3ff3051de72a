package unroll.plot;

import java.util.List;
import unroll.plot.Canvas.Anchor;

/** Names what is drawn, in rows below the title. */
final class Legend {
    private static final double SIZE = 12;
    private static final double ROW = 19;
    private static final double SAMPLE = 30;

    /** What the legend shows beside a name. */
    enum Sample {
        LINE,
        MARKER,
        BOTH,
        AREA;

        /** Returns the sample of a trace of lines, markers or both. */
        static Sample of(String mode) {
            if (mode.contains("markers")) {
                return mode.contains("lines") ? BOTH : MARKER;
            }
            return LINE;
        }
    }

    /** A name and a sample of what it stands for. */
    record Entry(String name, Look look, Sample sample) {}

    private final List<Entry> entries;
    private final double left;
    private final double right;
    private final int mostRows;

    /** Prepares the rows, no more than fit into {@code most} pixels. */
    Legend(List<Entry> entries, double left, double right, double most) {
        this.entries = entries;
        this.left = left;
        this.right = right;
        this.mostRows = (int) Math.max(1, most / ROW);
    }

    /** Returns the height of the rows. */
    double height() {
        return rows(null, 0);
    }

    /** Draws the rows from {@code top} downward. */
    void draw(Canvas canvas, double top) {
        rows(canvas, top);
    }

    private double rows(Canvas canvas, double top) {
        double x = left;
        int row = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String name = TextWidth.shorten(entry.name(), SIZE, (right - left) / 2 - SAMPLE);
            double wide = SAMPLE + 6 + TextWidth.of(name, SIZE);
            boolean last = row == mostRows - 1 && i < entries.size() - 1;
            if (x > left && x + wide + (last ? 90 : 0) > right) {
                if (row == mostRows - 1) {
                    more(canvas, x, top + row * ROW, entries.size() - i);
                    return (row + 1) * ROW;
                }
                x = left;
                row++;
            }
            if (canvas != null) {
                entry(canvas, entry, name, x, top + row * ROW + ROW / 2);
            }
            x += wide + 20;
        }
        return entries.isEmpty() ? 0 : (row + 1) * ROW;
    }

    private static void more(Canvas canvas, double x, double y, int count) {
        if (canvas != null) {
            String text = Digits.format("and %d more", count);
            canvas.text(x, y + ROW / 2 + SIZE * 0.35, Anchor.START, SIZE, Palette.INK, text);
        }
    }

    private static void entry(Canvas canvas, Entry entry, String name, double x, double y) {
        Look look = entry.look();
        if (entry.sample() == Sample.AREA) {
            canvas.rect(x + SAMPLE - 18, y - 6, 14, 12, look.color());
            Hatch.draw(canvas, look.pattern(), x + SAMPLE - 18, y - 6, 14, 12);
        }
        if (entry.sample() == Sample.LINE || entry.sample() == Sample.BOTH) {
            Outline line = new Outline().move(x, y).line(x + SAMPLE, y);
            canvas.stroke(line, look.color(), look.width(), look.dash());
        }
        if (entry.sample() == Sample.MARKER || entry.sample() == Sample.BOTH) {
            double size = Math.max(5, Math.min(12, look.size()));
            Outline marker = new Outline();
            Marker.add(marker, look.symbol(), x + SAMPLE / 2, y, size);
            canvas.shape(marker, look.color());
        }
        double base = y + SIZE * 0.35;
        canvas.text(x + SAMPLE + 6, base, Anchor.START, SIZE, Palette.INK, name);
    }
}
