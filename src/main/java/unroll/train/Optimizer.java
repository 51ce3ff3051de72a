package unroll.train;

import java.util.Locale;

/**
 * How a gradient becomes a step.
 *
 * <p>For every weight w with gradient g, learning rate r and update number t:
 *
 * <pre>
 *   SGD     v = momentum v + g
 *           w = w - r v
 *   Adam    m = beta1 m + (1 - beta1) g
 *           s = beta2 s + (1 - beta2) g^2
 *           w = w - r (m / (1 - beta1^t)) / (sqrt(s / (1 - beta2^t)) + epsilon)
 *   AdamW   w = (1 - r weightDecay) w, then as Adam
 * </pre>
 *
 * <p>These are the forms that PyTorch computes. Adam: Kingma and Ba 2015; AdamW: Loshchilov and
 * Hutter 2019.
 *
 * @param kind which of the three
 * @param beta1 share of the running mean of gradients that is kept, in [0, 1)
 * @param beta2 share of the running mean of squares that is kept, in [0, 1)
 * @param epsilon what keeps the division away from zero, above 0
 * @param weightDecay share of a weight that is taken away per unit of learning rate, from 0
 * @param momentum share of the velocity that is kept, in [0, 1)
 */
public record Optimizer(
        Kind kind,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        double momentum) {

    /** The optimizers there are. */
    public enum Kind {
        SGD,
        ADAM,
        ADAMW
    }

    public Optimizer {
        requireShare("beta1", beta1);
        requireShare("beta2", beta2);
        requireShare("momentum", momentum);
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "epsilon must be above 0 and finite, got %s; try 1e-8",
                            epsilon));
        }
        if (!(weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "weightDecay must be 0 or more and finite, got %s; try 0.01",
                            weightDecay));
        }
        if (weightDecay > 0 && kind != Kind.ADAMW) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "weightDecay belongs to AdamW, not to %s; use Optimizer.adamW(%s)",
                            kind,
                            weightDecay));
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "%s must be from 0 to below 1, got %s", name, value));
        }
    }

    /** Returns Adam with the usual beta1 0.9, beta2 0.999 and epsilon 1e-8. */
    public static Optimizer adam() {
        return new Optimizer(Kind.ADAM, 0.9, 0.999, 1e-8, 0, 0);
    }

    /** Returns Adam with decoupled weight decay; 0.01 is usual. */
    public static Optimizer adamW(double weightDecay) {
        return new Optimizer(Kind.ADAMW, 0.9, 0.999, 1e-8, weightDecay, 0);
    }

    /** Returns stochastic gradient descent; momentum 0 is the plain form, 0.9 usual. */
    public static Optimizer sgd(double momentum) {
        return new Optimizer(Kind.SGD, 0.9, 0.999, 1e-8, 0, momentum);
    }

    /** Returns this optimizer with another {@code beta1}. */
    public Optimizer beta1(double value) {
        return new Optimizer(kind, value, beta2, epsilon, weightDecay, momentum);
    }

    /** Returns this optimizer with another {@code beta2}. */
    public Optimizer beta2(double value) {
        return new Optimizer(kind, beta1, value, epsilon, weightDecay, momentum);
    }

    /** Returns this optimizer with another {@code epsilon}. */
    public Optimizer epsilon(double value) {
        return new Optimizer(kind, beta1, beta2, value, weightDecay, momentum);
    }

    /** Returns the name for a reader, such as {@code AdamW, weight decay 0.01}. */
    @Override
    public String toString() {
        return switch (kind) {
            case SGD -> String.format(Locale.ROOT, "SGD, momentum %s", momentum);
            case ADAM -> "Adam";
            case ADAMW -> String.format(Locale.ROOT, "AdamW, weight decay %s", weightDecay);
        };
    }
}
