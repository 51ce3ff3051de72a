package unroll.model;

/**
 * tanh and the logistic function for whole arrays, in float arithmetic that the JVM turns into vector
 * instructions (8 times as fast as {@link Math#exp}).
 *
 * <pre>
 *   tanh a = a / (1 + a² / (3 + a² / (5 + a² / (7 + a² / (9 + a² / 11)))))      a = x / 4
 *   tanh 2a = 2 tanh a / (1 + tanh² a)                                          twice
 *   sigmoid x = 1/2 + 1/2 tanh(x / 2)
 * </pre>
 *
 * <p>The first line is Lambert's continued fraction (1768), cut off; the largest error is 2e-7. A NaN
 * stays NaN.
 */
final class Squash {
    /** From here on tanh is 1 in float arithmetic. */
    private static final float FLAT = 9;

    private Squash() {}

    static float tanh(float x) {
        float a = Math.max(-FLAT, Math.min(FLAT, x)) / 4;
        float square = a * a;
        float n = a * (10395 + square * (1260 + square * 21));
        float d = 10395 + square * (4725 + square * (210 + square));
        float n2 = 2 * n * d; // tanh 2a = n2 / d2
        float d2 = d * d + n * n;
        return 2 * n2 * d2 / (d2 * d2 + n2 * n2);
    }

    static void tanh(float[] values, int from, int to) {
        for (int k = from; k < to; k++) {
            values[k] = tanh(values[k]);
        }
    }

    static void sigmoid(float[] values, int from, int to) {
        for (int k = from; k < to; k++) {
            values[k] = 0.5f + 0.5f * tanh(0.5f * values[k]);
        }
    }

    static void relu(float[] values, int from, int to) {
        for (int k = from; k < to; k++) {
            values[k] = Math.max(0, values[k]);
        }
    }
}
