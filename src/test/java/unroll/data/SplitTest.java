package unroll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    /** Ids that equal their place, so that a batch shows where it was cut. */
    private static int[] places(int count) {
        return IntStream.range(0, count).toArray();
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWindowContainsTheCutAndTargetsFollowInputs(int seed) {
        var random = new Random(seed);
        int length = 1 + random.nextInt(20);
        int total = 10 * (length + 1) + random.nextInt(500);
        var windows = Split.at(places(total), 0.8).windows(length);
        int cut = (int) (total * 0.8);
        List<TokenBatch> batches = new ArrayList<>(windows.epoch(4, random));
        IntStream.range(0, 20).forEach(i -> batches.add(windows.draw(3, random)));
        for (TokenBatch batch : batches) {
            assertThat(Arrays.stream(batch.targets())).allMatch(id -> id < cut);
            assertFollows(batch);
        }
        for (TokenBatch batch : windows.validation(4)) {
            assertThat(Arrays.stream(batch.inputs())).allMatch(id -> id >= cut);
            assertFollows(batch);
        }
    }

    private static void assertFollows(TokenBatch batch) {
        for (int i = 0; i < batch.inputs().length; i++) {
            assertThat(batch.targets()[i]).isEqualTo(batch.inputs()[i] + 1);
            if (i % batch.length() > 0) {
                assertThat(batch.inputs()[i]).isEqualTo(batch.inputs()[i - 1] + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEpochOfWindowsTakesEveryTokenOnceButForTheRest(int seed) {
        var random = new Random(seed);
        int length = 1 + random.nextInt(20);
        int total = 2 * length + random.nextInt(500);
        var windows = Split.at(places(total), 1).windows(length);
        int batch = 1 + random.nextInt(9);
        List<TokenBatch> epoch = windows.epoch(batch, random);
        int[] seen = epoch.stream().flatMapToInt(b -> Arrays.stream(b.inputs())).sorted().toArray();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.length).isEqualTo((total - 1) / length * length);
        assertThat(epoch).hasSize(windows.stepsPerEpoch(batch));
    }

    @Test
    void validationWindowsAreConsecutiveAndDoNotOverlap() {
        var windows = Split.at(places(1000), 0.9).windows(30);
        int[] seen =
                windows.validation(2).stream()
                        .flatMapToInt(b -> Arrays.stream(b.inputs()))
                        .toArray();
        assertThat(seen).isEqualTo(IntStream.range(900, 990).toArray());
        assertThat(windows.validation(2)).extracting(TokenBatch::size).containsExactly(2, 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRowOfAStreamGoesOnWhereItEnded(int seed) {
        var random = new Random(seed);
        int length = 1 + random.nextInt(10);
        int batch = 1 + random.nextInt(5);
        var streams =
                Split.at(places(batch * (length + 1) + random.nextInt(300)), 1).streams(length);
        List<TokenBatch> epoch = streams.epoch(batch, random);
        assertThat(epoch).hasSize(streams.stepsPerEpoch(batch)).isNotEmpty();
        for (int i = 0; i < epoch.size(); i++) {
            assertFollows(epoch.get(i));
            for (int row = 0; i > 0 && row < batch; row++) {
                int first = epoch.get(i).inputs()[row * length];
                assertThat(first).isEqualTo(epoch.get(i - 1).targets()[(row + 1) * length - 1]);
            }
        }
        assertThat(epoch.stream().flatMapToInt(b -> Arrays.stream(b.inputs())).toArray())
                .doesNotHaveDuplicates();
        assertThat(streams.carriesState()).isTrue();
    }

    @Test
    void theSameSeedDrawsTheSameBatches() {
        var windows = Split.at(places(5000), 0.9).windows(50);
        var one = windows.draw(8, new Random(3));
        var two = windows.draw(8, new Random(3));
        assertThat(one.inputs()).isEqualTo(two.inputs());
        assertThat(windows.draw(8, new Random(4)).inputs()).isNotEqualTo(one.inputs());
    }

    @Test
    void aTextShorterThanAWindowIsRefusedWithNumbers() {
        assertThatThrownBy(() -> Split.at(places(80), 1).windows(100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the training part holds 80 of 80 tokens, but windows(100) needs 101 (100"
                                + " inputs and the token after the last); use a longer text,"
                                + " windows(79) or less");
        assertThatThrownBy(() -> Split.at(places(500), 0.9).streams(100))
                .hasMessage(
                        "the validation part holds 50 of 500 tokens, but streams(100) needs 101 (100"
                                + " inputs and the token after the last); use a longer text,"
                                + " streams(49) or less");
        assertThatThrownBy(() -> Split.at(places(80), 0.9).windows(100))
                .hasMessageStartingWith("the training part holds 72 of 80 tokens")
                .hasMessageEndingWith(", windows(7) or less");
        assertThat(Split.at(places(80), 0.9).windows(7)).isNotNull();
    }

    @Test
    void aTextTooShortToLearnFromIsWarnedAbout() {
        assertThat(Split.at(places(1000), 0.9).windows(10).notes())
                .containsExactly(
                        "only 900 tokens to learn from: expect the model to learn them by heart;"
                                + " from about 100,000 on it finds rules");
        assertThat(Split.at(places(20_000), 0.9).streams(10).notes()).isEmpty();
        assertThat(Split.at(places(20_000), 0.9).streams(10))
                .hasToString("streams read 10 at a time in 18,000 tokens, validated on 2,000");
        assertThat(Split.at(places(1000), 0.9).windows(10).toString())
                .startsWith("windows of 10 in 900 tokens, validated on 100; only 900 tokens");
        assertThat(Split.at(places(1000), 0.9).toString())
                .startsWith("900 tokens to learn from, 100 to validate on; only 900 tokens");
    }

    @Test
    void nothingToSplitIsRefused() {
        assertThatThrownBy(() -> Split.at(new int[0], 0.9))
                .hasMessage("nothing to split: the text has no tokens");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.5, Double.NaN})
    void aFractionOutsideTheTextIsRefused(double fraction) {
        assertThatThrownBy(() -> Split.at(places(10), fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 and at most 1")
                .hasMessageContaining("try 0.9");
    }

    @Test
    void batchZeroIsRefused() {
        var windows = Split.at(places(1000), 0.9).windows(10);
        var random = new Random(1);
        assertThatThrownBy(() -> windows.draw(0, random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch must be 1 or more, got 0; try 32");
        assertThatThrownBy(() -> windows.epoch(0, random)).hasMessageContaining("batch");
        assertThatThrownBy(() -> windows.validation(0)).hasMessageContaining("batch");
        assertThatThrownBy(() -> windows.stepsPerEpoch(0)).hasMessageContaining("batch");
    }

    @Test
    void moreStreamsThanTheTextCanFillAreRefused() {
        assertThatThrownBy(() -> Split.at(places(100), 1).streams(10).stepsPerEpoch(20))
                .hasMessage(
                        "100 tokens in 20 streams leave 5 for each, but streams(10) needs 11; use a"
                                + " smaller batch, shorter pieces or a longer text");
    }

    @Test
    void thePartsTogetherAreTheTextAndCannotBeChangedFromOutside() {
        int[] ids = places(10);
        var split = Split.at(ids, 0.75);
        ids[0] = 99;
        split.training()[1] = 99;
        assertThat(split.training()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(split.validation()).containsExactly(7, 8, 9);
    }

    @Test
    void theLetterGuessIsTheEntropyOfTheTrainingPart() {
        var windows = Split.at(new int[] {0, 0, 1, 1, 7, 7}, 0.7).windows(1);
        assertThat(windows.letterGuess()).isEqualTo(Math.log(2));
    }

    @Test
    void batchesLargerThanTheTextAreOneAndThoseLargerThanTheMemoryAreRefused() {
        int most = Integer.MAX_VALUE;
        var random = new Random(1);
        var windows = Split.at(places(1000), 0.9).windows(10);
        assertThat(windows.stepsPerEpoch(most)).isEqualTo(1);
        assertThat(windows.epoch(most, random)).hasSize(1);
        assertThat(windows.validation(most)).extracting(TokenBatch::size).containsExactly(9);
        var streams = Split.at(places(1000), 0.9).streams(10);
        for (TokenData data : List.of(windows, streams)) {
            assertThatThrownBy(() -> data.draw(most, random))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "a batch of 2,147,483,647 sequences of 10 tokens is too large: with the ")
                    .hasMessageEndingWith(" fit; try 32");
        }
        assertThatThrownBy(() -> Split.at(places(1000), 0.9).windows(most))
                .hasMessageContaining("windows(2147483647) needs 2147483648 (2147483647 inputs");
    }
}
