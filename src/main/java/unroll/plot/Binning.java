package unroll.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * Equal stretches of a line of numbers, to count in.
 *
 * @param start where the first begins
 * @param size length of each
 * @param count how many
 */
record Binning(double start, double size, int count) {
    private static final int MOST = 1000;

    /** More stretches than these are not told apart where none are asked for. */
    private static final int FINEST = 100;

    /**
     * Chooses stretches with round ends: as many as the trace asks for at most, else as many as the
     * spread of the numbers makes sensible, two standard deviations divided by n to the power 0.4.
     *
     * @param side {@code x} or {@code y}, the side whose settings the trace may state
     */
    static Binning of(double[] all, JsonNode trace, String side) {
        double[] values = Arrays.stream(all).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return new Binning(0, 1, 1);
        }
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        JsonNode stated = trace.path(side + "bins");
        double size = Read.number(stated.path("size"), 0);
        if (!(size > 0)) {
            int most = trace.path("nbins" + side).asInt(0);
            size =
                    most > 0
                            ? (high - low) / Math.min(most, FINEST)
                            : 2 * deviation(values) / Math.pow(values.length, 0.4);
            size = size > 0 ? Scale.round(Math.max(size, (high - low) / FINEST)) : 1;
        }
        size = Math.max(size, (high - low) / MOST);
        double start = Math.floor(low / size + 1e-9) * size;
        if (size >= 1 && size == Math.rint(size) && areWhole(values)) {
            start -= 0.5; // whole numbers stand in the middle
        }
        start = Read.number(stated.path("start"), start);
        int count = (int) Math.max(1, Math.floor((high - start) / size + 1e-9) + 1);
        return new Binning(start, size, Math.min(count, 2 * MOST));
    }

    private static boolean areWhole(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double sum = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return Math.sqrt(sum / values.length);
    }

    /** Returns which stretch a number is in; -1 if in none. */
    int index(double value) {
        int bin = (int) Math.floor((value - start) / size + 1e-9);
        return Double.isFinite(value) && bin >= 0 && bin < count ? bin : -1;
    }

    double from(int bin) {
        return start + bin * size;
    }

    double middle(int bin) {
        return start + (bin + 0.5) * size;
    }

    /** Returns one number for each stretch: a count, or what the trace makes of the weights there. */
    double[] fill(double[] values, double[] weights, JsonNode trace) {
        double[] counts = new double[count];
        double[] sums = new double[count];
        double[] least = new double[count];
        double[] most = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            int bin = index(values[i]);
            if (bin >= 0) {
                counts[bin]++;
                double weight = i < weights.length ? weights[i] : 1;
                sums[bin] += weight;
                least[bin] = Math.min(least[bin], weight);
                most[bin] = Math.max(most[bin], weight);
            }
        }
        double[] filled = counts.clone();
        for (int bin = 0; bin < count; bin++) {
            boolean empty = counts[bin] == 0;
            filled[bin] =
                    switch (trace.path("histfunc").asText("count")) {
                        case "sum" -> sums[bin];
                        case "avg" -> empty ? 0 : sums[bin] / counts[bin];
                        case "min" -> empty ? 0 : least[bin];
                        case "max" -> empty ? 0 : most[bin];
                        default -> counts[bin];
                    };
        }
        return cumulative(normal(filled, trace), trace);
    }

    private double[] normal(double[] filled, JsonNode trace) {
        double total = Arrays.stream(filled).sum();
        double factor =
                switch (trace.path("histnorm").asText()) {
                    case "percent" -> 100 / total;
                    case "probability" -> 1 / total;
                    case "density" -> 1 / size;
                    case "probability density" -> 1 / (total * size);
                    default -> 1;
                };
        return Arrays.stream(filled).map(value -> total == 0 ? 0 : value * factor).toArray();
    }

    private static double[] cumulative(double[] filled, JsonNode trace) {
        if (trace.path("cumulative").path("enabled").asBoolean()) {
            Arrays.parallelPrefix(filled, Double::sum);
        }
        return filled;
    }
}
