package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;

/** Cubes of doubles for tests: drawn, turned into arrays, compared. */
final class Numbers {

    private Numbers() {}

    /** Draws values that a float holds exactly. */
    static double[][][] cube(Random random, int a, int b, int c) {
        double[][][] cube = new double[a][b][c];
        for (double[][] plane : cube) {
            for (double[] row : plane) {
                for (int i = 0; i < c; i++) {
                    row[i] = (float) random.nextGaussian();
                }
            }
        }
        return cube;
    }

    static double[] flat(double[][][] cube) {
        double[] flat = new double[cube.length * cube[0].length * cube[0][0].length];
        int at = 0;
        for (double[][] plane : cube) {
            for (double[] row : plane) {
                System.arraycopy(row, 0, flat, at, row.length);
                at += row.length;
            }
        }
        return flat;
    }

    static NDArray array(NDManager manager, double[][][] cube) {
        double[] flat = flat(cube);
        float[] values = new float[flat.length];
        for (int i = 0; i < flat.length; i++) {
            values[i] = (float) flat[i];
        }
        return manager.create(values, new Shape(cube.length, cube[0].length, cube[0][0].length));
    }

    /** Holds |found - expected| to {@code tolerance}. */
    static void near(String what, NDArray found, double[] expected, double tolerance) {
        assertThat(difference(found.toFloatArray(), expected))
                .as(what)
                .isLessThanOrEqualTo(tolerance);
    }

    /** Holds the largest difference, as a share of the largest expected value, to {@code tolerance}. */
    static void nearShare(String what, NDArray found, double[] expected, double tolerance) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(difference(found.toFloatArray(), expected) / largest)
                .as(what)
                .isLessThanOrEqualTo(tolerance);
    }

    /** Returns the largest difference of two arrays. */
    static double difference(NDArray found, NDArray expected) {
        float[] floats = expected.toFloatArray();
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return difference(found.toFloatArray(), values);
    }

    static double difference(float[] found, double[] expected) {
        assertThat(found).hasSize(expected.length);
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            double difference = Math.abs(found[i] - expected[i]);
            largest = Math.max(largest, Double.isNaN(difference) ? 1e30 : difference);
        }
        return largest;
    }
}
