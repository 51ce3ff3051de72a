package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Leaves points of a long line out so that it still looks the same. */
final class Thin {
    private static final int GRID = 64;

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

    /**
     * Returns which points of a cloud to keep, in order: of each small part of the picture the same
     * number at most, so that lonely points stay.
     */
    static int[] scatter(double[] x, double[] y, int limit) {
        double[] across = ends(x);
        double[] down = ends(y);
        int[] cells = new int[x.length];
        int[] counts = new int[GRID * GRID];
        for (int i = 0; i < x.length; i++) {
            cells[i] = cell(x[i], across) * GRID + cell(y[i], down);
            counts[cells[i]]++;
        }
        int most = most(counts, limit);
        int[] seen = new int[counts.length];
        return IntStream.range(0, x.length)
                .filter(i -> seen[cells[i]]++ < most)
                .limit(limit)
                .toArray();
    }

    private static double[] ends(double[] values) {
        return new double[] {
            DoubleStream.of(values).filter(Double::isFinite).min().orElse(0),
            DoubleStream.of(values).filter(Double::isFinite).max().orElse(1)
        };
    }

    private static int cell(double value, double[] ends) {
        double share = (value - ends[0]) / (ends[1] - ends[0]);
        return Double.isFinite(share) ? (int) Math.min(GRID - 1, share * GRID) : 0;
    }

    /** Returns how many points of each cell may stay so that all together are few enough. */
    private static int most(int[] counts, int limit) {
        int most = 1;
        while (true) {
            int next = most + 1;
            if (IntStream.of(counts).map(count -> Math.min(count, next)).sum() > limit) {
                return most;
            }
            most = next;
        }
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
