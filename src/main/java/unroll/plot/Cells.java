package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * Numbers in rows and columns, and where these stand.
 *
 * @param x middles of the columns
 * @param y middles of the rows
 * @param z numbers, row by row; NaN is an empty cell
 */
@SuppressWarnings("ArrayRecordComponent") // as large as a picture, never compared
record Cells(double[] x, double[] y, double[][] z) {
    /** Reads the matrix of a trace. */
    static Cells of(JsonNode trace, Ruler xs, Ruler ys) {
        JsonNode rows = trace.path("z");
        double[][] z = new double[rows.size()][];
        int columns = 0;
        for (int row = 0; row < z.length; row++) {
            z[row] = Read.values(rows.path(row));
            columns = Math.max(columns, z[row].length);
        }
        for (int row = 0; row < z.length; row++) {
            int known = z[row].length;
            z[row] = Arrays.copyOf(z[row], columns);
            Arrays.fill(z[row], known, columns, Double.NaN);
        }
        return new Cells(
                middles(trace.path("x"), columns, xs), middles(trace.path("y"), z.length, ys), z);
    }

    private static double[] middles(JsonNode column, int size, Ruler ruler) {
        if (column.size() != size + 1 || size == 0) {
            return ruler.values(column, size);
        }
        double[] edges = ruler.values(column, size + 1);
        double[] middles = new double[size];
        Arrays.setAll(middles, i -> (edges[i] + edges[i + 1]) / 2);
        return middles;
    }

    /** Counts the points of a trace in cells. */
    static Cells counted(JsonNode trace, Ruler xs, Ruler ys) {
        int size = Math.min(trace.path("x").size(), trace.path("y").size());
        double[] x = xs.values(trace.path("x"), size);
        double[] y = ys.values(trace.path("y"), size);
        Binning columns = bins(x, trace, xs, "x");
        Binning rows = bins(y, trace, ys, "y");
        double[][] z = new double[rows.count()][columns.count()];
        for (int i = 0; i < size; i++) {
            int row = rows.index(y[i]);
            int column = columns.index(x[i]);
            if (row >= 0 && column >= 0) {
                z[row][column]++;
            }
        }
        return new Cells(middles(columns), middles(rows), z);
    }

    private static Binning bins(double[] values, JsonNode trace, Ruler ruler, String side) {
        if (ruler.kind() != Reach.Kind.WORDS) {
            return Binning.of(values, trace, side);
        }
        return new Binning(-0.5, 1, 1 + (int) Arrays.stream(values).max().orElse(0));
    }

    private static double[] middles(Binning bins) {
        double[] middles = new double[bins.count()];
        Arrays.setAll(middles, bins::middle);
        return middles;
    }

    /** Returns a matrix of at least so many rows and columns, linear between the numbers of this. */
    Cells finer(int least) {
        if (x.length < 2 || y.length < 2) {
            return this;
        }
        int across = Math.max(1, least / (x.length - 1));
        int down = Math.max(1, least / (y.length - 1));
        double[][] fine = new double[(y.length - 1) * down + 1][(x.length - 1) * across + 1];
        for (int row = 0; row < fine.length; row++) {
            for (int column = 0; column < fine[row].length; column++) {
                double below = between(z[row / down], column, across);
                double above = between(z[Math.min(row / down + 1, y.length - 1)], column, across);
                double part = row % down / (double) down;
                fine[row][column] = part == 0 ? below : below + part * (above - below);
            }
        }
        return new Cells(finer(x, across), finer(y, down), fine);
    }

    private static double[] finer(double[] values, int times) {
        double[] fine = new double[(values.length - 1) * times + 1];
        Arrays.setAll(fine, i -> between(values, i, times));
        return fine;
    }

    private static double between(double[] values, int i, int times) {
        double value = values[i / times];
        double part = i % times / (double) times;
        return part == 0 ? value : value + part * (values[i / times + 1] - value);
    }

    double[] all() {
        return Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Returns where cells meet, and where the first begins and the last ends. */
    static double[] edges(double[] middles) {
        int size = middles.length;
        double[] edges = new double[size + 1];
        for (int i = 1; i < size; i++) {
            edges[i] = (middles[i - 1] + middles[i]) / 2;
        }
        double first = size > 1 ? edges[1] - middles[0] : 0.5;
        double last = size > 1 ? middles[size - 1] - edges[size - 1] : 0.5;
        if (size > 0) {
            edges[0] = middles[0] - first;
            edges[size] = middles[size - 1] + last;
        }
        return edges;
    }
}
