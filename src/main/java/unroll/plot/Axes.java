package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The axes of a figure under the names that traces call them by: {@code x}, {@code y2}. */
final class Axes {
    private final JsonNode layout;
    private final Map<String, Ruler> rulers = new LinkedHashMap<>();
    private final Map<String, Reach> reaches = new LinkedHashMap<>();

    Axes(JsonNode layout) {
        this.layout = layout;
    }

    Ruler x(JsonNode trace) {
        return ruler(Read.text(trace.path("xaxis"), "x"));
    }

    Ruler y(JsonNode trace) {
        return ruler(Read.text(trace.path("yaxis"), "y"));
    }

    Ruler ruler(String id) {
        Ruler known = rulers.get(id);
        if (known == null) {
            JsonNode spec = spec(id);
            String matched = Read.text(spec.path("matches"), id);
            Reach reach = reaches.computeIfAbsent(matched, name -> new Reach());
            known = new Ruler(id, spec, reach);
            rulers.put(id, known);
        }
        return known;
    }

    /** Returns the axis over which this one lies, itself if it lies over none. */
    Ruler base(Ruler ruler) {
        String below = ruler.spec().path("overlaying").asText();
        return below.matches("[xy]\\d*") ? ruler(below) : ruler;
    }

    private JsonNode spec(String id) {
        return layout.path(id.charAt(0) + "axis" + id.substring(1));
    }

    /** Returns two axes that are not seen, over a part of the figure: from 0 to 1 each. */
    static Ruler[] hidden(JsonNode domain) {
        Ruler[] both = new Ruler[2];
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "x" : "y";
            ObjectNode spec = PlotlyJson.object().put("visible", false);
            spec.putArray("range").add(0).add(1);
            if (domain.path(name).isArray()) {
                spec.set("domain", domain.path(name));
            }
            both[i] = new Ruler(name, spec, new Reach());
        }
        return both;
    }
}
