package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A violin for each group of numbers: as wide as the numbers are dense there.
 *
 * <p>The density is a sum of normal curves of width 1.06 s n^(-1/5), s being the smaller of standard
 * deviation and interquartile range / 1.34 (Silverman, 1986).
 */
final class ViolinMark implements Mark {
    private static final int STEPS = 60;
    private static final double HALF = 0.4;

    private final Look look;
    private final String name;
    private final boolean level;
    private final boolean boxed;
    private final boolean mean;
    private final Map<Double, double[]> groups;

    ViolinMark(JsonNode trace, Look look, Ruler x, Ruler y) {
        this.look = look;
        this.name = BoxMark.label(trace);
        this.level = BoxMark.isLevel(trace);
        this.boxed = trace.path("box").path("visible").asBoolean();
        this.mean = trace.path("meanline").path("visible").asBoolean();
        this.groups = BoxMark.groups(trace, x, y);
        Ruler values = level ? x : y;
        for (double[] sorted : groups.values()) {
            for (double end : ends(sorted)) {
                values.show(end);
            }
        }
    }

    /** Returns where the drawn curve begins and ends. */
    private static double[] ends(double[] sorted) {
        double beyond = 2 * width(sorted);
        return new double[] {
            Math.max(-Double.MAX_VALUE, sorted[0] - beyond),
            Math.min(Double.MAX_VALUE, sorted[sorted.length - 1] + beyond)
        };
    }

    private static double width(double[] values) {
        double unit = Magnitude.unit(values);
        double[] sorted = Arrays.stream(values).map(value -> value / unit).toArray();
        double average = Arrays.stream(sorted).average().orElse(0);
        double variance =
                Arrays.stream(sorted).map(v -> (v - average) * (v - average)).average().orElse(0);
        double middle = BoxMark.quantile(sorted, 0.75) - BoxMark.quantile(sorted, 0.25);
        double spread = Math.sqrt(variance);
        double least = middle > 0 ? Math.min(spread, middle / 1.34) : spread;
        double width = 1.06 * least * Math.pow(sorted.length, -0.2);
        return width > 0 ? width * unit : Math.max(1e-9, Math.abs(average) * 0.02 * unit);
    }

    @Override
    public void draw(Canvas canvas, Frame frame) {
        groups.forEach((place, sorted) -> draw(canvas, frame, place, sorted));
    }

    private void draw(Canvas canvas, Frame frame, double place, double[] sorted) {
        double width = width(sorted);
        double[] ends = ends(sorted);
        double half = ends[1] / 2 - ends[0] / 2; // the whole may be infinite
        double[] at = new double[STEPS + 1];
        double[] density = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            at[i] = (ends[0] / 2 + half * i / STEPS) * 2;
            density[i] = density(sorted, at[i], width);
        }
        double most = Arrays.stream(density).max().orElse(1);
        Outline outline = new Outline();
        for (int k = 0; k < 2 * at.length; k++) {
            int i = k < at.length ? k : 2 * at.length - 1 - k;
            double side = (k < at.length ? -HALF : HALF) * density[i] / most;
            double across = (level ? frame.y() : frame.x()).at(place + side);
            double along = (level ? frame.x() : frame.y()).at(at[i]);
            if (frame.sees(along, across)) {
                boolean down = !outline.isEmpty();
                outline.to(level ? along : across, level ? across : along, down);
            }
        }
        if (!outline.isEmpty()) {
            canvas.fill(outline.close(), look.faint(0.25));
            canvas.stroke(outline, look.color(), 1.5, "solid");
        }
        inside(canvas, frame, place, sorted);
    }

    private void inside(Canvas canvas, Frame frame, double place, double[] sorted) {
        if (boxed) {
            BoxMark.box(canvas, frame, level, place, sorted, 0.08, look);
        }
        if (mean) {
            double average = Magnitude.mean(sorted);
            Scale places = level ? frame.y() : frame.x();
            Outline line = new Outline();
            double value = (level ? frame.x() : frame.y()).at(average);
            BoxMark.cross(
                    line, level, value, places.at(place - HALF / 2), places.at(place + HALF / 2));
            canvas.stroke(line, look.color(), 1.5, "dash");
        }
    }

    private static double density(double[] sorted, double at, double width) {
        double sum = 0;
        for (double value : sorted) {
            double z = (at - value) / width;
            sum += Math.exp(-z * z / 2);
        }
        return sum;
    }

    @Override
    public List<Legend.Entry> entries() {
        return List.of(new Legend.Entry(name, look, Legend.Sample.AREA));
    }
}
