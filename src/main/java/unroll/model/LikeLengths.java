package unroll.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts sequences of like length together, so that one long sequence pads none of the others. */
final class LikeLengths {
    private static final int TOGETHER = 64;

    /** So many places are read at once, with padding, unless one sequence alone has more. */
    private static final int PLACES = 16_384;

    private LikeLengths() {}

    /** Returns where the sequences stand, the shortest first, in parts that are read at once. */
    static List<List<Integer>> parts(List<int[]> sequences) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sequences.size()).boxed().toList());
        order.sort(Comparator.comparingInt(i -> sequences.get(i).length));
        List<List<Integer>> parts = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= order.size(); to++) {
            int rows = to - from;
            if (to == order.size()
                    || rows == TOGETHER
                    || (rows + 1L) * sequences.get(order.get(to)).length > PLACES) {
                parts.add(order.subList(from, to));
                from = to;
            }
        }
        return parts;
    }
}
