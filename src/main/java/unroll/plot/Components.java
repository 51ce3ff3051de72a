package unroll.plot;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two directions in which vectors differ most (principal components, Pearson 1901).
 *
 * @param points place of each vector in the plane of both directions, shape (vectors, 2)
 * @param shares part of all variance along each direction, the larger first
 */
@SuppressWarnings("ArrayRecordComponent") // made here, never changed, never compared
record Components(double[][] points, double[] shares) {
    /** Directions that are searched at once; two more than wanted make the search quick. */
    private static final int BLOCK = 4;

    private static final int MOST_TURNS = 500;
    private static final double ENOUGH = 1e-10;

    /** Finds them by orthogonal iteration with X^T X, where X is centred; X^T X is never formed. */
    static Components of(double[][] vectors) {
        double unit = Magnitude.unit(Stream.of(vectors).flatMapToDouble(Arrays::stream).toArray());
        double[][] x = centred(vectors, unit);
        int width = x[0].length;
        double[][] basis = start(Math.min(BLOCK, width), width);
        double before = -1;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            for (int b = 0; b < basis.length; b++) {
                basis[b] = back(x, forth(x, basis[b]));
            }
            orthonormalise(basis);
            double now = Math.sqrt(square(forth(x, basis[0])) + square(forth(x, basis[1 % width])));
            if (Math.abs(now - before) <= ENOUGH * now) {
                break;
            }
            before = now;
        }
        return projected(x, basis, unit);
    }

    private static Components projected(double[][] x, double[][] basis, double unit) {
        double all = Stream.of(x).mapToDouble(Components::square).sum();
        double[][] points = new double[x.length][2];
        double[] shares = new double[2];
        for (int b = 0; b < Math.min(2, basis.length); b++) {
            double[] along = forth(x, basis[b]);
            int sign = largest(along) < 0 ? -1 : 1; // else a picture could be its mirror image
            shares[b] = all == 0 ? 0 : square(along) / all;
            for (int i = 0; i < along.length; i++) {
                points[i][b] = sign * along[i] * unit;
            }
        }
        return new Components(points, shares);
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
    }

    private static double[][] centred(double[][] vectors, double unit) {
        int width = vectors[0].length;
        double[] mean = new double[width];
        for (double[] vector : vectors) {
            for (int i = 0; i < width; i++) {
                mean[i] += vector[i] / unit / vectors.length;
            }
        }
        return Stream.of(vectors)
                .map(
                        vector ->
                                IntStream.range(0, width)
                                        .mapToDouble(i -> vector[i] / unit - mean[i])
                                        .toArray())
                .toArray(double[][]::new);
    }

    /** Returns directions without any symmetry that data could share. */
    private static double[][] start(int count, int width) {
        double[][] basis = new double[count][width];
        for (int b = 0; b < count; b++) {
            for (int i = 0; i < width; i++) {
                basis[b][i] = Math.sin((b + 1) * 12.9898 + (i + 1) * 78.233);
            }
        }
        orthonormalise(basis);
        return basis;
    }

    /** Gram and Schmidt: each row loses what it shares with those before it and gets length 1. */
    private static void orthonormalise(double[][] basis) {
        for (int b = 0; b < basis.length; b++) {
            for (int other = 0; other < b; other++) {
                double share = product(basis[b], basis[other]);
                for (int i = 0; i < basis[b].length; i++) {
                    basis[b][i] -= share * basis[other][i];
                }
            }
            double length = Math.sqrt(square(basis[b]));
            for (int i = 0; i < basis[b].length; i++) {
                basis[b][i] = length < 1e-300 ? 0 : basis[b][i] / length;
            }
        }
    }

    /** Returns X v. */
    private static double[] forth(double[][] x, double[] direction) {
        return Stream.of(x).mapToDouble(row -> product(row, direction)).toArray();
    }

    /** Returns X^T u. */
    private static double[] back(double[][] x, double[] along) {
        double[] sum = new double[x[0].length];
        for (int row = 0; row < x.length; row++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += x[row][i] * along[row];
            }
        }
        return sum;
    }

    private static double square(double[] values) {
        return product(values, values);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
