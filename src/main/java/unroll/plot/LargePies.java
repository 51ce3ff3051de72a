package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pies of very many slices: the largest stay, the others become one. */
final class LargePies {
    private LargePies() {}

    /** Changes the trace in place, and returns what is left out, if anything is. */
    static Optional<String> gather(ObjectNode trace, int limit) {
        if (Math.max(trace.path("labels").size(), trace.path("values").size()) <= limit) {
            return Optional.empty();
        }
        double unit = PieMark.unit(trace);
        Map<String, Double> sums = PieMark.sums(trace, unit);
        Set<String> largest =
                sums.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(limit)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        int others = sums.size() - largest.size();
        ArrayNode labels = trace.putArray("labels");
        ArrayNode values = trace.putArray("values");
        double rest = 0;
        for (Map.Entry<String, Double> slice : sums.entrySet()) {
            if (largest.contains(slice.getKey())) {
                labels.add(slice.getKey());
                values.add(value(slice.getValue(), unit));
            } else {
                rest += slice.getValue();
            }
        }
        trace.remove(List.of("text", "hovertext", "customdata", "pull", "marker"));
        if (others == 0) {
            return Optional.empty();
        }
        labels.add(Digits.count(others, "other"));
        values.add(value(rest, unit));
        return Optional.of(
                Digits.format("largest %d of %s slices drawn", limit, Digits.grouped(sums.size())));
    }

    private static double value(double units, double unit) {
        return Math.min(Double.MAX_VALUE, units * unit);
    }
}
