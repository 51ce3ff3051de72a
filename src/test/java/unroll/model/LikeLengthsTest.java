package unroll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikeLengthsTest {
    private static List<int[]> sequences(int... lengths) {
        return IntStream.of(lengths).mapToObj(int[]::new).toList();
    }

    @Test
    void oneLongSequencePadsNoOther() {
        assertThat(LikeLengths.parts(sequences(3, 100_000, 2, 3)))
                .containsExactly(List.of(2, 0, 3), List.of(1));
        assertThat(LikeLengths.parts(List.of())).isEmpty();
    }

    @Test
    void aPartHasNeitherTooManySequencesNorTooManyPlaces() {
        int[] lengths = IntStream.range(0, 500).map(i -> 1 + i * 7919 % 1000).toArray();
        List<int[]> sequences = sequences(lengths);
        List<Integer> all = new ArrayList<>();
        List<List<Integer>> parts = LikeLengths.parts(sequences);
        assertThat(parts).hasSizeLessThan(25);
        for (List<Integer> part : parts) {
            int longest = part.stream().mapToInt(i -> lengths[i]).max().orElseThrow();
            assertThat(part).hasSizeLessThanOrEqualTo(64);
            assertThat(part.size() * longest).isLessThanOrEqualTo(16_384);
            all.addAll(part);
        }
        assertThat(all).hasSize(500).doesNotHaveDuplicates();
    }
}
