package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaddedDataTest {
    private static final int LONGEST = 40;

    /** Returns sequences that begin with their own number and have 1 to 40 tokens. */
    private static List<PaddedData.Example> examples(int count, boolean perToken) {
        Random random = new Random(6);
        List<PaddedData.Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] inputs = new int[1 + random.nextInt(LONGEST)];
            Arrays.fill(inputs, 1);
            inputs[0] = i;
            int[] targets = new int[perToken ? inputs.length : 1];
            Arrays.fill(targets, i % 4 == 0 ? 1 : 0);
            examples.add(new PaddedData.Example(inputs, targets));
        }
        return examples;
    }

    private static PaddedData data(int count) {
        return PaddedData.of(examples(count, false), examples(10, false), 2, false);
    }

    private static List<Integer> numbers(List<PaddedBatch> batches) {
        List<Integer> numbers = new ArrayList<>();
        for (PaddedBatch batch : batches) {
            for (int row = 0; row < batch.size(); row++) {
                numbers.add(batch.inputs()[row * batch.length()]);
            }
        }
        return numbers;
    }

    @Test
    void anEpochHoldsEverySequenceOnceAndHardlyAnyPadding() {
        var data = data(1000);
        var epoch = data.epoch(16, new SplittableRandom(1));
        assertThat(epoch).hasSize(data.stepsPerEpoch(16)).hasSize(63);
        assertThat(numbers(epoch)).doesNotHaveDuplicates().hasSize(1000);
        double filled = epoch.stream().mapToInt(PaddedBatch::tokens).sum();
        double places = epoch.stream().mapToInt(batch -> batch.inputs().length).sum();
        assertThat(filled / places).isGreaterThan(0.85); // 0.53 without sorting by length
    }

    @Test
    void aSeedDecidesTheOrder() {
        var data = data(300);
        var first = numbers(data.epoch(8, new SplittableRandom(1)));
        assertThat(numbers(data.epoch(8, new SplittableRandom(1)))).isEqualTo(first);
        assertThat(numbers(data.epoch(8, new SplittableRandom(2)))).isNotEqualTo(first);
    }

    @Test
    void everySequenceIsDrawnEquallyOften() {
        var data = data(70); // 64 in the first bucket, 6 in the last
        var random = new SplittableRandom(4);
        int[] drawn = new int[70];
        for (int i = 0; i < 5000; i++) {
            numbers(List.of(data.draw(8, random))).forEach(number -> drawn[number]++);
        }
        assertThat(Arrays.stream(drawn).min().getAsInt()).isGreaterThan(400); // of 571 expected
        assertThat(Arrays.stream(drawn).max().getAsInt()).isLessThan(750);
    }

    @Test
    void paddingHasNoWeight() {
        var data = PaddedData.of(examples(30, true), List.of(), 2, true);
        PaddedBatch batch = data.draw(8, new SplittableRandom(3));
        assertThat(batch.targets()).hasSize(8 * batch.length());
        for (int row = 0; row < 8; row++) {
            for (int t = 0; t < batch.length(); t++) {
                float expected = t < batch.lengths()[row] ? 1 : 0;
                assertThat(batch.weights()[row * batch.length() + t]).isEqualTo(expected);
            }
        }
        assertThat(batch.answers()).isEqualTo(batch.tokens());
    }

    @Test
    void balancedAnswersCountAlikeTogetherInTrainingOnly() {
        var data = data(400).balanced();
        double[] sums = new double[2];
        for (PaddedBatch batch : data.epoch(16, new SplittableRandom(0))) {
            for (int row = 0; row < batch.size(); row++) {
                sums[batch.targets()[row]] += batch.weights()[row];
            }
        }
        assertThat(data.counts()).containsExactly(300, 100);
        assertThat(sums[0]).isCloseTo(sums[1], within(1e-3)).isCloseTo(200, within(1e-3));
        assertThat(data.validation(10).get(0).weights()).containsOnly(1);
    }

    @Test
    void validationComesInTheSameOrderAlways() {
        var data = data(50);
        assertThat(numbers(data.validation(4))).hasSize(10).isEqualTo(numbers(data.validation(3)));
        assertThat(data.toString()).isEqualTo("50 sequences of 1 to 40 tokens, validated on 10");
    }

    @Test
    void batchesLargerThanTheDataAreOneAndImpossibleOnesAreRefused() {
        var data = data(50);
        var random = new SplittableRandom(1);
        for (int batch : List.of(1 << 29, Integer.MAX_VALUE)) {
            assertThat(data.stepsPerEpoch(batch)).isEqualTo(1);
            assertThat(numbers(data.epoch(batch, random))).hasSize(50);
            assertThat(data.validation(batch)).extracting(PaddedBatch::size).containsExactly(10);
            assertThatThrownBy(() -> data.draw(batch, random))
                    .hasMessageStartingWith(
                            "a batch of %,d sequences of 40 tokens".formatted(batch));
        }
        assertThatThrownBy(() -> data.epoch(0, random))
                .hasMessage("batch must be 1 or more, got 0; try 32");
    }

    @Test
    void wrongExamplesAreRefusedByTheirNumber() {
        var good = new PaddedData.Example(new int[] {1, 2}, new int[] {0});
        var bad = new PaddedData.Example(new int[] {1, 2}, new int[] {2});
        assertThatThrownBy(() -> PaddedData.of(List.of(good, bad), List.of(), 2, false))
                .hasMessage(
                        "example 1 of the training part: expected 1 answers in 0 .. 1, got [2]");
        assertThatThrownBy(() -> new PaddedData.Example(new int[0], new int[] {0}))
                .hasMessageContaining("leave it out");
        assertThatThrownBy(() -> new PaddedData.Example(new int[3], new int[2]))
                .hasMessageContaining("3 tokens need one answer or 3, got 2");
        assertThatThrownBy(() -> data(5).draw(0, new SplittableRandom(0)))
                .hasMessageContaining("batch must be 1 or more");
    }
}
