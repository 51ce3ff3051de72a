package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Written places along axes of figures of which not all is drawn. */
final class LargeTicks {
    private LargeTicks() {}

    /** Removes words whose bars, boxes or points are left out, and most of very many numbers. */
    static void prune(ObjectNode plotly, int limit) {
        for (Map.Entry<String, JsonNode> part : plotly.path("layout").properties()) {
            String name = part.getKey();
            if (name.matches("[xy]axis\\d*") && part.getValue() instanceof ObjectNode axis) {
                String side = name.substring(0, 1);
                prune(axis, drawn(plotly.path("data"), side, name.replace("axis", "")), limit);
            }
        }
    }

    /** Returns what stands in the data along an axis. */
    private static Set<String> drawn(JsonNode data, String side, String id) {
        Set<String> drawn = new HashSet<>();
        for (JsonNode trace : data) {
            if (trace.path(side + "axis").asText(side).equals(id)) {
                trace.path(side).forEach(value -> drawn.add(value.asText()));
            }
        }
        return drawn;
    }

    private static void prune(ObjectNode axis, Set<String> drawn, int limit) {
        JsonNode places = axis.path("tickvals");
        int[] kept =
                IntStream.range(0, places.size())
                        .filter(i -> !places.path(i).isTextual() || has(drawn, places.path(i)))
                        .toArray();
        int every = (kept.length + limit - 1) / limit;
        if (kept.length == places.size() && every <= 1) {
            return;
        }
        JsonNode texts = axis.path("ticktext");
        ArrayNode fewer = axis.putArray("tickvals");
        ArrayNode written = axis.putArray("ticktext");
        for (int i = 0; i < kept.length; i += every) {
            fewer.add(places.path(kept[i]));
            written.add(texts.has(kept[i]) ? texts.path(kept[i]) : places.path(kept[i]));
        }
    }

    private static boolean has(Set<String> drawn, JsonNode word) {
        return drawn.contains(word.textValue());
    }
}
