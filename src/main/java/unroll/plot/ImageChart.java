package unroll.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Draws images under their captions, in rows. */
final class ImageChart {
    /** Images shown at most; a grid of more is wallpaper. */
    private static final int MOST = 100;

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
    private final ChartJson json;

    private ImageChart(String title, Map<String, BufferedImage> images, int columns) {
        this.title = title;
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
        this.json = frame(images.size());
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

    private ChartJson frame(int count) {
        int width = Math.max(columns * (wide + GAP) - GAP, 320 - 2 * EDGE);
        String more = count > MOST ? Digits.format(" (the first %d of %d)", MOST, count) : "";
        ChartJson frame = new ChartJson(title + more, width + 2 * EDGE, height + TITLE + EDGE);
        frame.margin(EDGE, EDGE, TITLE, EDGE);
        frame.axis("xaxis", "").put("visible", false).putArray("range").add(0).add(width);
        frame.axis("yaxis", "").put("visible", false).putArray("range").add(0).add(height);
        return frame;
    }

    private Chart chart() {
        ArrayNode placed = json.layout().putArray("images");
        double[] x = new double[images.size()];
        double[] y = new double[images.size()];
        for (int i = 0; i < images.size(); i++) {
            int row = i / columns;
            x[i] = (i - row * columns) * (double) (wide + GAP) + wide / 2.0;
            y[i] = height - row * (double) (tall + CAPTION + GAP) - tall / 2.0;
            place(placed.addObject(), images.get(i), x[i], y[i]);
        }
        ObjectNode hover = json.trace("scatter", "images").put("mode", "none");
        ChartJson.put(hover, "x", x);
        ChartJson.put(hover, "y", y);
        ChartJson.put(hover, "text", images.stream().map(Map.Entry::getKey).toList());
        hover.put("hoverinfo", "text").put("showlegend", false);
        return new PlainChart(json.content(summary(), () -> table(images)));
    }

    /** Puts an image around a point, and its caption below. */
    private void place(
            ObjectNode placed, Map.Entry<String, BufferedImage> image, double x, double y) {
        placed.put("source", Pixels.address(Pixels.enlarged(image.getValue(), wide, tall)));
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
        BufferedImage first = images.get(0).getValue();
        String names =
                images.stream().map(Map.Entry::getKey).limit(12).collect(Collectors.joining(", "));
        return Digits.format(
                "%s: %s of %d × %d pixels%s%s%s",
                title,
                Digits.count(images.size(), "image"),
                first.getWidth(),
                first.getHeight(),
                names.isBlank() ? "" : ": ",
                names,
                images.size() > 12 ? ", …" : ".");
    }

    private static Table table(List<Map.Entry<String, BufferedImage>> images) {
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
