package unroll.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides where points of a cloud can be named without names lying on points or each other. */
final class Labels {
    private static final double SIZE = 12;
    private static final double MARKER = 9;

    /** From the middle of a marker to its label. */
    private static final double GAP = MARKER / 2 + 3;

    /** How far letters reach above their line, in parts of their size. */
    private static final double ABOVE = 0.8;

    /** What the axes show beyond the points, on both sides together. */
    private static final double ROOM = 0.1;

    /** Plotly's names of the places around a point, the best first, with the shift from it. */
    private enum Side {
        TOP("top center", 0, -1),
        BOTTOM("bottom center", 0, 1),
        RIGHT("middle right", 1, 0),
        LEFT("middle left", -1, 0),
        TOP_RIGHT("top right", 1, -1),
        TOP_LEFT("top left", -1, -1),
        BOTTOM_RIGHT("bottom right", 1, 1),
        BOTTOM_LEFT("bottom left", -1, 1);

        private final String name;
        private final int across;
        private final int down;

        Side(String name, int across, int down) {
            this.name = name;
            this.across = across;
            this.down = down;
        }

        Rectangle2D box(double x, double y, double wide) {
            double left = x + across * GAP - (1 - across) * wide / 2;
            double line =
                    switch (down) {
                        case -1 -> y - GAP;
                        case 1 -> y + GAP + ABOVE * SIZE;
                        default -> y + 0.35 * SIZE;
                    };
            return new Rectangle2D.Double(left, line - ABOVE * SIZE, wide, SIZE);
        }
    }

    private final double[][] pixels;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** Prepares for points that will be drawn in a frame of so many pixels. */
    Labels(double[][] points, double width, double height) {
        double[] x = scaled(points, 0, width / (1 + ROOM));
        double[] y = scaled(points, 1, height / (1 + ROOM));
        pixels = new double[points.length][];
        Arrays.setAll(pixels, i -> new double[] {x[i], -y[i]});
        for (double[] pixel : pixels) {
            double left = pixel[0] - MARKER / 2;
            taken.add(new Rectangle2D.Double(left, pixel[1] - MARKER / 2, MARKER, MARKER));
        }
    }

    private static double[] scaled(double[][] points, int column, double room) {
        double[] values = Stream.of(points).mapToDouble(point -> point[column]).toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double span = Math.max(1e-12, Arrays.stream(values).max().orElse(1) - low);
        return Arrays.stream(values).map(value -> (value - low) / span * room).toArray();
    }

    /** Takes room for a label beside its point and returns where, in Plotly's words; if there is any. */
    Optional<String> place(int point, String label) {
        double wide = TextWidth.of(label, SIZE);
        for (Side side : Side.values()) {
            Rectangle2D box = side.box(pixels[point][0], pixels[point][1], wide);
            if (taken.stream().noneMatch(box::intersects)) {
                taken.add(box);
                return Optional.of(side.name);
            }
        }
        return Optional.empty();
    }
}
