package unroll.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import unroll.layer.Tensor;
import unroll.model.SequenceClassifier;
import unroll.trace.GateTrace;

/**
 * The gates of a classifier's LSTM at every token, by the textbook; and what they leave of a memory.
 *
 * <pre>
 *   c_t = f_t c_(t-1) + i_t g_t        so that of c_1 is left f_2 f_3 ... f_T, unit by unit
 * </pre>
 */
final class ForgetGates {
    private final Map<String, Tensor> weights;
    private final int hidden;

    private ForgetGates(Map<String, Tensor> weights) {
        this.weights = weights;
        this.hidden = (int) weights.get("body.weight_hh_l0").shape()[1];
    }

    /** Reads a text and writes down how far the gates open. */
    static GateTrace trace(SequenceClassifier model, String text) {
        List<String> tokens = List.of(text.split(" ", -1));
        var vocabulary = model.setup().vocabulary();
        var gates = new ForgetGates(model.weights());
        double[][] forget = new double[tokens.size()][];
        double[][] input = new double[tokens.size()][];
        double[] h = new double[gates.hidden];
        double[] c = new double[gates.hidden];
        for (int t = 0; t < forget.length; t++) {
            double[] a = gates.sums(vocabulary.id(tokens.get(t)), h); // (4 H): i f g o
            input[t] = new double[gates.hidden];
            forget[t] = new double[gates.hidden];
            for (int k = 0; k < gates.hidden; k++) {
                input[t][k] = sigmoid(a[k]);
                forget[t][k] = sigmoid(a[gates.hidden + k]);
                c[k] = forget[t][k] * c[k] + input[t][k] * Math.tanh(a[2 * gates.hidden + k]);
                h[k] = sigmoid(a[3 * gates.hidden + k]) * Math.tanh(c[k]);
            }
        }
        return new GateTrace(tokens, Map.of("forget", forget, "input", input));
    }

    /** Returns, for each unit from the least to the most, the share of the first memory left at the end. */
    static double[] left(GateTrace trace) {
        double[] product = new double[trace.units()];
        Arrays.fill(product, 1);
        double[][] forget = trace.gate("forget");
        for (int t = 1; t < forget.length; t++) {
            for (int k = 0; k < product.length; k++) {
                product[k] *= forget[t][k];
            }
        }
        Arrays.sort(product);
        return product;
    }

    private double[] sums(int id, double[] h) {
        float[] table = weights.get("embedding.weight").values();
        int width = (int) weights.get("embedding.weight").shape()[1];
        double[] x = new double[width];
        Arrays.setAll(x, i -> table[id * width + i]);
        double[] sums = new double[4 * hidden];
        add(sums, "ih", x);
        add(sums, "hh", h);
        return sums;
    }

    private void add(double[] sums, String name, double[] x) {
        float[] w = weights.get("body.weight_" + name + "_l0").values();
        float[] b = weights.get("body.bias_" + name + "_l0").values();
        for (int row = 0; row < sums.length; row++) {
            sums[row] += b[row];
            for (int i = 0; i < x.length; i++) {
                sums[row] += w[row * x.length + i] * x[i];
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
