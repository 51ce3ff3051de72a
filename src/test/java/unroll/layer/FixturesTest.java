package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.Engines;

/** Every block against files that PyTorch made (environment/peer/fixtures.py). */
class FixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/unroll/layer/fixtures");

    @Test
    void theFilesAreThoseThatTheScriptWrote() throws IOException, NoSuchAlgorithmException {
        for (String line : Files.readAllLines(FOLDER.resolve("HASHES"))) {
            String name = line.substring(66);
            Path file = name.endsWith(".py") ? Path.of(name) : FOLDER.resolve(name);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            assertThat(HexFormat.of().formatHex(digest)).as(name).isEqualTo(line.substring(0, 64));
        }
    }

    @Tag("engine")
    @ParameterizedTest
    @MethodSource("unroll.layer.Cases#all")
    void computesPyTorchsNumbersAndGradients(Cases test) {
        Map<String, Tensor> file =
                WeightsFile.read(FOLDER.resolve(test.fixture() + ".safetensors")).tensors();
        try (NDManager manager = Engines.newManager()) {
            RecurrentBlock block = test.block(Weights.of(1));
            NDList in = new NDList(array(manager, file.get("x")));
            for (String state : new String[] {"h0", "c0"}) {
                if (file.containsKey(state)) {
                    in.add(array(manager, file.get(state)));
                }
            }
            in.forEach(array -> array.setRequiresGradient(true));
            block.initialize(manager, DataType.FLOAT32, in.head().getShape());
            BlockWeights.assign(block, weights(file));

            NDList out = forwardAndBackward(block, in, array(manager, file.get("dy")));

            near("y", out.get(0), doubles(file.get("y")), 1e-5);
            near("hn", out.get(1), doubles(file.get("hn")), 1e-5);
            if (test.kind() == Kind.LSTM) {
                near("cn", out.get(2), doubles(file.get("cn")), 1e-5);
            }
            String[] names = {"x", "h0", "c0"};
            for (int i = 0; i < in.size(); i++) {
                double[] expected = doubles(file.get("grad." + names[i]));
                nearShare("d" + names[i], in.get(i).getGradient(), expected, 1e-4);
            }
            for (Parameter parameter : block.getParameters().values()) {
                double[] expected = doubles(file.get("grad." + parameter.getName()));
                NDArray found = parameter.getArray().getGradient();
                nearShare("d" + parameter.getName(), found, expected, 1e-4);
            }
        }
    }

    private static NDList forwardAndBackward(RecurrentBlock block, NDList in, NDArray dy) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            ParameterStore store = new ParameterStore(in.getManager(), false);
            NDList out = block.forward(store, new NDList(in), true);
            collector.backward(out.head().mul(dy).sum());
            return out;
        }
    }

    private static Map<String, Tensor> weights(Map<String, Tensor> file) {
        Map<String, Tensor> weights = new LinkedHashMap<>(file);
        weights.keySet().removeIf(name -> !name.matches("(weight|bias)_.*"));
        return weights;
    }

    private static NDArray array(NDManager manager, Tensor tensor) {
        return manager.create(tensor.values(), tensor.ofEngine());
    }

    private static double[] doubles(Tensor tensor) {
        double[] values = new double[tensor.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.values()[i];
        }
        return values;
    }
}
