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
    private final int wide;
    private final int tall;
    private final ChartJson json;

    private ImageChart(String title, Map<String, BufferedImage> images, int columns) {
        this.title = title;
        this.images = images.entrySet().stream().limit(MOST).toList();
        this.columns = Math.min(columns, this.images.size());
        int width = this.images.stream().mapToInt(i -> i.getValue().getWidth()).max().orElseThrow();
        int height =
                this.images.stream().mapToInt(i -> i.getValue().getHeight()).max().orElseThrow();
        int room = (ChartJson.WIDTH - 2 * EDGE - GAP * (this.columns - 1)) / this.columns;
        int side = Math.max(LEAST_SIDE, Math.min(MOST_SIDE, room));
        double scale = (double) side / Math.max(width, height);
        scale = scale >= 1 ? Math.floor(scale) : scale; // whole pixels stay squares
        this.wide = (int) Math.max(1, width * scale);
        this.tall = (int) Math.max(1, height * scale);
        this.json = frame(images.size());
    }

    static Chart of(String title, Map<String, BufferedImage> images, int columns) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("no image to show");
        }
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be 1 or more, got " + columns);
        }
        return new ImageChart(title, images, columns).chart();
    }

    private ChartJson frame(int count) {
        int rows = (images.size() + columns - 1) / columns;
        int width = Math.max(columns * (wide + GAP) - GAP, 320 - 2 * EDGE);
        int height = rows * (tall + CAPTION + GAP) - GAP;
        String more = count > MOST ? Digits.format(" (the first %d of %d)", MOST, count) : "";
        ChartJson frame = new ChartJson(title + more, width + 2 * EDGE, height + TITLE + EDGE);
        frame.margin(EDGE, EDGE, TITLE, EDGE);
        frame.axis("xaxis", "").put("visible", false).putArray("range").add(0).add(width);
        frame.axis("yaxis", "").put("visible", false).putArray("range").add(height).add(0);
        return frame;
    }

    private Chart chart() {
        ArrayNode placed = json.layout().putArray("images");
        double[] x = new double[images.size()];
        double[] y = new double[images.size()];
        for (int i = 0; i < images.size(); i++) {
            int row = i / columns;
            x[i] = (i - row * columns) * (double) (wide + GAP);
            y[i] = row * (double) (tall + CAPTION + GAP);
            place(placed.addObject(), images.get(i), x[i], y[i]);
            x[i] += wide / 2.0;
            y[i] += tall / 2.0;
        }
        ObjectNode hover = json.trace("scatter", "images").put("mode", "none");
        ChartJson.put(hover, "x", x);
        ChartJson.put(hover, "y", y);
        ChartJson.put(hover, "text", images.stream().map(Map.Entry::getKey).toList());
        hover.put("hoverinfo", "text").put("showlegend", false);
        return new PlainChart(json.content(summary(), () -> table(images)));
    }

    private void place(
            ObjectNode placed, Map.Entry<String, BufferedImage> image, double x, double y) {
        placed.put("source", Pixels.address(Pixels.enlarged(image.getValue(), wide, tall)));
        placed.put("xref", "x").put("yref", "y").put("x", x).put("y", y);
        placed.put("sizex", wide).put("sizey", tall).put("sizing", "contain");
        placed.put("xanchor", "left").put("yanchor", "top").put("layer", "below");
        String caption = TextWidth.fit(Words.label(image.getKey()), 12, wide + GAP);
        json.note(caption, Palette.INK)
                .put("x", x + wide / 2.0)
                .put("y", y + tall + 2)
                .put("xanchor", "center")
                .put("yanchor", "top");
    }

    private String summary() {
        BufferedImage first = images.get(0).getValue();
        String names =
                images.stream().map(Map.Entry::getKey).limit(12).collect(Collectors.joining(", "));
        return Digits.format(
                "%s: %d %s of %d × %d pixels: %s%s",
                title,
                images.size(),
                images.size() == 1 ? "image" : "images",
                first.getWidth(),
                first.getHeight(),
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
