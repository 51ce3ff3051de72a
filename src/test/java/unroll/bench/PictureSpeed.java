package unroll.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import unroll.plot.Bundle;

/** How long a notebook waits for figures of very many numbers, and what they weigh. */
public final class PictureSpeed {
    private static final int POINTS = 100_000;
    private static final int SIDE = 512;
    private static final int ROUNDS = 7;

    private PictureSpeed() {}

    public static void main(String[] arguments) throws JsonProcessingException {
        System.out.println("plots: figure to notebook bundle; goal: under 1 s and 1 MB");
        System.out.println("  figure              first s  median s  processor s   bundle kB");
        for (Map.Entry<String, Figure> entry : figures().entrySet()) {
            double[] seconds = new double[ROUNDS];
            double[] processor = new double[ROUNDS];
            int size = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Map<String, Object> bundle = Bundle.of(entry.getValue());
                seconds[round] = (System.nanoTime() - start) / 1e9;
                long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy;
                processor[round] = worked / 1e9;
                size = new ObjectMapper().writeValueAsString(bundle).length();
            }
            double first = seconds[0];
            System.out.printf(
                    Locale.ROOT,
                    "  %-18s %8.2f %9.2f %12.2f %11d%n",
                    entry.getKey(),
                    first,
                    median(seconds),
                    median(processor),
                    size / 1000);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Map<String, Figure> figures() {
        Random random = new Random(1);
        double[] x = IntStream.range(0, POINTS).asDoubleStream().toArray();
        double[] y = random.doubles(POINTS).map(v -> Math.log(1 / v)).toArray();
        Object[] places = IntStream.range(0, SIDE).boxed().toArray();
        double[][] z = new double[SIDE][];
        Arrays.setAll(z, row -> random.doubles(SIDE).toArray());
        ScatterTrace line = ScatterTrace.builder(x, y).mode(ScatterTrace.Mode.LINE).build();
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("line, 100,000", new Figure(line));
        figures.put("points, 100,000", new Figure(ScatterTrace.builder(y, x).build()));
        figures.put("histogram, 100,000", Histogram.create("waiting times", y));
        figures.put(
                "heat map, 512x512", new Figure(HeatmapTrace.builder(places, places, z).build()));
        return figures;
    }
}
