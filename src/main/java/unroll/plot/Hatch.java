package unroll.plot;

/** White stripes on a coloured area, so that areas differ by more than their colour. */
final class Hatch {
    private static final double APART = 6;

    private Hatch() {}

    /** Draws a pattern of Plotly's name over a rectangle: {@code -}, {@code |}, {@code +}, {@code .}. */
    static void draw(Canvas canvas, String shape, double x, double y, double width, double height) {
        Outline stripes = new Outline();
        if (shape.equals("-") || shape.equals("+")) {
            for (double at = APART / 2; at < height && at < 2000; at += APART) {
                stripes.move(x, y + height - at).line(x + width, y + height - at);
            }
        }
        if (shape.equals("|") || shape.equals("+")) {
            for (double at = APART / 2; at < width && at < 2000; at += APART) {
                stripes.move(x + at, y).line(x + at, y + height);
            }
        }
        if (!stripes.isEmpty()) {
            canvas.stroke(stripes, "#ffffff", 1.2, "solid");
        }
        if (shape.equals(".")) {
            Outline dots = new Outline();
            for (double down = APART / 2; down < height && down < 1000; down += APART) {
                for (double over = APART / 2; over < width && over < 1000; over += APART) {
                    dots.addCircle(x + over, y + height - down, 1.1);
                }
            }
            if (!dots.isEmpty()) {
                canvas.fill(dots, "#ffffff");
            }
        }
    }
}
