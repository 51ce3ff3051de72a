package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves points of a long line out so that it still looks the same. */
final class Thin {
    private Thin() {}

    /**
     * Returns which points to keep, in order: the first and the last, and in each of equally long
     * stretches the lowest, the highest and one that is not a number, if any (the gap it makes stays).
     */
    static int[] keep(double[] y, int limit) {
        if (y.length <= limit) {
            return IntStream.range(0, y.length).toArray();
        }
        int stretches = Math.max(1, (limit - 2) / 3);
        List<Integer> kept = new ArrayList<>();
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) y.length * s / stretches);
            int to = (int) ((long) y.length * (s + 1) / stretches);
            extremes(y, from, to, kept);
        }
        return IntStream.concat(
                        IntStream.of(0, y.length - 1), kept.stream().mapToInt(Integer::intValue))
                .sorted()
                .distinct()
                .toArray();
    }

    private static void extremes(double[] y, int from, int to, List<Integer> kept) {
        int lowest = -1;
        int highest = -1;
        int gap = -1;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(y[i])) {
                gap = i;
                continue;
            }
            lowest = lowest < 0 || y[i] < y[lowest] ? i : lowest;
            highest = highest < 0 || y[i] > y[highest] ? i : highest;
        }
        IntStream.of(lowest, highest, gap).filter(i -> i >= 0).forEach(kept::add);
    }
}
