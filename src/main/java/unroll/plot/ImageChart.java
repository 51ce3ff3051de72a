package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Draws images under their captions, in rows. */
final class ImageChart {
    /** Images shown at most; a grid of more is wallpaper. */
    private static final int MOST = 100;

    /** Characters of all images together: the figure holds them twice, once within the drawing. */
    private static final int LONGEST = 380_000;

    private static final String FEWER = "not all pixels drawn";
    private static final int FINE = 2;
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 320;
    private static final int GAP = 12;
    private static final int CAPTION = 20;
    private static final int EDGE = 16;
    private static final int TITLE = 44;

    private final String title;
    private final List<Map.Entry<String, BufferedImage>> images;
    private final int columns;
    private final double scale;
    private final int wide;
    private final int tall;
    private final int height;
    private final List<InlineImage> drawn;
    private final ChartJson json;
    private final Map<String, BufferedImage> all;

    private ImageChart(String title, Map<String, BufferedImage> images, int columns) {
        this.title = title;
        this.all = images;
        this.images = images.entrySet().stream().limit(MOST).toList();
        this.columns = Math.min(columns, this.images.size());
        int width = this.images.stream().mapToInt(i -> i.getValue().getWidth()).max().orElseThrow();
        int most = this.images.stream().mapToInt(i -> i.getValue().getHeight()).max().orElseThrow();
        int room = (ChartJson.WIDTH - 2 * EDGE - GAP * (this.columns - 1)) / this.columns;
        int side = Math.max(LEAST_SIDE, Math.min(MOST_SIDE, room));
        double fitting = (double) side / Math.max(width, most);
        this.scale = fitting >= 1 ? Math.floor(fitting) : fitting; // whole pixels stay squares
        this.wide = (int) Math.max(1, width * scale);
        this.tall = (int) Math.max(1, most * scale);
        int rows = (this.images.size() + this.columns - 1) / this.columns;
        this.height = rows * (tall + CAPTION + GAP) - GAP;
        this.drawn = drawn();
        this.json = frame();
    }

    /** Returns the images with as many pixels as can be seen, and with fewer where it needs too much. */
    private List<InlineImage> drawn() {
        List<InlineImage> whole = drawn(LONGEST);
        int length = whole.stream().mapToInt(image -> image.address().length()).sum();
        return length <= LONGEST ? whole : drawn(LONGEST / whole.size());
    }

    private List<InlineImage> drawn(int longest) {
        return images.stream()
                .map(Map.Entry::getValue)
                .map(image -> InlineImage.of(image, enlargement(image), longest))
                .toList();
    }

    /** Returns how many times an image smaller than its place is drawn, or which part of a larger. */
    private double enlargement(BufferedImage image) {
        int factor = Math.min(wide / image.getWidth(), tall / image.getHeight());
        double seen = (double) FINE * Math.max(wide, tall);
        return factor > 1
                ? factor
                : Math.min(1, seen / Math.max(image.getWidth(), image.getHeight()));
    }

    private boolean smaller() {
        return drawn.stream().anyMatch(image -> image.scale() < 1);
    }

    static Chart of(String title, Map<String, BufferedImage> images, int columns) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("no image to show");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be 1 or more, got " + columns);
        }
        images.forEach((name, image) -> Given.one("image '" + name + "'", image));
        return new ImageChart(title, images, columns).chart();
    }

    private ChartJson frame() {
        int width = Math.max(columns * (wide + GAP) - GAP, 320 - 2 * EDGE);
        ChartJson frame = new ChartJson(title + first(), width + 2 * EDGE, height + TITLE + EDGE);
        frame.margin(EDGE, EDGE, TITLE, EDGE);
        frame.axis("xaxis", "").put("visible", false).putArray("range").add(0).add(width);
        frame.axis("yaxis", "").put("visible", false).putArray("range").add(0).add(height);
        return frame;
    }

    /** Returns that some are left out where some are. */
    private String first() {
        return all.size() > MOST ? Digits.format(" (the first %d of %d)", MOST, all.size()) : "";
    }

    private Chart chart() {
        ArrayNode placed = json.layout().putArray("images");
        double[] x = new double[images.size()];
        double[] y = new double[images.size()];
        for (int i = 0; i < images.size(); i++) {
            int row = i / columns;
            x[i] = (i - row * columns) * (double) (wide + GAP) + wide / 2.0;
            y[i] = height - row * (double) (tall + CAPTION + GAP) - tall / 2.0;
            placed.addObject().put("source", drawn.get(i).address());
            place((ObjectNode) placed.get(i), images.get(i), x[i], y[i]);
        }
        if (smaller()) {
            PlotlyLimit.note(json.layout(), FEWER);
        }
        ObjectNode hover = json.trace("scatter", "images").put("mode", "none");
        ChartJson.put(hover, "x", x);
        ChartJson.put(hover, "y", y);
        ChartJson.put(hover, "text", images.stream().map(Map.Entry::getKey).toList());
        hover.put("hoverinfo", "text").put("showlegend", false);
        return new PlainChart(json.content(summary(), () -> table(all.entrySet())));
    }

    /** Puts an image around a point, and its caption below. */
    private void place(
            ObjectNode placed, Map.Entry<String, BufferedImage> image, double x, double y) {
        placed.put("xref", "x").put("yref", "y").put("x", x).put("y", y);
        placed.put("sizex", image.getValue().getWidth() * scale);
        placed.put("sizey", image.getValue().getHeight() * scale).put("sizing", "stretch");
        placed.put("xanchor", "center").put("yanchor", "middle").put("layer", "below");
        String caption = TextWidth.shorten(Words.label(image.getKey()), 12, wide + GAP);
        json.note(caption, Palette.INK)
                .put("x", x)
                .put("y", y - tall / 2.0 - 2)
                .put("xanchor", "center")
                .put("yanchor", "top");
    }

    private String summary() {
        String names =
                images.stream().map(Map.Entry::getKey).limit(12).collect(Collectors.joining(", "));
        return Digits.format(
                "%s%s: %s of %s pixels%s%s%s%s",
                title,
                first(),
                Digits.count(images.size(), "image"),
                Words.some(sizes()),
                smaller() ? " (" + FEWER + ")" : "",
                names.isBlank() ? "" : ": ",
                names,
                images.size() > 12 ? ", …" : ".");
    }

    /** Returns the sizes of the images, each once. */
    private List<String> sizes() {
        return images.stream()
                .map(Map.Entry::getValue)
                .map(image -> Digits.format("%d × %d", image.getWidth(), image.getHeight()))
                .distinct()
                .toList();
    }

    private static Table table(Set<Map.Entry<String, BufferedImage>> images) {
        List<Integer> widths = new ArrayList<>();
        List<Integer> heights = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (Map.Entry<String, BufferedImage> image : images) {
            widths.add(image.getValue().getWidth());
            heights.add(image.getValue().getHeight());
            means.add(Pixels.brightness(image.getValue()));
        }
        return Table.create(
                "images",
                StringColumn.create("image", images.stream().map(Map.Entry::getKey)),
                IntColumn.create("width", widths.toArray(Integer[]::new)),
                IntColumn.create("height", heights.toArray(Integer[]::new)),
                DoubleColumn.create("mean brightness", means));
    }
}
