package unroll.model;

import ai.djl.nn.Block;
import java.util.Optional;
import java.util.function.Function;
import unroll.layer.Initialisation;
import unroll.layer.LstmBlock;
import unroll.layer.Recurrence;
import unroll.layer.Weights;

/**
 * Long short-term memory as the body of a model; {@link LstmBlock} has the equations.
 *
 * <pre>
 *   Lstm.of(256).layers(2).dropout(0.2)
 * </pre>
 *
 * @param hidden numbers H of memory per direction
 * @param layers how many lie on top of each other
 * @param bidirectional whether a second pass reads from the end; not for predicting what comes next
 * @param dropout share of numbers left out between layers while training, in [0, 1)
 * @param initialisation how weights are drawn
 * @param forgetBias added to the forget gate at the start; 1 keeps memory, 0 is PyTorch's start
 * @param longest spreads the gates over time scales up to this many steps instead; 0 does not
 */
public record Lstm(
        int hidden,
        int layers,
        boolean bidirectional,
        double dropout,
        Initialisation initialisation,
        double forgetBias,
        int longest)
        implements Body {

    public Lstm {
        new Recurrence(hidden, layers, bidirectional, dropout);
        new Weights(initialisation, forgetBias, 0, longest, 0);
    }

    /** Returns one layer that reads forwards, with forget bias 1. */
    public static Lstm of(int hidden) {
        return new Lstm(hidden, 1, false, 0, Initialisation.PYTORCH_DEFAULT, 1, 0);
    }

    /** Returns this body with another number of layers. */
    public Lstm layers(int count) {
        return new Lstm(hidden, count, bidirectional, dropout, initialisation, forgetBias, longest);
    }

    /** Returns this body reading in both directions, or in one. */
    public Lstm bidirectional(boolean both) {
        return new Lstm(hidden, layers, both, dropout, initialisation, forgetBias, longest);
    }

    /** Returns this body leaving out another share of numbers between layers. */
    public Lstm dropout(double share) {
        return new Lstm(hidden, layers, bidirectional, share, initialisation, forgetBias, longest);
    }

    /** Returns this body with weights drawn in another way. */
    public Lstm initialisation(Initialisation way) {
        return new Lstm(hidden, layers, bidirectional, dropout, way, forgetBias, longest);
    }

    /** Returns this body with another start of the forget gate. */
    public Lstm forgetBias(double bias) {
        return new Lstm(hidden, layers, bidirectional, dropout, initialisation, bias, longest);
    }

    /** Returns this body with gates spread over time scales up to {@code steps}. */
    public Lstm longest(int steps) {
        return new Lstm(hidden, layers, bidirectional, dropout, initialisation, forgetBias, steps);
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
        return new LstmBlock(
                recurrence(), new Weights(initialisation, forgetBias, 0, longest, seed));
    }

    @Override
    public Optional<String> looksAhead() {
        return Stack.looksAhead(bidirectional);
    }

    @Override
    public Optional<Stepper> stepper(Function<String, float[]> weight) {
        return Optional.of(new RecurrentStepper(StepRule.LSTM, hidden, layers, weight));
    }

    @Override
    public BodySize size(int inputs) {
        return Stack.size(4, inputs, recurrence());
    }
}
