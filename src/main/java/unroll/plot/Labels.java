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

    /** Plotly's names of the places around a point, the best first, with the shift from it. */
    private enum Side {
        TOP("top center", 0, -1),
        BOTTOM("bottom center", 0, 1),
        RIGHT("middle right", 1, 0),
        LEFT("middle left", -1, 0);

        private final String name;
        private final int across;
        private final int down;

        Side(String name, int across, int down) {
            this.name = name;
            this.across = across;
            this.down = down;
        }

        Rectangle2D box(double x, double y, double wide) {
            double middleX = x + across * (wide / 2 + MARKER);
            double middleY = y + down * (SIZE / 2 + MARKER);
            return new Rectangle2D.Double(middleX - wide / 2, middleY - SIZE / 2, wide, SIZE);
        }
    }

    private final double[][] pixels;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** Prepares for points that will be drawn over a plane of so many pixels. */
    Labels(double[][] points, double width, double height) {
        double[] x = scaled(points, 0, width);
        double[] y = scaled(points, 1, height);
        pixels = new double[points.length][];
        Arrays.setAll(pixels, i -> new double[] {x[i], height - y[i]});
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
