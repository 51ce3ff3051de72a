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

    public Recurrence {
        Require.positive("hidden", hidden);
        Require.positive("layers", layers);
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
