package unroll.layer;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** The distribution from which the matrices and biases of a recurrent stack are drawn. */
public enum Initialisation {
    /** Everything, biases too, uniform in ±1/sqrt(H): what {@code nn.LSTM} does. */
    PYTORCH_DEFAULT,
    /** Matrices uniform in ±sqrt(6/(in+out)) per gate (Glorot and Bengio 2010), biases zero. */
    XAVIER,
    /** As {@link #XAVIER}, but each memory matrix (H, H) is orthogonal (Saxe et al. 2014). */
    ORTHOGONAL,
    /** As {@link #XAVIER}, but each memory matrix is the identity (Le, Jaitly and Hinton 2015). */
    IDENTITY;

    /** Draws a matrix (G*H, E) that is applied to the input: G gates of H rows. */
    float[] inputs(Shape shape, int hidden, RandomGenerator random) {
        double bound =
                this == PYTORCH_DEFAULT
                        ? 1 / Math.sqrt(hidden)
                        : Math.sqrt(6.0 / (hidden + shape.get(1)));
        return Drawn.uniform(shape, bound, random);
    }

    /** Draws a matrix (G*H, H) that is applied to the memory. */
    float[] memory(Shape shape, int hidden, RandomGenerator random) {
        if (this == PYTORCH_DEFAULT || this == XAVIER) {
            return inputs(shape, hidden, random);
        }
        float[] values = Drawn.array(shape);
        for (int start = 0; start < values.length; start += hidden * hidden) {
            double[][] gate = this == IDENTITY ? identity(hidden) : orthogonal(hidden, random);
            for (int i = 0; i < hidden * hidden; i++) {
                values[start + i] = (float) gate[i / hidden][i % hidden];
            }
        }
        return values;
    }

    /** Draws one bias vector (G*H). */
    float[] bias(Shape shape, int hidden, RandomGenerator random) {
        double bound = this == PYTORCH_DEFAULT ? 1 / Math.sqrt(hidden) : 0;
        return Drawn.uniform(shape, bound, random);
    }

    private static double[][] identity(int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1;
        }
        return rows;
    }

    /**
     * Draws an orthogonal matrix, all of them equally likely: the Q of a QR decomposition (Gram and
     * Schmidt, column by column, diagonal of R positive) of a normal matrix.
     */
    private static double[][] orthogonal(int size, RandomGenerator random) {
        double[][] rows = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] = random.nextGaussian();
            }
        }
        for (int column = 0; column < size; column++) {
            normalise(rows, column);
            double[] dots = new double[size]; // of this column with each later one
            for (double[] row : rows) {
                add(dots, row[column], row, column + 1);
            }
            for (double[] row : rows) {
                add(row, -row[column], dots, column + 1);
            }
        }
        return rows;
    }

    private static void normalise(double[][] rows, int column) {
        double squares = 0;
        for (double[] row : rows) {
            squares += row[column] * row[column];
        }
        for (double[] row : rows) {
            row[column] /= Math.sqrt(squares);
        }
    }

    private static void add(double[] sum, double factor, double[] row, int start) {
        for (int i = start; i < row.length; i++) {
            sum[i] += factor * row[i];
        }
    }
}
