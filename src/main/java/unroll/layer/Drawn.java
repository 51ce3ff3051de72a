package unroll.layer;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Parameters whose initial values are drawn in Java: a seed means the same on both engines. */
final class Drawn {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private Drawn() {}

    /** Returns a parameter filled from {@code values} once its shape is known. */
    static Parameter parameter(String name, Parameter.Type type, Function<Shape, float[]> values) {
        return Parameter.builder()
                .setName(name)
                .setType(type)
                .optInitializer(
                        (manager, shape, dataType) -> {
                            if (dataType != DataType.FLOAT32) {
                                throw new IllegalArgumentException(
                                        String.format(
                                                Locale.ROOT,
                                                "parameter %s can only be float32, asked for %s",
                                                name,
                                                dataType));
                            }
                            return manager.create(values.apply(shape), shape);
                        })
                .build();
    }

    /** Returns a generator of its own for every parameter, however many are drawn before it. */
    static RandomGenerator generator(long seed, String name, Shape shape) {
        long mixed = (seed * 31 + name.hashCode()) * 31 + Arrays.hashCode(shape.getShape());
        return new Random(new SplittableRandom(mixed).nextLong());
    }

    /** Returns values of the given shape, uniform in ±bound. */
    static float[] uniform(Shape shape, double bound, RandomGenerator random) {
        float[] values = array(shape);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return values;
    }

    /** Returns values of the given shape, normal with mean 0 and deviation 1. */
    static float[] normal(Shape shape, RandomGenerator random) {
        float[] values = array(shape);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Returns zeros of the given shape; refuses one that no array can hold. */
    static float[] array(Shape shape) {
        if (shape.size() > MOST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a parameter of shape %s has %,d numbers, an array holds at most %,d; choose smaller sizes",
                            shape,
                            shape.size(),
                            MOST));
        }
        return new float[(int) shape.size()];
    }
}
