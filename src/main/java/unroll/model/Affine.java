package unroll.model;

import java.util.Arrays;

/**
 * One vector times a matrix, plus a bias: y = W x + b.
 *
 * <p>The matrix lies in memory column by column and four columns are added at a time: so the inner
 * loop becomes vector instructions and reads the matrix as fast as the memory gives it, which is all
 * that one token costs.
 */
final class Affine {
    private static final int TILE = 32;

    private final float[][] columns; // (in)(out)
    private final float[] bias; // (out)

    /** Takes PyTorch's layout: weight row after row (out, in), bias (out). */
    Affine(float[] weight, float[] bias) {
        int out = bias.length;
        int in = weight.length / out;
        this.bias = bias.clone();
        this.columns = new float[in][out];
        for (int row = 0; row < out; row += TILE) {
            for (int column = 0; column < in; column += TILE) {
                transpose(weight, row, column);
            }
        }
    }

    /** Copies one square: whole rows would touch every column's memory anew for each row. */
    private void transpose(float[] weight, int row, int column) {
        int in = columns.length;
        for (int j = column; j < Math.min(in, column + TILE); j++) {
            for (int i = row; i < Math.min(bias.length, row + TILE); i++) {
                columns[j][i] = weight[i * in + j];
            }
        }
    }

    int outputs() {
        return bias.length;
    }

    /** Writes W x + b into {@code y}, whose first entries are used if it is longer. */
    void apply(float[] x, float[] y) {
        System.arraycopy(bias, 0, y, 0, bias.length);
        int column = 0;
        for (; column + 4 <= columns.length; column += 4) {
            addFour(column, x, y);
        }
        for (; column < columns.length; column++) {
            addOne(columns[column], x[column], y);
        }
    }

    private void addFour(int first, float[] x, float[] y) {
        addFour(
                columns[first],
                columns[first + 1],
                columns[first + 2],
                columns[first + 3],
                x[first],
                x[first + 1],
                x[first + 2],
                x[first + 3],
                y);
    }

    // Separate arrays, not offsets into one: only then does the JIT compiler use vectors.
    private static void addFour(
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float xa,
            float xb,
            float xc,
            float xd,
            float[] y) {
        for (int k = 0; k < a.length; k++) {
            y[k] += xa * a[k] + xb * b[k] + xc * c[k] + xd * d[k];
        }
    }

    private static void addOne(float[] a, float xa, float[] y) {
        for (int k = 0; k < a.length; k++) {
            y[k] += xa * a[k];
        }
    }

    /** Applies the matrix to every row of {@code rows} (n, in) once and for all. */
    float[][] table(float[] rows) {
        int in = columns.length;
        float[][] table = new float[rows.length / in][bias.length];
        for (int row = 0; row < table.length; row++) {
            apply(Arrays.copyOfRange(rows, row * in, (row + 1) * in), table[row]);
        }
        return table;
    }
}
