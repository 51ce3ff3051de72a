package unroll.layer;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import unroll.UnrollException;
import unroll.engine.Engines;
import unroll.engine.Inference;

/**
 * Reads and replaces the weights of any initialised block by PyTorch's names.
 *
 * <p>The name of a parameter inside a child is the child's name, a dot and the parameter's name:
 * {@code body.weight_ih_l0}.
 */
public final class BlockWeights {

    private BlockWeights() {}

    /** Returns the parameters of a block and its children by name, in the order they were added. */
    public static Map<String, Parameter> parameters(Block block) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        collect("", block, named);
        return named;
    }

    private static void collect(String prefix, Block block, Map<String, Parameter> named) {
        block.getDirectParameters().forEach(p -> named.put(prefix + p.getKey(), p.getValue()));
        int[] number = {0};
        block.getChildren()
                .forEach(
                        child -> {
                            // DJL puts a number of at least two digits before a child's name
                            int digits = String.format(Locale.ROOT, "%02d", ++number[0]).length();
                            String name = child.getKey().substring(digits);
                            collect(prefix + name + ".", child.getValue(), named);
                        });
    }

    /** Returns a copy of all weights. */
    public static Map<String, Tensor> read(Block block) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        parameters(block).forEach((name, p) -> weights.put(name, Tensor.of(p.getArray())));
        return weights;
    }

    /**
     * Replaces all weights, or none when a name or a shape differs.
     *
     * @throws UnrollException with a table of every difference
     */
    public static void assign(Block block, Map<String, Tensor> weights) {
        Map<String, Parameter> parameters = parameters(block);
        compare(parameters, weights);
        try (Inference quiet = Engines.quiet()) {
            weights.forEach((name, tensor) -> tensor.copyTo(parameters.get(name).getArray()));
        }
    }

    private static void compare(Map<String, Parameter> parameters, Map<String, Tensor> weights) {
        StringBuilder table = new StringBuilder();
        TreeSet<String> names = new TreeSet<>(parameters.keySet());
        names.addAll(weights.keySet());
        for (String name : names) {
            String expected =
                    parameters.containsKey(name)
                            ? Arrays.toString(parameters.get(name).getShape().getShape())
                            : "none";
            String found =
                    weights.containsKey(name) ? Arrays.toString(weights.get(name).shape()) : "none";
            if (!expected.equals(found)) {
                table.append(
                        String.format(Locale.ROOT, "%n  %-28s %-16s %s", name, expected, found));
            }
        }
        if (!table.isEmpty()) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the weights do not fit the block, nothing was changed; build the model with"
                                    + " the sizes the weights were made with:%n"
                                    + "  %-28s %-16s %s%s",
                            "parameter",
                            "expected",
                            "found",
                            table));
        }
    }
}
