package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.Engines;
import unroll.engine.Inference;
import unroll.layer.BlockWeights;
import unroll.layer.LinearBlock;

/** Holds the updates against the equations in doubles. */
@Tag("engine")
class UpdaterTest {
    private static final int UPDATES = 50;

    static List<Optimizer> optimizers() {
        return List.of(
                Optimizer.sgd(0),
                Optimizer.sgd(0.9),
                Optimizer.adam(),
                Optimizer.adam().beta1(0.8).beta2(0.95).epsilon(1e-3),
                Optimizer.adamW(0.05));
    }

    /** One weight, its velocity or means, and the equations of {@link Optimizer}. */
    private static final class Reference {
        private double weight;
        private double first;
        private double second;
        private int updates;

        Reference(double weight) {
            this.weight = weight;
        }

        void update(Optimizer o, double gradient, double rate) {
            updates++;
            if (o.kind() == Optimizer.Kind.SGD) {
                first = o.momentum() * first + gradient;
                weight -= rate * first;
                return;
            }
            weight *= 1 - rate * o.weightDecay();
            first = o.beta1() * first + (1 - o.beta1()) * gradient;
            second = o.beta2() * second + (1 - o.beta2()) * gradient * gradient;
            double mean = first / (1 - Math.pow(o.beta1(), updates));
            double square = second / (1 - Math.pow(o.beta2(), updates));
            weight -= rate * mean / (Math.sqrt(square) + o.epsilon());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void fiftyUpdatesEqualTheEquations(Optimizer optimizer) {
        updatesEqualTheEquations(optimizer, 4, UPDATES);
    }

    @Test
    void aLargeWeightMovesAsASmallOne() {
        updatesEqualTheEquations(Optimizer.adam(), 100_003, 2); // more than one piece, and a rest
    }

    private static void updatesEqualTheEquations(Optimizer optimizer, int rows, int updates) {
        try (NDManager manager = Engines.newManager();
                Inference quiet = Engines.quiet()) {
            Map<String, Parameter> parameters = parameters(manager, rows);
            Updater updater = new Updater(optimizer, parameters, manager);
            List<List<Reference>> references = new ArrayList<>();
            parameters.values().forEach(p -> references.add(references(p.getArray())));
            Random random = new Random(1);
            for (int update = 0; update < updates; update++) {
                double rate = 0.01 / (1 + update % 5); // as a schedule changes it
                double scale = update % 3 == 0 ? 0.25 : 1; // as clipping does
                List<NDArray> gradients = new ArrayList<>();
                int index = 0;
                for (Parameter parameter : parameters.values()) {
                    float[] gradient = gradient(parameter.getShape(), random);
                    gradients.add(manager.create(gradient, parameter.getShape()));
                    List<Reference> weights = references.get(index++);
                    for (int i = 0; i < gradient.length; i++) {
                        weights.get(i).update(optimizer, scale * gradient[i], rate);
                    }
                }
                updater.update(gradients, rate, scale);
            }
            int index = 0;
            for (Parameter parameter : parameters.values()) {
                float[] expected = values(references.get(index++));
                assertThat(parameter.getArray().toFloatArray())
                        .containsExactly(expected, within(3e-6f));
            }
        }
    }

    @Test
    void onlyAStateOfTheSameKindAndShapesFits() {
        try (NDManager manager = Engines.newManager();
                Inference quiet = Engines.quiet()) {
            Map<String, Parameter> parameters = parameters(manager, 4);
            Updater adam = new Updater(Optimizer.adam(), parameters, manager);
            assertThat(adam.fits(adam.state())).isTrue();
            assertThat(adam.state().tensors().keySet())
                    .containsExactlyInAnyOrder(
                            "mean.weight", "mean.bias", "square.weight", "square.bias");
            Updater other = new Updater(Optimizer.adamW(0.1), parameters, manager);
            assertThat(other.fits(adam.state())).isFalse();
            Updater plain = new Updater(Optimizer.sgd(0), parameters, manager);
            assertThat(plain.state().tensors()).isEmpty();
            assertThat(new Updater(Optimizer.sgd(0.5), parameters, manager).fits(plain.state()))
                    .isFalse();
        }
    }

    private static Map<String, Parameter> parameters(NDManager manager, int rows) {
        var block = new LinearBlock(3, rows, 1);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
        return BlockWeights.parameters(block);
    }

    private static List<Reference> references(NDArray weights) {
        List<Reference> references = new ArrayList<>();
        for (float weight : weights.toFloatArray()) {
            references.add(new Reference(weight));
        }
        return references;
    }

    private static float[] gradient(Shape shape, Random random) {
        float[] gradient = new float[(int) shape.size()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) random.nextGaussian();
        }
        return gradient;
    }

    private static float[] values(List<Reference> references) {
        float[] values = new float[references.size()];
        for (int i = 0; i < references.size(); i++) {
            values[i] = (float) references.get(i).weight;
        }
        return values;
    }
}
