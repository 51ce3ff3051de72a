package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.plotly.components.Figure;

/** Puts charts of one panel each beside and below each other: small multiples. */
final class SmallMultiples {
    private static final int WIDTH = 860;
    private static final int ROW = 270;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 84;
    private static final int BELOW = 50;
    private static final double ACROSS = 0.09;

    /** Room between columns at most, all of it together, as a part of the frame. */
    private static final double BETWEEN = 0.5;

    /** Panels side by side at most: less than 40 pixels show nothing. */
    private static final int COLUMNS = 12;

    private static final int DOWN = 84;

    private final List<? extends Figure> figures;
    private final ChartJson json;
    private final List<Place> places;
    private final Map<String, First> named = new HashMap<>();
    private int traces;

    /** The trace of a name that the legend shows. */
    private record First(ObjectNode trace, int index) {
        Look look() {
            return Look.of(trace, index);
        }
    }

    private SmallMultiples(int columns, List<? extends Figure> figures) {
        this.figures = figures;
        int rows = (figures.size() + columns - 1) / columns;
        int axes = rows * ROW - (DOWN - 20);
        this.json = new ChartJson("", WIDTH, axes + TOP + BELOW).margin(LEFT, RIGHT, TOP, BELOW);
        this.places = Place.grid(figures.size(), columns, across(columns), (double) DOWN / axes);
    }

    private static double across(int columns) {
        return Math.min(ACROSS, BETWEEN / columns);
    }

    static Chart of(int columns, List<? extends Figure> figures) {
        if (columns > COLUMNS) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "%d panels side by side are too narrow to be read; at most %d columns",
                            columns, COLUMNS));
        }
        return new SmallMultiples(columns, figures).chart();
    }

    private Chart chart() {
        List<String> captions = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Shown shown = Shown.thinned(figures.get(i), 1);
            panel(shown.plotly(), places.get(i));
            captions.add(Digits.format("panel %d: ", i + 1) + shown.caption());
        }
        json.legend().layout().withObject("/legend").put("y", 1.0 + 36.0 / height());
        List<Figure> parts = new ArrayList<>(figures);
        return new PlainChart(
                json.content(
                        Digits.count(figures.size(), "panel") + ". " + String.join(" ", captions),
                        () -> FigureTable.of(parts)));
    }

    private int height() {
        return json.layout().path("height").asInt() - TOP - BELOW;
    }

    private void panel(ObjectNode plotly, Place place) {
        JsonNode layout = plotly.path("layout");
        requireOnePanel(plotly, place);
        for (JsonNode trace : plotly.path("data")) {
            json.add(trace((ObjectNode) trace.deepCopy(), place));
        }
        ObjectNode x = axis(layout, "xaxis", place.axis('x'));
        ObjectNode y = axis(layout, "yaxis", place.axis('y'));
        place.put(x, y);
        for (JsonNode note : layout.path("annotations")) {
            json.annotations().add(moved((ObjectNode) note.deepCopy(), place));
        }
        for (JsonNode shape : layout.path("shapes")) {
            ArrayNode shapes = json.layout().withArray("/shapes");
            shapes.add(moved((ObjectNode) shape.deepCopy(), place));
        }
        String title = Html.unescape(layout.path("title").path("text").asText());
        ObjectNode caption =
                json.caption(TextWidth.fit(title, 13, room(place)), place.left(), place.top());
        caption.put("xanchor", "left").put("yshift", 6);
        caption.withObject("/font").put("size", 13);
    }

    private double room(Place place) {
        return (place.right() - place.left()) * (WIDTH - LEFT - RIGHT);
    }

    private static void requireOnePanel(ObjectNode plotly, Place place) {
        if (!plotly.path("layout").path("images").isEmpty()) {
            throw new IllegalArgumentException(
                    Digits.format(
                            "panel %d: an image cannot be a panel; show it by itself, several with Plots.images",
                            place.number()));
        }
        for (JsonNode trace : plotly.path("data")) {
            String axis = trace.path("xaxis").asText("x");
            String type = trace.path("type").asText("scatter");
            boolean flat = !Set.of("pie", "scatter3d").contains(type);
            if (!axis.equals("x") || !flat) {
                throw new IllegalArgumentException(
                        Digits.format(
                                "panel %d: a figure with several panels, a pie or a view in 3-D cannot be a panel; show it by itself",
                                place.number()));
            }
        }
    }

    private ObjectNode trace(ObjectNode trace, Place place) {
        place.hold(trace);
        int index = traces++;
        String name = trace.path("name").asText();
        if (!name.isEmpty()) {
            First first = named.putIfAbsent(name, new First(trace, index));
            boolean shown = first == null || !sameLook(trace, first, index);
            trace.put("legendgroup", name);
            trace.put(
                    "showlegend", shown && trace.path("showlegend").asBoolean(figures.size() > 1));
        }
        if (trace.path("colorbar") instanceof ObjectNode bar) {
            bar.put("x", ChartJson.round(place.right() + 0.008)).put("thickness", 10);
            bar.put("y", ChartJson.round((place.bottom() + place.top()) / 2));
            bar.put("len", ChartJson.round(place.top() - place.bottom())).remove("title");
        }
        return trace;
    }

    /**
     * Makes a trace look as the first of its name does, which the legend shows, and returns whether it
     * does now: one that states a colour keeps it.
     */
    private static boolean sameLook(ObjectNode trace, First first, int index) {
        boolean stated = trace.path("line").has("color") || trace.path("marker").has("color");
        Look look = first.look();
        if (!stated) {
            ObjectNode marker = trace.withObject("/marker").put("color", look.color());
            if (trace.path("type").asText("scatter").startsWith("scatter")) {
                marker.put("symbol", look.symbol());
                trace.withObject("/line").put("dash", look.dash());
            } else if (!look.pattern().isEmpty()) {
                ObjectNode pattern = marker.withObject("/pattern").put("shape", look.pattern());
                pattern.put("fillmode", PlotlyLook.OVER);
            }
        }
        Look own = Look.of(trace, index);
        return own.color().equals(look.color()) && own.dash().equals(look.dash());
    }

    /** Copies an axis to where its panel stands. */
    private ObjectNode axis(JsonNode layout, String from, String to) {
        ObjectNode axis = json.axis(to, "");
        for (Map.Entry<String, JsonNode> field : layout.path(from).properties()) {
            axis.set(field.getKey(), field.getValue().deepCopy());
        }
        return axis;
    }

    /** Ties a note or a shape to the axes of its panel; parts of the frame become parts of it. */
    private static ObjectNode moved(ObjectNode item, Place place) {
        for (char axis : new char[] {'x', 'y'}) {
            String field = axis + "ref";
            boolean paper = item.path(field).asText().equals("paper");
            item.put(field, place.reference(axis) + (paper ? " domain" : ""));
        }
        return item;
    }
}
