package unroll.layer;

import ai.djl.ndarray.types.Shape;

/**
 * The size of a recurrent stack.
 *
 * @param hidden H, values of memory per direction
 * @param layers L, how many recurrent layers lie on top of each other
 * @param bidirectional whether a second pass reads the sequence from its end
 * @param dropout share of values set to zero between two layers while training, in [0, 1); nothing
 *     happens with one layer
 */
public record Recurrence(int hidden, int layers, boolean bidirectional, double dropout) {

    /** A matrix of 4 H rows and H columns must fit into an array. */
    private static final int MOST_HIDDEN = 16_384;

    private static final int MOST_LAYERS = 256;

    public Recurrence {
        Require.atMost("hidden", Require.positive("hidden", hidden), MOST_HIDDEN);
        Require.atMost("layers", Require.positive("layers", layers), MOST_LAYERS);
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "dropout must be at least 0 and below 1, got " + dropout);
        }
    }

    /** One layer that reads forwards, without dropout. */
    public static Recurrence of(int hidden) {
        return new Recurrence(hidden, 1, false, 0);
    }

    public Recurrence layers(int layers) {
        return new Recurrence(hidden, layers, bidirectional, dropout);
    }

    public Recurrence bidirectional(boolean bidirectional) {
        return new Recurrence(hidden, layers, bidirectional, dropout);
    }

    public Recurrence dropout(double dropout) {
        return new Recurrence(hidden, layers, bidirectional, dropout);
    }

    /** Returns D: 2 when bidirectional, else 1. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** Returns the width of the output, D*H. */
    public int width() {
        return directions() * hidden;
    }

    Shape stateShape(long batch) {
        return new Shape((long) layers * directions(), batch, hidden);
    }
}
