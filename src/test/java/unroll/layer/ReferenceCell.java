package unroll.layer;

/**
 * One step of a cell and its derivative in plain doubles for a single example, written from the
 * textbook, knowing nothing of the blocks.
 */
final class ReferenceCell {
    final Kind kind;
    final int width;
    final int hidden;
    final double[] wih;
    final double[] whh;
    final double[] bih;
    final double[] bhh;
    final double[] dwih;
    final double[] dwhh;
    final double[] dbih;
    final double[] dbhh;

    ReferenceCell(Kind kind, int hidden, double[] wih, double[] whh, double[] bih, double[] bhh) {
        this.kind = kind;
        this.hidden = hidden;
        this.width = wih.length / (kind.gates() * hidden);
        this.wih = wih;
        this.whh = whh;
        this.bih = bih;
        this.bhh = bhh;
        dwih = new double[wih.length];
        dwhh = new double[whh.length];
        dbih = new double[bih.length];
        dbhh = new double[bhh.length];
    }

    /** What one step computed; {@code a} and {@code b} are W x + b and U h + b', gate by gate. */
    static final class Step {
        double[] x;
        double[] h;
        double[] c;
        double[] a;
        double[] b;
        double[] newH;
        double[] newC;
    }

    Step forward(double[] x, double[] h, double[] c) {
        Step s = new Step();
        s.x = x;
        s.h = h;
        s.c = c;
        s.a = affine(wih, x, bih);
        s.b = affine(whh, h, bhh);
        s.newH = new double[hidden];
        s.newC = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            switch (kind) {
                case RNN_TANH -> s.newH[j] = Math.tanh(s.a[j] + s.b[j]);
                case RNN_RELU -> s.newH[j] = Math.max(0, s.a[j] + s.b[j]);
                case LSTM -> {
                    s.newC[j] = gate(s, 1, j) * c[j] + gate(s, 0, j) * candidate(s, 2, j);
                    s.newH[j] = gate(s, 3, j) * Math.tanh(s.newC[j]);
                }
                case GRU -> {
                    double n = gruCandidate(s, j);
                    s.newH[j] = (1 - gate(s, 1, j)) * n + gate(s, 1, j) * h[j];
                }
            }
        }
        return s;
    }

    /** Takes dL/dh_t and dL/dc_t, adds to the weights' gradients, returns dL/dx, dL/dh, dL/dc. */
    double[][] backward(Step s, double[] dh, double[] dc) {
        double[] da = new double[kind.gates() * hidden];
        double[] db = new double[kind.gates() * hidden];
        double[] oldH = new double[hidden];
        double[] oldC = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            switch (kind) {
                case RNN_TANH -> da[j] = dh[j] * (1 - s.newH[j] * s.newH[j]);
                case RNN_RELU -> da[j] = s.newH[j] > 0 ? dh[j] : 0;
                case LSTM -> lstm(s, j, dh[j], dc[j], da, oldC);
                case GRU -> gru(s, j, dh[j], da, db, oldH);
            }
        }
        if (kind != Kind.GRU) {
            System.arraycopy(da, 0, db, 0, da.length);
        }
        double[] dx = new double[width];
        accumulate(wih, dwih, dbih, da, s.x, dx);
        accumulate(whh, dwhh, dbhh, db, s.h, oldH);
        return new double[][] {dx, oldH, oldC};
    }

    private void lstm(Step s, int j, double dh, double dc, double[] da, double[] oldC) {
        double i = gate(s, 0, j);
        double f = gate(s, 1, j);
        double g = candidate(s, 2, j);
        double o = gate(s, 3, j);
        double squashed = Math.tanh(s.newC[j]);
        double cell = dc + dh * o * (1 - squashed * squashed);
        da[j] = cell * g * i * (1 - i);
        da[hidden + j] = cell * s.c[j] * f * (1 - f);
        da[2 * hidden + j] = cell * i * (1 - g * g);
        da[3 * hidden + j] = dh * squashed * o * (1 - o);
        oldC[j] = cell * f;
    }

    private void gru(Step s, int j, double dh, double[] da, double[] db, double[] oldH) {
        double r = gate(s, 0, j);
        double z = gate(s, 1, j);
        double n = gruCandidate(s, j);
        double inside = dh * (1 - z) * (1 - n * n);
        da[j] = inside * s.b[2 * hidden + j] * r * (1 - r);
        da[hidden + j] = dh * (s.h[j] - n) * z * (1 - z);
        da[2 * hidden + j] = inside;
        db[j] = da[j];
        db[hidden + j] = da[hidden + j];
        db[2 * hidden + j] = inside * r;
        oldH[j] = dh * z;
    }

    private double gate(Step s, int gate, int j) {
        return 1 / (1 + Math.exp(-s.a[gate * hidden + j] - s.b[gate * hidden + j]));
    }

    private double candidate(Step s, int gate, int j) {
        return Math.tanh(s.a[gate * hidden + j] + s.b[gate * hidden + j]);
    }

    private double gruCandidate(Step s, int j) {
        return Math.tanh(s.a[2 * hidden + j] + gate(s, 0, j) * s.b[2 * hidden + j]);
    }

    private static double[] affine(double[] matrix, double[] vector, double[] bias) {
        double[] out = bias.clone();
        for (int row = 0; row < out.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                out[row] += matrix[row * vector.length + column] * vector[column];
            }
        }
        return out;
    }

    private static void accumulate(
            double[] matrix,
            double[] dMatrix,
            double[] dBias,
            double[] dOut,
            double[] in,
            double[] dIn) {
        for (int row = 0; row < dOut.length; row++) {
            dBias[row] += dOut[row];
            for (int column = 0; column < in.length; column++) {
                dMatrix[row * in.length + column] += dOut[row] * in[column];
                dIn[column] += dOut[row] * matrix[row * in.length + column];
            }
        }
    }
}
