package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Colours for numbers from 0 to 1.
 *
 * <p>The lightness of our own falls evenly from nothing to more, so that they keep their order in
 * grey and for the colour-blind.
 *
 * @param stops places in rising order, the first 0 and the last 1
 */
record ColorScale(List<Stop> stops) {
    /** A colour at a place from 0 to 1. */
    record Stop(double at, Rgb color) {}

    /** From nothing to much, and where a figure states no scale: white to dark blue. */
    static final ColorScale SEQUENTIAL = even("ffffff d3e4f4 8fbde3 4189c7 0b559f 06294f");

    /** From less than nothing (blue) over nothing (white) to more (red). */
    static final ColorScale DIVERGING = even("053a70 2f76b5 a9cce8 ffffff f4c1a4 c9572a 701f06");

    private static final Map<String, ColorScale> NAMED =
            """
            viridis 440154 482878 3e4a89 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725
            cividis 00204c 2c3e6b 575c6d 7b7a77 a69c75 d3c164 ffe945
            greys 000000 ffffff
            greens 00441b 006d2c 238b45 41ab5d 74c476 a1d99b c7e9c0 e5f5e0 f7fcf5
            blues 050aac 6a89f7 dcdcdc
            reds dcdcdc f5a08c b20a1c
            ylgnbu 081d58 225ea8 41b6c4 c7e9b4 ffffd9
            ylorrd 800026 e31a1c fd8d3c fed976 ffffcc
            rdbu 050aac 6a89f7 bebebe dcaa84 e6915a b20a1c
            bluered 0000ff ff0000
            picnic 0000ff 3399ff 99ccff ffffff ff99ff ff66cc ff0000
            rainbow 96005a 0000c8 0019ff 0098ff 2cff96 97ff00 ffea00 ff6f00 ff0000
            portland 0c3383 0a88ba f2d338 f28f38 d91e1e
            jet 000083 003caa 05ffff ffff00 fa0000 800000
            hot 000000 e60000 ffd200 ffffff
            blackbody 000000 e60000 e6d200 ffffff a0c8ff
            earth 000082 00b4b4 28d228 e6e632 784614 ffffff
            electric 000000 1e0064 780064 a05a00 e6c800 fffadc
            """
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> even(line[1])));

    /** Reads a scale as Plotly writes it: a name or pairs of place and colour. */
    static ColorScale of(JsonNode scale, boolean reversed) {
        ColorScale found = SEQUENTIAL;
        if (scale.isTextual()) {
            found = NAMED.getOrDefault(scale.textValue().toLowerCase(Locale.ROOT), SEQUENTIAL);
        } else if (scale.size() > 1) {
            List<Stop> stops = new ArrayList<>();
            for (JsonNode stop : scale) {
                stops.add(new Stop(stop.path(0).asDouble(), Rgb.parse(stop.path(1).asText())));
            }
            found = new ColorScale(stops);
        }
        return reversed ? found.reversed() : found;
    }

    /** Returns the scale of colours, written without their {@code #}, at equal distances. */
    private static ColorScale even(String colors) {
        String[] each = colors.split(" ", -1);
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < each.length; i++) {
            stops.add(new Stop(i / (each.length - 1.0), Rgb.parse("#" + each[i])));
        }
        return new ColorScale(stops);
    }

    private ColorScale reversed() {
        List<Stop> turned = new ArrayList<>();
        for (int i = stops.size() - 1; i >= 0; i--) {
            turned.add(new Stop(1 - stops.get(i).at(), stops.get(i).color()));
        }
        return new ColorScale(turned);
    }

    /** Returns the colour of a number from 0 to 1; numbers outside have the colour of the end. */
    Rgb at(double share) {
        for (int i = 1; i < stops.size(); i++) {
            Stop above = stops.get(i);
            if (share <= above.at()) {
                Stop below = stops.get(i - 1);
                double wide = above.at() - below.at();
                double part = wide > 0 ? Math.max(0, share - below.at()) / wide : 1;
                return below.color().towards(above.color(), part);
            }
        }
        return stops.get(stops.size() - 1).color();
    }

    /** Returns the scale as Plotly reads it. */
    ArrayNode json() {
        ArrayNode json = PlotlyJson.object().arrayNode();
        stops.forEach(
                stop -> json.addArray().add(ChartJson.round(stop.at())).add(stop.color().hex()));
        return json;
    }
}
