package unroll.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import unroll.UnrollException;

/** Paints a drawing as pixels, two for each of its own in both directions; needs Java's fonts. */
final class RasterCanvas implements Canvas {
    private static final int FINE = 2;

    private final Graphics2D graphics;

    private RasterCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * Returns the drawing as a PNG file.
     *
     * @throws UnrollException if Java finds no font
     */
    static byte[] png(Drawing drawing) {
        try {
            BufferedImage image = paint(drawing);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an image in memory cannot be written", e);
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new UnrollException(
                    Digits.format(
                                    "a PNG needs fonts, and Java finds none here (%s); install fontconfig and a font",
                                    e)
                            + " (Debian, Ubuntu: fontconfig fonts-dejavu-core), or save as .svg",
                    e);
        }
    }

    private static BufferedImage paint(Drawing drawing) {
        int width = drawing.width() * FINE;
        int height = drawing.height() * FINE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(FINE, FINE);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        RasterCanvas canvas = new RasterCanvas(graphics);
        canvas.rect(0, 0, drawing.width(), drawing.height(), "#ffffff");
        drawing.content().accept(canvas);
        graphics.dispose();
        return image;
    }

    private void ink(String color) {
        Rgb rgb = Rgb.parse(color);
        int alpha = (int) Math.round(255 * rgb.alpha());
        graphics.setColor(new Color(rgb.red(), rgb.green(), rgb.blue(), alpha));
    }

    private void pen(double width, double[] dashes) {
        float[] pattern = new float[dashes.length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (float) dashes[i];
        }
        graphics.setStroke(
                new BasicStroke(
                        (float) width,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        10,
                        pattern.length == 0 ? null : pattern,
                        0));
    }

    @Override
    public void rect(double x, double y, double width, double height, String fill) {
        ink(fill);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, String color, double width) {
        ink(color);
        pen(width, new double[0]);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void stroke(Outline outline, String color, double width, String dash) {
        ink(color);
        pen(width, Canvas.dashes(dash, width));
        graphics.draw(outline.shape());
    }

    @Override
    public void fill(Outline outline, String color) {
        ink(color);
        graphics.fill(outline.shape());
    }

    @Override
    public void shape(Outline outline, String color) {
        fill(outline, color);
        ink("#ffffff");
        pen(1, new double[0]);
        graphics.draw(outline.shape());
    }

    @Override
    public void image(double x, double y, double width, double height, String data) {
        if (!SvgCanvas.isImage(data)) {
            return;
        }
        BufferedImage image = pixels(data.substring(data.indexOf(',') + 1));
        if (image != null) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(width / image.getWidth(), height / image.getHeight());
            graphics.drawImage(image, place, null);
        }
    }

    /** Returns the image, or null where the text holds none: it leaves its place empty. */
    private static BufferedImage pixels(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException | IOException e) {
            return null;
        }
    }

    @Override
    public void text(double x, double y, Face face, String text) {
        String line = text.replaceAll("\\s", " ");
        if (line.isBlank()) {
            return;
        }
        int style = face.bold() ? Font.BOLD : Font.PLAIN;
        Font font = new Font(Font.SANS_SERIF, style, 1).deriveFont((float) face.size());
        TextLayout layout = new TextLayout(line, font, graphics.getFontRenderContext());
        double before =
                switch (face.anchor()) {
                    case START -> 0;
                    case MIDDLE -> layout.getAdvance() / 2;
                    case END -> layout.getAdvance();
                };
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        if (face.upward()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(-before, 0);
        Shape letters = layout.getOutline(place);
        if (face.halo()) {
            ink("#ffffff");
            pen(3, new double[0]);
            graphics.draw(letters);
        }
        ink(face.color());
        graphics.fill(letters);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        graphics.setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
    }
}
