package unroll.model;

import ai.djl.nn.Block;
import java.util.Optional;
import java.util.function.Function;
import unroll.layer.Activation;
import unroll.layer.Initialisation;
import unroll.layer.Recurrence;
import unroll.layer.RnnBlock;
import unroll.layer.Weights;

/**
 * A plain recurrent network as the body of a model; {@link RnnBlock} has the equations.
 *
 * <pre>
 *   Rnn.of(256).layers(2).dropout(0.2)
 * </pre>
 *
 * @param hidden numbers H of memory per direction
 * @param layers how many lie on top of each other
 * @param bidirectional whether a second pass reads from the end; not for predicting what comes next
 * @param dropout share of numbers left out between layers while training, in [0, 1)
 * @param initialisation how weights are drawn
 * @param activation what squashes the memory, tanh or relu
 */
public record Rnn(
        int hidden,
        int layers,
        boolean bidirectional,
        double dropout,
        Initialisation initialisation,
        Activation activation)
        implements Body {

    public Rnn {
        new Recurrence(hidden, layers, bidirectional, dropout);
        new Weights(initialisation, 0, 0, 0, 0);
    }

    /** Returns one layer that reads forwards, with tanh. */
    public static Rnn of(int hidden) {
        return new Rnn(hidden, 1, false, 0, Initialisation.PYTORCH_DEFAULT, Activation.TANH);
    }

    /** Returns this body with another number of layers. */
    public Rnn layers(int count) {
        return new Rnn(hidden, count, bidirectional, dropout, initialisation, activation);
    }

    /** Returns this body reading in both directions, or in one. */
    public Rnn bidirectional(boolean both) {
        return new Rnn(hidden, layers, both, dropout, initialisation, activation);
    }

    /** Returns this body leaving out another share of numbers between layers. */
    public Rnn dropout(double share) {
        return new Rnn(hidden, layers, bidirectional, share, initialisation, activation);
    }

    /** Returns this body with weights drawn in another way. */
    public Rnn initialisation(Initialisation way) {
        return new Rnn(hidden, layers, bidirectional, dropout, way, activation);
    }

    /** Returns this body with another squashing function. */
    public Rnn activation(Activation function) {
        return new Rnn(hidden, layers, bidirectional, dropout, initialisation, function);
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
        return new RnnBlock(activation, recurrence(), new Weights(initialisation, 0, 0, 0, seed));
    }

    @Override
    public Optional<String> looksAhead() {
        return Stack.looksAhead(bidirectional);
    }

    @Override
    public Optional<Stepper> stepper(Function<String, float[]> weight) {
        StepRule rule = activation == Activation.TANH ? StepRule.TANH : StepRule.RELU;
        return Optional.of(new RecurrentStepper(rule, hidden, layers, weight));
    }

    @Override
    public BodySize size(int inputs) {
        return Stack.size(1, inputs, recurrence());
    }
}
