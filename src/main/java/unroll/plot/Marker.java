package unroll.plot;

/** The shapes that mark points, under Plotly's names. */
final class Marker {
    private Marker() {}

    /** Adds a marker of a size in pixels around a point; unknown names are circles. */
    static void add(Outline to, String symbol, double x, double y, double size) {
        double r = size / 2;
        switch (symbol.replaceAll("-(open|dot)", "")) {
            case "square" -> to.addRect(x - r, y - r, 2 * r, 2 * r);
            case "diamond" -> polygon(to, x, y, r * 1.3, 0, -1, 1, 0, 0, 1, -1, 0);
            case "triangle-up" -> polygon(to, x, y, r * 1.2, 0, -1, 1, 0.8, -1, 0.8);
            case "triangle-down" -> polygon(to, x, y, r * 1.2, 0, 1, -1, -0.8, 1, -0.8);
            case "triangle-left" -> polygon(to, x, y, r * 1.2, -1, 0, 0.8, -1, 0.8, 1);
            case "triangle-right" -> polygon(to, x, y, r * 1.2, 1, 0, -0.8, 1, -0.8, -1);
            case "pentagon" -> regular(to, x, y, r * 1.1, 5);
            case "hexagon", "hexagon2" -> regular(to, x, y, r * 1.1, 6);
            case "octagon" -> regular(to, x, y, r * 1.1, 8);
            case "cross" ->
                    polygon(
                            to, x, y, r * 1.2, -0.3, -1, 0.3, -1, 0.3, -0.3, 1, -0.3, 1, 0.3, 0.3,
                            0.3, 0.3, 1, -0.3, 1, -0.3, 0.3, -1, 0.3, -1, -0.3, -0.3, -0.3);
            case "x" ->
                    polygon(
                            to, x, y, r, -1, -0.6, -0.6, -1, 0, -0.4, 0.6, -1, 1, -0.6, 0.4, 0, 1,
                            0.6, 0.6, 1, 0, 0.4, -0.6, 1, -1, 0.6, -0.4, 0);
            case "star" ->
                    polygon(
                            to, x, y, r * 1.4, 0, -1, 0.26, -0.36, 0.95, -0.31, 0.42, 0.14, 0.59,
                            0.81, 0, 0.44, -0.59, 0.81, -0.42, 0.14, -0.95, -0.31, -0.26, -0.36);
            default -> to.addCircle(x, y, r);
        }
    }

    private static void regular(Outline to, double x, double y, double r, int corners) {
        double[] places = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            places[2 * i] = Math.sin(angle);
            places[2 * i + 1] = -Math.cos(angle);
        }
        polygon(to, x, y, r, places);
    }

    private static void polygon(Outline to, double x, double y, double scale, double... corners) {
        for (int i = 0; i < corners.length; i += 2) {
            to.to(x + scale * corners[i], y + scale * corners[i + 1], i > 0);
        }
        to.close();
    }
}
