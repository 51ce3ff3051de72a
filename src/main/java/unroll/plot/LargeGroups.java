package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Boxes and violins: very many of them, or of very many numbers each. */
final class LargeGroups {
    private LargeGroups() {}

    /** Keeps boxes spread over all of them, and returns how many there were, if not all stay. */
    static OptionalInt fewer(ObjectNode trace, int most) {
        JsonNode names = names(trace);
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> all.add(name.asText()));
        if (all.size() <= most) {
            return OptionalInt.empty();
        }
        List<String> order = List.copyOf(all);
        Set<String> kept = new HashSet<>();
        IntStream.of(PlotlyLimit.evenly(order.size(), most))
                .mapToObj(order::get)
                .forEach(kept::add);
        int size = PlotlyLimit.size(trace);
        int[] rows =
                IntStream.range(0, size)
                        .filter(i -> kept.contains(names.path(i).asText()))
                        .toArray();
        PlotlyLimit.columns(trace, size, rows);
        return OptionalInt.of(all.size());
    }

    /** Returns numbers at equal shares of each box or violin: its quartiles stay. */
    static Optional<int[]> thin(ObjectNode trace, int most) {
        int size = PlotlyLimit.size(trace);
        if (size <= most) {
            return Optional.empty();
        }
        JsonNode values = trace.path(BoxMark.isLevel(trace) ? "x" : "y");
        JsonNode names = names(trace);
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        order.sort(
                (a, b) -> {
                    int byName = names.path(a).asText().compareTo(names.path(b).asText());
                    double first = Read.value(values.path(a));
                    return byName != 0 ? byName : Double.compare(first, Read.value(values.path(b)));
                });
        int[] every = PlotlyLimit.evenly(size, most);
        return Optional.of(IntStream.of(every).map(order::get).toArray());
    }

    private static JsonNode names(JsonNode trace) {
        return trace.path(BoxMark.isLevel(trace) ? "y" : "x");
    }
}
