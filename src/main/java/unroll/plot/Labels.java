package unroll.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Decides which points of a cloud can be named without names lying on each other. */
final class Labels {
    private static final double SIZE = 12;

    private final double[][] pixels;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** Prepares for points that will be drawn over a plane of so many pixels. */
    Labels(double[][] points, double width, double height) {
        double[] x = scaled(points, 0, width);
        double[] y = scaled(points, 1, height);
        pixels = new double[points.length][];
        Arrays.setAll(pixels, i -> new double[] {x[i], height - y[i]});
    }

    private static double[] scaled(double[][] points, int column, double room) {
        double[] values = Stream.of(points).mapToDouble(point -> point[column]).toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double span = Math.max(1e-12, Arrays.stream(values).max().orElse(1) - low);
        return Arrays.stream(values).map(value -> (value - low) / span * room).toArray();
    }

    /** Takes the place of a label above its point and returns true, if no other one has taken it. */
    boolean fits(int point, String label) {
        double wide = TextWidth.of(label, SIZE);
        Rectangle2D box =
                new Rectangle2D.Double(
                        pixels[point][0] - wide / 2, pixels[point][1] - SIZE - 6, wide, SIZE);
        if (taken.stream().anyMatch(box::intersects)) {
            return false;
        }
        taken.add(box);
        return true;
    }
}
