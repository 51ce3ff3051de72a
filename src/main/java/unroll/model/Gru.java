package unroll.model;

import ai.djl.nn.Block;
import java.util.Optional;
import java.util.function.Function;
import unroll.layer.GruBlock;
import unroll.layer.Initialisation;
import unroll.layer.Recurrence;
import unroll.layer.Weights;

/**
 * Gated recurrent units as the body of a model; {@link GruBlock} has the equations.
 *
 * <pre>
 *   Gru.of(256).layers(2).dropout(0.2)
 * </pre>
 *
 * @param hidden numbers H of memory per direction
 * @param layers how many lie on top of each other
 * @param bidirectional whether a second pass reads from the end; not for predicting what comes next
 * @param dropout share of numbers left out between layers while training, in [0, 1)
 * @param initialisation how weights are drawn
 * @param updateBias added to the update gate at the start; 0 is PyTorch's start, more keeps memory
 * @param longest spreads the gates over time scales up to this many steps instead; 0 does not
 */
public record Gru(
        int hidden,
        int layers,
        boolean bidirectional,
        double dropout,
        Initialisation initialisation,
        double updateBias,
        int longest)
        implements Body {

    public Gru {
        new Recurrence(hidden, layers, bidirectional, dropout);
        new Weights(initialisation, 0, updateBias, longest, 0);
    }

    /** Returns one layer that reads forwards. */
    public static Gru of(int hidden) {
        return new Gru(hidden, 1, false, 0, Initialisation.PYTORCH_DEFAULT, 0, 0);
    }

    /** Returns this body with another number of layers. */
    public Gru layers(int count) {
        return new Gru(hidden, count, bidirectional, dropout, initialisation, updateBias, longest);
    }

    /** Returns this body reading in both directions, or in one. */
    public Gru bidirectional(boolean both) {
        return new Gru(hidden, layers, both, dropout, initialisation, updateBias, longest);
    }

    /** Returns this body leaving out another share of numbers between layers. */
    public Gru dropout(double share) {
        return new Gru(hidden, layers, bidirectional, share, initialisation, updateBias, longest);
    }

    /** Returns this body with weights drawn in another way. */
    public Gru initialisation(Initialisation way) {
        return new Gru(hidden, layers, bidirectional, dropout, way, updateBias, longest);
    }

    /** Returns this body with another start of the update gate. */
    public Gru updateBias(double bias) {
        return new Gru(hidden, layers, bidirectional, dropout, initialisation, bias, longest);
    }

    /** Returns this body with gates spread over time scales up to {@code steps}. */
    public Gru longest(int steps) {
        return new Gru(hidden, layers, bidirectional, dropout, initialisation, updateBias, steps);
    }

    private Recurrence recurrence() {
        return new Recurrence(hidden, layers, bidirectional, dropout);
    }

    @Override
    public int width() {
        return recurrence().width();
    }

    @Override
    public Block block(int inputs, long seed) {
        return new GruBlock(
                recurrence(), new Weights(initialisation, 0, updateBias, longest, seed));
    }

    @Override
    public Optional<String> looksAhead() {
        return Stack.looksAhead(bidirectional);
    }

    @Override
    public Optional<Stepper> stepper(Function<String, float[]> weight) {
        return Optional.of(new RecurrentStepper(StepRule.GRU, hidden, layers, weight));
    }

    @Override
    public BodySize size(int inputs) {
        return Stack.size(3, inputs, recurrence());
    }
}
