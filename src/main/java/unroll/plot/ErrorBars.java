package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;

/** How far a number may be off, as a bar up and down from its point. */
@SuppressWarnings("ArrayRecordComponent") // the trace's own numbers, never compared
record ErrorBars(JsonNode spec, double[] y) {
    private static final double CAP = 4;

    static ErrorBars of(JsonNode spec, double[] y) {
        return new ErrorBars(spec, y);
    }

    /** Returns the lower end; NaN where there is no bar. */
    double low(int i) {
        boolean same =
                spec.path("symmetric")
                        .asBoolean(!spec.has("arrayminus") && !spec.has("valueminus"));
        return y[i] - (same ? length(i, "array", "value") : length(i, "arrayminus", "valueminus"));
    }

    double high(int i) {
        return y[i] + length(i, "array", "value");
    }

    private double length(int i, String array, String value) {
        if (!spec.isObject() || !spec.path("visible").asBoolean(true)) {
            return Double.NaN;
        }
        return switch (spec.path("type").asText(spec.has("array") ? "data" : "percent")) {
            case "data" -> Math.abs(Read.value(spec.path(array).path(i)));
            case "constant" -> Math.abs(Read.value(spec.path(value)));
            case "sqrt" -> Math.sqrt(Math.abs(y[i]));
            default -> Math.abs(y[i]) * Read.number(spec.path(value), 10) / 100;
        };
    }

    void draw(Canvas canvas, Frame frame, double[] x, Look look) {
        Outline bars = new Outline();
        for (int i = 0; i < y.length; i++) {
            double px = frame.x().at(x[i]);
            double low = frame.y().at(low(i));
            double high = frame.y().at(high(i));
            if (frame.sees(px, low) && frame.sees(px, high)) {
                bars.move(px - CAP, low).line(px + CAP, low);
                bars.move(px, low).line(px, high);
                bars.move(px - CAP, high).line(px + CAP, high);
            }
        }
        if (!bars.isEmpty()) {
            canvas.stroke(bars, Read.color(spec.path("color"), look.color()), 1.3, "solid");
        }
    }
}
