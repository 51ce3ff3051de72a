package unroll.layer;

import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How the initial values of a recurrent stack are drawn.
 *
 * <p>There are two bias vectors whose sum counts. What is asked for here is added to the drawn
 * values of {@code bias_ih}; {@code bias_hh} stays as drawn.
 *
 * @param initialisation the distribution of matrices and biases
 * @param forgetBias added to the forget gate of an LSTM, so that memory is kept at first (Gers,
 *     Schmidhuber and Cummins 2000); 1 by default, 0 gives {@code nn.LSTM}'s start
 * @param updateBias added to the update gate of a GRU, whose z near 1 keeps memory; 0 by default
 * @param longest T of the longest dependency expected, 0 for none: spreads the gates over the time
 *     scales up to it instead of the two biases above ("chrono", Tallec and Ollivier 2018): {@code
 *     forget = log u, input = -log u} for an LSTM, {@code update = log u} for a GRU, u uniform in
 *     [1, T-1]
 * @param seed the same seed draws the same values on both engines
 */
public record Weights(
        Initialisation initialisation,
        double forgetBias,
        double updateBias,
        int longest,
        long seed) {

    public Weights {
        if (!Double.isFinite(forgetBias) || !Double.isFinite(updateBias)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a gate's bias must be a finite number, got forgetBias %s and updateBias %s",
                            forgetBias,
                            updateBias));
        }
        if (longest < 0 || longest == 1 || longest == 2) {
            throw new IllegalArgumentException(
                    "the longest time scale must be at least 3 steps, or 0 for none, got "
                            + longest);
        }
    }

    /** PyTorch's default distribution with forget bias 1. */
    public static Weights of(long seed) {
        return new Weights(Initialisation.PYTORCH_DEFAULT, 1, 0, 0, seed);
    }

    public Weights initialisation(Initialisation initialisation) {
        return new Weights(initialisation, forgetBias, updateBias, longest, seed);
    }

    public Weights forgetBias(double forgetBias) {
        return new Weights(initialisation, forgetBias, updateBias, longest, seed);
    }

    public Weights updateBias(double updateBias) {
        return new Weights(initialisation, forgetBias, updateBias, longest, seed);
    }

    public Weights longest(int longest) {
        return new Weights(initialisation, forgetBias, updateBias, longest, seed);
    }

    /** Draws the parameter called {@code name} of a cell of this kind. */
    float[] draw(Kind kind, String name, Shape shape) {
        int hidden = Math.toIntExact(shape.get(0)) / kind.gates();
        RandomGenerator random = Drawn.generator(seed, name, shape);
        if (name.startsWith("weight_ih")) {
            return initialisation.inputs(shape, hidden, random);
        }
        if (name.startsWith("weight_hh")) {
            return initialisation.memory(shape, hidden, random);
        }
        float[] bias = initialisation.bias(shape, hidden, random);
        if (name.startsWith("bias_ih")) {
            addGateBias(kind, bias, hidden, random);
        }
        return bias;
    }

    /** LSTM rows are input, forget, cell, output; GRU rows are reset, update, new. */
    private void addGateBias(Kind kind, float[] bias, int hidden, RandomGenerator random) {
        for (int i = 0; i < hidden; i++) {
            double spread = longest == 0 ? 0 : Math.log(1 + random.nextDouble() * (longest - 2));
            if (kind == Kind.LSTM) {
                bias[hidden + i] += (float) (longest == 0 ? forgetBias : spread);
                bias[i] -= (float) spread;
            } else if (kind == Kind.GRU) {
                bias[hidden + i] += (float) (longest == 0 ? updateBias : spread);
            }
        }
    }
}
