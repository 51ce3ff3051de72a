package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** A whole figure: title, legend, panels and notes, each with the room that its texts need. */
final class FigureSheet {
    private static final double TITLE = 16;
    private static final double PAD = 14;
    private static final double LEAST = 30;

    private final JsonNode layout;
    private final String summary;
    private final int width;
    private final int height;
    private final List<String> title;
    private final Legend legend;
    private final List<Panel> panels;
    private final List<Annotation> notes = new ArrayList<>();
    private double left = PAD;
    private double top = PAD;
    private double right;
    private double bottom;

    FigureSheet(JsonNode plotly, String summary) {
        this.layout = plotly.path("layout");
        this.summary = summary;
        this.width = size("width", 640, 1000);
        this.height = size("height", 400, 2000);
        Axes axes = new Axes(layout);
        Marks marks = new Marks(plotly, axes);
        this.panels = marks.panels();
        this.legend = new Legend(entries(marks), PAD, width - PAD, height / 2.0);
        String text = Read.title(layout);
        this.title = text.isBlank() ? List.of() : Read.lines(layout.path("title").path("text"));
        layout.path("annotations").forEach(note -> notes.add(new Annotation(note)));
        Owners.assign(panels);
        reserve();
        margins();
        spread();
        makeRoom();
    }

    private int size(String side, int otherwise, int most) {
        return Math.max(200, Math.min(most, layout.path(side).asInt(otherwise)));
    }

    private List<Legend.Entry> entries(Marks marks) {
        List<Legend.Entry> all = new ArrayList<>();
        marks.named().forEach(mark -> all.addAll(mark.entries()));
        all.removeIf(entry -> entry.name().isBlank());
        boolean wanted = layout.path("showlegend").asBoolean(all.size() > 1);
        return wanted ? all : List.of();
    }

    /** Finds out what stands above panels and above the figure. */
    private void reserve() {
        top += title.size() * (TITLE + 4) + (title.isEmpty() ? 0 : 6);
        top += legend.height() + 6;
        Places nowhere = new Places(panels, 0, 0, 0, 0);
        double above = 0;
        for (Annotation note : notes) {
            if (note.yref().equals("paper")) {
                above = Math.max(above, note.headroom());
                reserveUnder(note);
            } else if (note.yref().endsWith(" domain")) {
                nowhere.panel(note.yref()).ifPresent(panel -> panel.reserve(note.headroom()));
            }
        }
        top += above;
    }

    /** A note at the height of a panel's upper end is its heading. */
    private void reserveUnder(Annotation note) {
        for (Panel panel : panels) {
            if (note.height() < 1 && Math.abs(panel.y().domain(1) - note.height()) < 1e-4) {
                panel.reserve(note.room());
            }
        }
    }

    /** Leaves room around all panels for the labels of those at the border. */
    private void margins() {
        right = width - PAD;
        bottom = height - PAD;
        double wide = right - left;
        double high = bottom - top;
        panels.forEach(panel -> panel.limit(wide, high));
        double[] rooms = {0, 0, 10, 0};
        for (Panel panel : panels) {
            Ruler x = panel.x();
            Ruler y = panel.y();
            double panelWide = wide * (x.domain(1) - x.domain(0)) * 0.85;
            double panelHigh = high * (y.domain(1) - y.domain(0)) * 0.85;
            rooms[0] = Math.max(rooms[0], panel.leftRoom(panelHigh) - x.domain(0) * wide);
            rooms[1] = Math.max(rooms[1], panel.topRoom(panelWide) - (1 - y.domain(1)) * high);
            rooms[2] = Math.max(rooms[2], panel.rightRoom(panelHigh) - (1 - x.domain(1)) * wide);
            rooms[3] = Math.max(rooms[3], panel.bottomRoom(panelWide) - y.domain(0) * high);
        }
        left += Math.min(rooms[0], wide * Panel.LEFT);
        right -= Math.min(rooms[2], wide * Panel.RIGHT);
        for (Panel panel : panels) { // narrower than that, where labels at its sides are wide
            Ruler x = panel.x();
            Ruler y = panel.y();
            double narrow = (right - left) * (x.domain(1) - x.domain(0));
            rooms[1] = Math.max(rooms[1], panel.topRoom(narrow) - (1 - y.domain(1)) * high);
            rooms[3] = Math.max(rooms[3], panel.bottomRoom(narrow) - y.domain(0) * high);
        }
        top += Math.min(rooms[1], high * Panel.ABOVE_OR_BELOW);
        bottom -= Math.min(rooms[3], high * Panel.ABOVE_OR_BELOW);
    }

    /** Gives every panel its share of the figure. */
    private void spread() {
        for (Panel panel : panels) {
            Ruler x = panel.x();
            Ruler y = panel.y();
            panel.place(
                    left + x.domain(0) * (right - left),
                    bottom - y.domain(1) * (bottom - top),
                    left + x.domain(1) * (right - left),
                    bottom - y.domain(0) * (bottom - top));
        }
    }

    /** Makes panels smaller where their labels would lie on their neighbours. */
    private void makeRoom() {
        for (Panel panel : panels) {
            for (Panel other : panels) {
                boolean besides = panel.top() < other.bottom() && other.top() < panel.bottom();
                if (besides && other.right() <= panel.left() + 1) {
                    beside(other, panel);
                }
                boolean over = panel.left() < other.right() && other.left() < panel.right();
                if (over && panel.bottom() <= other.top() + 1) {
                    above(panel, other);
                }
            }
        }
    }

    private static void beside(Panel before, Panel panel) {
        double needed =
                before.rightRoom(before.bottom() - before.top())
                        + panel.leftRoom(panel.bottom() - panel.top())
                        + 8;
        double lacking = needed - (panel.left() - before.right());
        double most = panel.right() - panel.left() - LEAST;
        if (lacking > 0 && most > 0) {
            double moved = panel.left() + Math.min(lacking, most);
            panel.place(moved, panel.top(), panel.right(), panel.bottom());
        }
    }

    private static void above(Panel panel, Panel below) {
        double needed =
                panel.bottomRoom(panel.right() - panel.left())
                        + below.topRoom(below.right() - below.left())
                        + 8;
        double lacking = needed - (below.top() - panel.bottom());
        double most = panel.bottom() - panel.top() - LEAST;
        if (lacking > 0 && most > 0) {
            double moved = panel.bottom() - Math.min(lacking, most);
            panel.place(panel.left(), panel.top(), panel.right(), moved);
        }
    }

    Drawing drawing() {
        return new Drawing(width, height, summary, this::draw);
    }

    private void draw(Canvas canvas) {
        double y = PAD;
        for (String line : title) {
            y += TITLE;
            canvas.text(
                    PAD,
                    y,
                    Face.of(Anchor.START, TITLE).strong(),
                    TextWidth.fit(line, TITLE * 1.13, width - 2 * PAD));
            y += 4;
        }
        legend.draw(canvas, title.isEmpty() ? y : y + 6);
        Places places = new Places(panels, left, top, right, bottom);
        Shapes shapes = new Shapes(layout, places);
        panels.forEach(panel -> panel.grid(canvas));
        shapes.draw(canvas, true);
        panels.forEach(panel -> panel.draw(canvas));
        shapes.draw(canvas, false);
        notes.forEach(note -> note.draw(canvas, places, width));
    }
}
