package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of equal height between the numbers of a matrix, and a colour for each stretch of height. */
final class ContourMark implements Mark {
    /** Side in pixels of what is coloured as one; the lines drawn over it are exact. */
    private static final double GRAIN = 2;

    /** Coarser matrices are refined, so that lines follow the colours. */
    private static final int FINE = 30;

    private static final int LEVELS = 10;
    private static final int MOST_LEVELS = 40;

    private final JsonNode trace;
    private final Cells cells;
    private final ColorBar.Range range;
    private final List<Double> levels = new ArrayList<>();

    ContourMark(JsonNode trace, Cells cells, Ruler xs, Ruler ys) {
        this.trace = trace;
        this.cells = cells.finer(FINE);
        this.range = ColorBar.Range.of(trace, "z", cells.all());
        for (double x : cells.x()) {
            xs.edge(x);
        }
        for (double y : cells.y()) {
            ys.edge(y);
        }
        chooseLevels(trace.path("contours"));
    }

    private void chooseLevels(JsonNode stated) {
        double size = Read.number(stated.path("size"), 0);
        if (size > 0 && stated.has("start") && stated.has("end")) {
            double start = Read.number(stated.path("start"), range.low());
            double end = Read.number(stated.path("end"), range.high());
            for (int i = 0; start + i * size <= end + size * 1e-9 && i < MOST_LEVELS; i++) {
                levels.add(start + i * size);
            }
            return;
        }
        Scale scale = new Scale(range.low(), range.high(), false, 0, 1);
        scale.ticks(LEVELS).forEach(tick -> levels.add(tick.value()));
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        if (cells.z().length < 2 || cells.x().length < 2) {
            return;
        }
        if (!trace.path("contours").path("coloring").asText("fill").equals("lines")) {
            fill(canvas, frame);
        }
        Outline lines = new Outline();
        for (double level : levels) {
            for (int row = 0; row + 1 < cells.z().length; row++) {
                for (int column = 0; column + 1 < cells.x().length; column++) {
                    segments(lines, frame, row, column, level);
                }
            }
        }
        if (!lines.isEmpty()) {
            canvas.stroke(lines, Palette.INK, 0.8, "solid");
        }
    }

    private void fill(Canvas canvas, Frame frame) {
        int wide = (int) Math.max(1, frame.width() / GRAIN);
        int high = (int) Math.max(1, frame.height() / GRAIN);
        int[] pixels = new int[wide * high];
        for (int i = 0; i < pixels.length; i++) {
            double px = frame.left() + (i % wide + 0.5) * frame.width() / wide;
            double py = frame.top() + (Math.floorDiv(i, wide) + 0.5) * frame.height() / high;
            double value = between(frame, px, py);
            pixels[i] = Double.isNaN(value) ? 0xFFFFFF : range.color(band(value)).packed();
        }
        String image = PixelImage.uri(wide, high, pixels);
        canvas.image(frame.left(), frame.top(), frame.width(), frame.height(), image);
    }

    /** Returns the middle between the levels around a height. */
    private double band(double value) {
        double below = range.low();
        for (double level : levels) {
            if (value < level) {
                return (below + level) / 2;
            }
            below = level;
        }
        return (below + range.high()) / 2;
    }

    /** Returns the height at a pixel, linear between the four numbers around it. */
    private double between(Frame frame, double px, double py) {
        int column = index(cells.x(), frame.x(), px);
        int row = index(cells.y(), frame.y(), py);
        if (column < 0 || row < 0) {
            return Double.NaN;
        }
        double right = share(cells.x(), frame.x(), column, px);
        double up = share(cells.y(), frame.y(), row, py);
        double[] near = cells.z()[row];
        double[] far = cells.z()[row + 1];
        double below = near[column] + right * (near[column + 1] - near[column]);
        double above = far[column] + right * (far[column + 1] - far[column]);
        return below + up * (above - below);
    }

    private static int index(double[] middles, Scale scale, double pixel) {
        for (int i = 0; i + 1 < middles.length; i++) {
            double share = share(middles, scale, i, pixel);
            if (share >= 0 && share <= 1) {
                return i;
            }
        }
        return -1;
    }

    private static double share(double[] middles, Scale scale, int i, double pixel) {
        double from = scale.at(middles[i]);
        return (pixel - from) / (scale.at(middles[i + 1]) - from);
    }

    /** Adds where a level crosses the sides of one cell. */
    private void segments(Outline lines, Frame frame, int row, int column, double level) {
        double[] x = {cells.x()[column], cells.x()[column + 1]};
        double[] y = {cells.y()[row], cells.y()[row + 1]};
        double[][] corners = {
            {x[0], y[0], cells.z()[row][column]},
            {x[1], y[0], cells.z()[row][column + 1]},
            {x[1], y[1], cells.z()[row + 1][column + 1]},
            {x[0], y[1], cells.z()[row + 1][column]}
        };
        boolean down = false;
        for (int i = 0; i < 4; i++) {
            double[] from = corners[i];
            double[] to = corners[(i + 1) % 4];
            if ((from[2] < level) != (to[2] < level) && Double.isFinite(from[2] + to[2])) {
                double part = (level - from[2]) / (to[2] - from[2]);
                double px = frame.x().at(from[0] + part * (to[0] - from[0]));
                double py = frame.y().at(from[1] + part * (to[1] - from[1]));
                lines.to(px, py, down);
                down = !down;
            }
        }
    }

    @Override
    public Optional<ColorBar> colorBar() {
        return ColorBar.of(trace, range);
    }
}
