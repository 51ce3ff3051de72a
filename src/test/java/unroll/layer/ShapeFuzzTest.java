package unroll.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.Engines;
import unroll.engine.Inference;

/** Arrays of any shape into any block: right ones give the right shapes, all others are refused. */
@Tag("engine")
class ShapeFuzzTest {
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int WIDTH = 3;
    private static final int HIDDEN = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingWrongIsAcceptedAndNothingKillsTheProcess(long seed) {
        fuzz(seed, 100);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void norInTwentyThousandTries(long seed) {
        fuzz(seed, 5000);
    }

    private static void fuzz(long seed, int tries) {
        Random random = new Random(seed);
        for (int i = 0; i < tries; i++) {
            try (NDManager manager = Engines.newManager();
                    Inference quiet = Engines.quiet()) {
                Recurrence size =
                        new Recurrence(HIDDEN, 1 + random.nextInt(3), random.nextBoolean(), 0);
                Kind kind = KINDS.get(random.nextInt(KINDS.size()));
                switch (random.nextInt(4)) {
                    case 0 -> linear(random, manager);
                    case 1 -> embedding(random, manager);
                    default -> recurrent(random, manager, kind, size);
                }
            }
        }
    }

    private static void recurrent(Random random, NDManager manager, Kind kind, Recurrence size) {
        boolean fused = random.nextInt(4) > 0;
        Block block = Cases.block(kind, fused, size, Weights.of(1));
        block.initialize(manager, DataType.FLOAT32, new Shape(2, 2, WIDTH));
        Shape x = shape(random, WIDTH);
        NDList in = new NDList(manager.zeros(x));
        boolean right = x.dimension() == 3 && x.get(2) == WIDTH && x.get(1) > 0;
        int states = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
        right &= states == 0 || states == kind.states();
        for (int i = 0; i < states; i++) {
            long batch = random.nextInt(3) == 0 ? random.nextInt(3) : x.get(0);
            Shape state = size.stateShape(batch);
            in.add(manager.zeros(state));
            right &= batch == x.get(0);
        }
        check(block, in, right);
    }

    private static void linear(Random random, NDManager manager) {
        Block block = new LinearBlock(WIDTH, HIDDEN, 1);
        block.initialize(manager, DataType.FLOAT32, new Shape(1, WIDTH));
        Shape x = shape(random, WIDTH);
        boolean right = x.dimension() <= 4 && x.get(x.dimension() - 1) == WIDTH;
        check(block, new NDList(manager.zeros(x)), right);
    }

    private static void embedding(Random random, NDManager manager) {
        Block block = new EmbeddingBlock(7, HIDDEN, 1);
        block.initialize(manager, DataType.FLOAT32, new Shape(1));
        Shape shape = shape(random, 2);
        int[] values = new int[(int) shape.size()];
        int edge = random.nextInt(3) == 0 ? 40 : 7;
        Arrays.setAll(values, i -> random.nextInt(edge) - (edge > 7 ? 20 : 0));
        boolean right =
                shape.dimension() <= 2 && Arrays.stream(values).allMatch(id -> id >= 0 && id < 7);
        NDArray ids =
                shape.size() == 0
                        ? manager.create(shape, DataType.INT32)
                        : manager.create(values, shape);
        check(block, new NDList(ids), right);
    }

    /** One to five axes of length zero to four, the last one often as the block wants it. */
    private static Shape shape(Random random, int width) {
        int rank = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 3;
        long[] axes = new long[rank];
        Arrays.setAll(axes, i -> random.nextInt(5));
        if (random.nextInt(3) > 0) {
            axes[rank - 1] = width;
        }
        return new Shape(axes);
    }

    private static void check(Block block, NDList in, boolean right) {
        String what = block.getClass().getSimpleName() + " " + Arrays.toString(in.getShapes());
        Shape[] given = in.getShapes();
        try {
            NDList out = block.forward(new ParameterStore(in.getManager(), false), in, false);
            assertThat(right).as("wrongly accepted: " + what).isTrue();
            assertThat(out.getShapes()).as(what).isEqualTo(block.getOutputShapes(given));
            for (NDArray array : out) {
                if (array.size() > 0) {
                    assertThat(array.isNaN().any().getBoolean()).as("NaN: " + what).isFalse();
                }
            }
        } catch (IllegalArgumentException e) {
            assertThat(right).as("wrongly refused: " + what + ": " + e.getMessage()).isFalse();
            assertThat(e.getMessage()).containsPattern("Block .* got |token id -?\\d+ at batch");
        }
    }
}
