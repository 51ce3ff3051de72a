package unroll.plot;

import static unroll.plot.SvgCanvas.number;

/** The shapes that mark points, under Plotly's names. */
final class Marker {
    private Marker() {}

    /** Returns the outline of a marker of a size in pixels around a point; unknown names are circles. */
    static String path(String symbol, double x, double y, double size) {
        double r = size / 2;
        return switch (symbol) {
            case "square" -> polygon(x, y, r, -1, -1, 1, -1, 1, 1, -1, 1);
            case "diamond" -> polygon(x, y, r * 1.3, 0, -1, 1, 0, 0, 1, -1, 0);
            case "triangle-up" -> polygon(x, y, r * 1.2, 0, -1, 1, 0.8, -1, 0.8);
            case "cross" ->
                    polygon(
                            x, y, r * 1.2, -0.3, -1, 0.3, -1, 0.3, -0.3, 1, -0.3, 1, 0.3, 0.3, 0.3,
                            0.3, 1, -0.3, 1, -0.3, 0.3, -1, 0.3, -1, -0.3, -0.3, -0.3);
            case "x" ->
                    polygon(
                            x, y, r, -1, -0.6, -0.6, -1, 0, -0.4, 0.6, -1, 1, -0.6, 0.4, 0, 1, 0.6,
                            0.6, 1, 0, 0.4, -0.6, 1, -1, 0.6, -0.4, 0);
            case "star" ->
                    polygon(
                            x, y, r * 1.4, 0, -1, 0.26, -0.36, 0.95, -0.31, 0.42, 0.14, 0.59, 0.81,
                            0, 0.44, -0.59, 0.81, -0.42, 0.14, -0.95, -0.31, -0.26, -0.36);
            default -> circle(x, y, r);
        };
    }

    private static String circle(double x, double y, double r) {
        String arc = "a%s %s 0 1 0 ".formatted(number(r), number(r));
        return "M"
                + number(x - r)
                + " "
                + number(y)
                + arc
                + number(2 * r)
                + " 0"
                + arc
                + number(-2 * r)
                + " 0z";
    }

    private static String polygon(double x, double y, double scale, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(number(x + scale * corners[i]));
            path.append(' ').append(number(y + scale * corners[i + 1]));
        }
        return path.append('z').toString();
    }
}
