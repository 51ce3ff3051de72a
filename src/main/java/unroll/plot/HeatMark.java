package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import unroll.plot.Canvas.Anchor;
import unroll.plot.Canvas.Face;

/** A heat map: each cell has the colour of its number, and the number itself where asked for. */
final class HeatMark implements Mark {
    /** More cells of a figure are drawn as images, which are smaller than as many rectangles. */
    static final int RECTANGLES = 2500;

    private static final int SHADES = 200;
    private static final String EMPTY = "#ffffff";

    private final JsonNode trace;
    private final Cells cells;
    private final double[] xEdges;
    private final double[] yEdges;
    private final ColorBar.Range range;
    private final int rectangles;

    /** Makes a mark that is drawn as one image if it has more cells than so many rectangles. */
    HeatMark(JsonNode trace, Cells cells, Ruler xs, Ruler ys, int rectangles) {
        this.rectangles = rectangles;
        this.trace = trace;
        this.cells = cells;
        this.xEdges = Cells.edges(cells.x());
        this.yEdges = Cells.edges(cells.y());
        this.range = ColorBar.Range.of(trace, "z", cells.all());
        for (double edge : xEdges) {
            xs.edge(edge);
        }
        for (double edge : yEdges) {
            ys.edge(edge);
        }
    }

    private int rows() {
        return cells.z().length;
    }

    private int columns() {
        return cells.x().length;
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        if (rows() == 0 || columns() == 0) {
            return;
        }
        if (rows() * columns() <= rectangles) {
            rectangles(canvas, frame);
        } else {
            image(canvas, frame);
        }
        gaps(canvas, frame);
        numbers(canvas, frame);
    }

    /** Cells reach a little under the next ones, so that no seam shows between them. */
    private void rectangles(Canvas canvas, Frame frame) {
        for (int row = 0; row < rows(); row++) {
            double[] high = span(frame.y(), yEdges, row);
            for (int column = 0; column < columns(); column++) {
                double[] wide = span(frame.x(), xEdges, column);
                double value = cells.z()[row][column];
                if (Double.isFinite(value) && wide[1] > wide[0] && high[1] > high[0]) {
                    double right = Math.min(wide[1] + 0.4, Math.max(frame.right(), wide[1]));
                    double bottom = Math.min(high[1] + 0.4, Math.max(frame.bottom(), high[1]));
                    String color = range.color(value).hex();
                    canvas.rect(wide[0], high[0], right - wide[0], bottom - high[0], color);
                }
            }
        }
    }

    private static double[] span(Scale scale, double[] edges, int i) {
        double from = scale.at(edges[i]);
        double to = scale.at(edges[i + 1]);
        return new double[] {Math.min(from, to), Math.max(from, to)};
    }

    private void image(Canvas canvas, Frame frame) {
        double left = Math.min(frame.x().at(xEdges[0]), frame.x().at(xEdges[columns()]));
        double right = Math.max(frame.x().at(xEdges[0]), frame.x().at(xEdges[columns()]));
        double top = Math.min(frame.y().at(yEdges[0]), frame.y().at(yEdges[rows()]));
        double bottom = Math.max(frame.y().at(yEdges[0]), frame.y().at(yEdges[rows()]));
        int[] across = sources(frame.x(), xEdges, left, right);
        int[] down = sources(frame.y(), yEdges, top, bottom);
        int[] pixels = new int[across.length * down.length];
        for (int i = 0; i < pixels.length; i++) {
            double value = cells.z()[down[i / across.length]][across[i % across.length]];
            pixels[i] = shade(value).packed();
        }
        String image = PixelImage.uri(across.length, down.length, pixels);
        canvas.image(left, top, right - left, bottom - top, image);
    }

    private Rgb shade(double value) {
        if (!Double.isFinite(value)) {
            return Rgb.parse(EMPTY);
        }
        return range.colors().at(Math.rint(range.share(value) * SHADES) / SHADES);
    }

    /** Returns, for each pixel of the image along one side, the cell that it shows. */
    private static int[] sources(Scale scale, double[] edges, double from, double to) {
        int count = edges.length - 1;
        int pixels = evenly(scale, edges) ? count : (int) Math.max(1, Math.ceil(to - from));
        int[] sources = new int[pixels];
        boolean turned = scale.at(edges[0]) > scale.at(edges[count]);
        int cell = 0;
        for (int i = 0; i < pixels; i++) {
            double at = from + (i + 0.5) * (to - from) / pixels;
            while (cell < count - 1 && at > Math.max(place(scale, edges, cell, turned), from)) {
                cell++;
            }
            sources[i] = turned ? count - 1 - cell : cell;
        }
        return sources;
    }

    /** Returns where the cell that is the n-th from the low pixels ends. */
    private static double place(Scale scale, double[] edges, int n, boolean turned) {
        return scale.at(edges[turned ? edges.length - 2 - n : n + 1]);
    }

    private static boolean evenly(Scale scale, double[] edges) {
        double first = scale.at(edges[1]) - scale.at(edges[0]);
        for (int i = 1; i < edges.length - 1; i++) {
            double next = scale.at(edges[i + 1]) - scale.at(edges[i]);
            if (Math.abs(next - first) > 0.01 * Math.abs(first)) {
                return false;
            }
        }
        return true;
    }

    private void gaps(Canvas canvas, Frame frame) {
        double xgap = Read.number(trace.path("xgap"), 0);
        double ygap = Read.number(trace.path("ygap"), 0);
        for (int i = 1; xgap > 0 && i < columns(); i++) {
            double x = frame.x().at(xEdges[i]);
            canvas.line(x, frame.top(), x, frame.bottom(), EMPTY, xgap);
        }
        for (int i = 1; ygap > 0 && i < rows(); i++) {
            double y = frame.y().at(yEdges[i]);
            canvas.line(frame.left(), y, frame.right(), y, EMPTY, ygap);
        }
    }

    private void numbers(Canvas canvas, Frame frame) {
        String template = trace.path("texttemplate").asText();
        if (template.isEmpty() || rows() * columns() > RECTANGLES) {
            return;
        }
        double size = size(frame, template);
        if (size < 6) {
            return;
        }
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                double value = cells.z()[row][column];
                String text = text(template, row, column);
                double x = frame.x().at(cells.x()[column]);
                double y = frame.y().at(cells.y()[row]) + size * 0.35;
                Face face = Face.of(Anchor.MIDDLE, size).plain();
                String ink = Double.isFinite(value) ? range.color(value).ink() : Palette.INK;
                if (!text.isEmpty() && frame.sees(x, y)) {
                    canvas.text(x, y, face.color(ink), text);
                }
            }
        }
    }

    /** Returns the size of letters that makes the widest number fit into its cell. */
    private double size(Frame frame, String template) {
        double wide = 0.1;
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                wide = Math.max(wide, TextWidth.of(text(template, row, column), 1));
            }
        }
        double room = frame.width() / columns() - 3;
        return Math.min(AxisLine.TICK, Math.min(room / wide, frame.height() / rows() * 0.75));
    }

    private String text(String template, int row, int column) {
        double value = cells.z()[row][column];
        String number = Double.isFinite(value) ? Digits.four(value) : "";
        int format = template.indexOf("%{z:.");
        if (format >= 0 && Double.isFinite(value)) {
            int decimals = Character.digit(template.charAt(format + 5), 10);
            number = Digits.fixed(value, Math.max(0, decimals));
        }
        String own = Read.plain(trace.path("text").path(row).path(column));
        return template.replaceAll("%\\{z[^}]*}", number.replace("$", "\\$"))
                .replace("%{text}", own);
    }

    @Override
    public Optional<ColorBar> colorBar() {
        return ColorBar.of(trace, range);
    }
}
