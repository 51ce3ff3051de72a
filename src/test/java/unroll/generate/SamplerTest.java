package unroll.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
    private static final int ALL = Integer.MAX_VALUE;
    private static final float NEVER = Float.NEGATIVE_INFINITY;

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    private static float[] logits(double... probabilities) {
        float[] logits = new float[probabilities.length];
        IntStream.range(0, logits.length)
                .forEach(id -> logits[id] = (float) Math.log(probabilities[id]));
        return logits;
    }

    private static BitSet all(int size) {
        BitSet allowed = new BitSet();
        allowed.set(0, size);
        return allowed;
    }

    private static int[] kept(Sampler sampler, float... logits) {
        double[] weights = sampler.weights(logits, all(logits.length));
        return IntStream.range(0, weights.length).filter(id -> weights[id] > 0).toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tokensComeAsOftenAsTheirProbabilitySays(int seed) {
        var random = new Random(seed);
        float[] logits = new float[5];
        IntStream.range(0, 5).forEach(id -> logits[id] = (float) (3 * random.nextGaussian()));
        double temperature = 0.3 + 2 * random.nextDouble();
        var sampler = new Sampler(temperature, ALL, 1);
        int draws = 20_000;
        double[] seen = new double[5];
        for (int i = 0; i < draws; i++) {
            seen[sampler.choose(logits, all(5), random)] += 1.0 / draws;
        }
        double[] weights =
                Arrays.stream(toDouble(logits)).map(l -> l / temperature).map(Math::exp).toArray();
        double sum = Arrays.stream(weights).sum();
        for (int id = 0; id < 5; id++) {
            assertThat(seen[id]).isCloseTo(weights[id] / sum, within(0.02));
        }
    }

    private static double[] toDouble(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @Test
    void topKeepsTheMostProbableAndWhatEqualsTheLastOfThem() {
        float[] logits = {1, 3, 2, 2, 0};
        assertThat(kept(new Sampler(1, 1, 1), logits)).containsExactly(1);
        assertThat(kept(new Sampler(1, 2, 1), logits)).containsExactly(1, 2, 3);
        assertThat(kept(new Sampler(1, 4, 1), logits)).containsExactly(0, 1, 2, 3);
        assertThat(kept(new Sampler(1, 99, 1), logits)).hasSize(5);
    }

    @Test
    void theNucleusIsTheSmallestSetThatHasEnough() {
        float[] logits = logits(0.1, 0.5, 0.15, 0.25);
        assertThat(kept(new Sampler(1, ALL, 0.49), logits)).containsExactly(1);
        assertThat(kept(new Sampler(1, ALL, 0.51), logits)).containsExactly(1, 3);
        assertThat(kept(new Sampler(1, ALL, 0.76), logits)).containsExactly(1, 2, 3);
        assertThat(kept(new Sampler(1, ALL, 0.91), logits)).hasSize(4);
        assertThat(kept(new Sampler(1, ALL, 1e-9), logits)).containsExactly(1);
    }

    @Test
    void temperatureComesBeforeTheNucleusAndTopKToo() {
        float[] logits = logits(0.5, 0.3, 0.2);
        assertThat(kept(new Sampler(1, ALL, 0.6), logits)).containsExactly(0, 1);
        assertThat(kept(new Sampler(0.2, ALL, 0.6), logits)).containsExactly(0);
        assertThat(kept(new Sampler(1, 2, 0.62), logits)).containsExactly(0);
    }

    @Test
    void atTemperatureZeroTheFirstOfTheMostProbableIsChosen() {
        var sampler = new Sampler(0, ALL, 1);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(sampler.choose(new float[] {1, 5, 5, 0}, all(4), new Random(seed)))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aForbiddenTokenIsNeverChosenHoweverProbable(int seed) {
        var random = new Random(seed);
        BitSet allowed = new BitSet();
        allowed.set(1);
        allowed.set(3);
        var sampler = new Sampler(random.nextDouble() * 2, 1 + random.nextInt(3), 1);
        float[] logits = {50, random.nextFloat(), 40, random.nextFloat(), 60};
        assertThat(sampler.choose(logits, allowed, random)).isIn(1, 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-3, 1, 1e6})
    void hugeLogitsAndSmallTemperaturesDoNotOverflow(double temperature) {
        var sampler = new Sampler(temperature, ALL, 0.99);
        float[] logits = {3e38f, -3e38f, NEVER, 3e38f};
        int token = sampler.choose(logits, all(4), new Random(1));
        assertThat(token).isIn(0, 3);
        assertThat(sampler.weights(logits, all(4))).doesNotContain(Double.NaN);
        double[] probabilities = Sampler.softmax(logits);
        assertThat(probabilities).containsExactly(0.5, 0, 0, 0.5);
    }

    @Test
    void softmaxAddsUpToOne() {
        double[] probabilities = Sampler.softmax(new float[] {1, 2, 3, -700, 4});
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
        assertThat(probabilities[1] / probabilities[0]).isCloseTo(Math.E, within(1e-12));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (double temperature : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Sampler(temperature, ALL, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "temperature must be 0 or more, got "
                                    + temperature
                                    + "; 0.5 is safe, 1 faithful, 1.5 bold");
        }
        assertThatThrownBy(() -> new Sampler(1, 0, 1)).hasMessage("topK must be 1 or more, got 0");
        for (double nucleus : new double[] {0, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new Sampler(1, ALL, nucleus))
                    .hasMessage(
                            "nucleus must be above 0 and at most 1, got " + nucleus + "; try 0.9");
        }
    }

    @Test
    void nothingAllowedIsRefused() {
        assertThatThrownBy(
                        () ->
                                new Sampler(1, ALL, 1)
                                        .choose(new float[3], new BitSet(), new Random(1)))
                .hasMessage("no token is allowed");
    }
}
