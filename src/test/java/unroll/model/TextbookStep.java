package unroll.model;

import java.util.Map;
import java.util.stream.IntStream;

/** The textbook equations of recurrent layers in double arithmetic, row by row. */
final class TextbookStep {
    private final StepRule rule;
    private final int hidden;
    private final Map<String, float[]> weights;
    private final double[][] h; // (layers)(H)
    private final double[][] c; // (layers)(H)

    TextbookStep(StepRule rule, int hidden, int layers, Map<String, float[]> weights) {
        this.rule = rule;
        this.hidden = hidden;
        this.weights = weights;
        this.h = new double[layers][hidden];
        this.c = new double[layers][hidden];
    }

    double[] step(int token) {
        float[] table = weights.get("embedding.weight");
        int width = table.length / weights.get("head.bias").length;
        double[] x = IntStream.range(0, width).mapToDouble(e -> table[token * width + e]).toArray();
        for (int layer = 0; layer < h.length; layer++) {
            layer(layer, x);
            x = h[layer].clone();
        }
        return affine("head.weight", "head.bias", x);
    }

    private void layer(int layer, double[] input) {
        double[] x = affine("body.weight_ih_l" + layer, "body.bias_ih_l" + layer, input);
        double[] u = affine("body.weight_hh_l" + layer, "body.bias_hh_l" + layer, h[layer]);
        for (int k = 0; k < hidden; k++) {
            double a = x[k] + u[k];
            switch (rule) {
                case TANH -> h[layer][k] = Math.tanh(a);
                case RELU -> h[layer][k] = Math.max(0, a);
                case LSTM -> {
                    double forget = sigmoid(x[hidden + k] + u[hidden + k]);
                    double candidate = Math.tanh(x[2 * hidden + k] + u[2 * hidden + k]);
                    c[layer][k] = forget * c[layer][k] + sigmoid(a) * candidate;
                    double out = sigmoid(x[3 * hidden + k] + u[3 * hidden + k]);
                    h[layer][k] = out * Math.tanh(c[layer][k]);
                }
                case GRU -> {
                    double update = sigmoid(x[hidden + k] + u[hidden + k]);
                    double candidate =
                            Math.tanh(x[2 * hidden + k] + sigmoid(a) * u[2 * hidden + k]);
                    h[layer][k] = (1 - update) * candidate + update * h[layer][k];
                }
            }
        }
    }

    private double[] affine(String weight, String bias, double[] x) {
        float[] w = weights.get(weight);
        float[] b = weights.get(bias);
        double[] y = new double[b.length];
        for (int row = 0; row < y.length; row++) {
            y[row] = b[row];
            for (int column = 0; column < x.length; column++) {
                y[row] += w[row * x.length + column] * x[column];
            }
        }
        return y;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
