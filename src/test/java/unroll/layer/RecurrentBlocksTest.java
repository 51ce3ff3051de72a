package unroll.layer;

import static unroll.layer.Numbers.array;
import static unroll.layer.Numbers.cube;
import static unroll.layer.Numbers.flat;
import static unroll.layer.Numbers.near;
import static unroll.layer.Numbers.nearShare;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.Engines;

/** Every block against plain doubles: outputs, final states and all gradients. */
@Tag("engine")
class RecurrentBlocksTest {
    private static final int BATCH = 2;
    private static final int TIME = 4;
    private static final int WIDTH = 3;

    @ParameterizedTest
    @MethodSource("unroll.layer.Cases#all")
    void computesTheTextbooksNumbersAndGradients(Cases test) {
        Random random = new Random(test.fixture().hashCode());
        int rows = test.size().layers() * test.size().directions();
        int hidden = test.size().hidden();
        double[][][] x = cube(random, BATCH, TIME, WIDTH);
        double[][][] h0 = cube(random, rows, BATCH, hidden);
        double[][][] c0 = cube(random, rows, BATCH, hidden);
        double[][][] dy = cube(random, BATCH, TIME, test.size().width());
        double[][][] dhN = cube(random, rows, BATCH, hidden);
        double[][][] dcN = cube(random, rows, BATCH, hidden);
        boolean lstm = test.kind() == Kind.LSTM;
        try (NDManager manager = Engines.newManager()) {
            RecurrentBlock block = test.block(Weights.of(7).updateBias(0.5));
            NDArray input = array(manager, x);
            block.initialize(manager, DataType.FLOAT32, input.getShape());
            NDList in = new NDList(input, array(manager, h0));
            NDList upstream = new NDList(array(manager, dy), array(manager, dhN));
            if (lstm) {
                in.add(array(manager, c0));
                upstream.add(array(manager, dcN));
            }
            ReferenceStack reference =
                    new ReferenceStack(test.kind(), test.size(), BlockWeights.read(block));
            reference.forward(x, h0, c0);
            reference.backward(dy, dhN, dcN);

            NDList out = forwardAndBackward(block, in, upstream);

            near("y", out.get(0), flat(reference.y), 1e-5);
            near("hN", out.get(1), flat(reference.hN), 1e-5);
            nearShare("dx", input.getGradient(), flat(reference.dx), 1e-4);
            nearShare("dh0", in.get(1).getGradient(), flat(reference.dh0), 1e-4);
            if (lstm) {
                near("cN", out.get(2), flat(reference.cN), 1e-5);
                nearShare("dc0", in.get(2).getGradient(), flat(reference.dc0), 1e-4);
            }
            Map<String, double[]> gradients = reference.gradients();
            for (Parameter parameter : block.getParameters().values()) {
                String name = parameter.getName();
                nearShare(
                        "d" + name, parameter.getArray().getGradient(), gradients.get(name), 1e-4);
            }
        }
    }

    private static NDList forwardAndBackward(RecurrentBlock block, NDList in, NDList upstream) {
        in.forEach(array -> array.setRequiresGradient(true));
        ParameterStore store = new ParameterStore(in.getManager(), false);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDList out = block.forward(store, new NDList(in), true);
            NDArray loss = null;
            for (int i = 0; i < upstream.size(); i++) {
                NDArray part = out.get(i).mul(upstream.get(i)).sum();
                loss = loss == null ? part : loss.add(part);
            }
            collector.backward(loss);
            return out;
        }
    }
}
