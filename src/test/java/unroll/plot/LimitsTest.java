package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.Histogram2DTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import unroll.trace.AttentionMap;

/** Figures of very many numbers stay small, and say that not all are drawn. */
class LimitsTest {
    private static final int MANY = 100_000;
    private static final double[] INDEX = IntStream.range(0, MANY).asDoubleStream().toArray();
    private static final double[] NORMAL =
            new Random(1).doubles(MANY).map(v -> Math.tan(2 * v - 1)).toArray();

    private static Figure lines() {
        double[] y = NORMAL.clone();
        y[77_777] = 50;
        return new Figure(ScatterTrace.builder(INDEX, y).mode(ScatterTrace.Mode.LINE).build());
    }

    private static BufferedImage noise(int side, long seed) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new Random(seed).ints((long) side * side).toArray();
        image.setRGB(0, 0, side, side, pixels, 0, side);
        return image;
    }

    private static Figure pie() {
        Object[] names = IntStream.range(0, MANY).mapToObj(i -> "slice " + i).toArray();
        return new Figure(PieTrace.builder(names, INDEX).build());
    }

    private static Figure attention(int tokens, int heads) {
        double[][] weights = new double[tokens][tokens];
        for (int i = 0; i < tokens; i++) {
            Arrays.fill(weights[i], 0, i + 1, 1.0 / (i + 1));
        }
        List<String> names = IntStream.range(0, tokens).mapToObj(i -> "token " + i).toList();
        double[][][] all = Collections.nCopies(heads, weights).toArray(double[][][]::new);
        return Plots.attention(new AttentionMap(names, names, all));
    }

    private static Figure images(int count) {
        Map<String, BufferedImage> images =
                IntStream.range(0, count)
                        .boxed()
                        .collect(Collectors.toMap(String::valueOf, seed -> noise(200, seed)));
        return Plots.images(8, images);
    }

    private static Figure heat() {
        Object[] places = IntStream.range(0, 512).boxed().toArray();
        double[][] z = new double[512][512];
        for (int row = 0; row < 512; row++) {
            for (int column = 0; column < 512; column++) {
                z[row][column] = Math.sin(row * column / 5000.0);
            }
        }
        return new Figure(HeatmapTrace.builder(places, places, z).build());
    }

    @Test
    void aPieKeepsItsLargestSlicesAndGathersTheOthers() {
        JsonNode trace = PlotlyJson.tree(pie()).path("data").path(0);
        assertThat(trace.path("labels")).hasSize(101);
        assertThat(trace.path("labels").path(0).asText()).isEqualTo("slice 99900");
        assertThat(trace.path("labels").path(100).asText()).isEqualTo("99,899 others");
        assertThat(DoubleStream.of(Read.values(trace.path("values"))).sum())
                .isEqualTo(DoubleStream.of(INDEX).sum());
    }

    @Test
    void aHugeHeatMapIsDrawnWithoutCopiesOfIt() {
        double[][] values = new double[2000][2000];
        values[1999][1999] = 64;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        HeatMap map = Plots.heatMap(values);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isLessThan(3 * 8L * 2000 * 2000);
        assertThat(map.summary()).contains("0 to 64");
        JsonNode trace = PlotlyJson.tree(map).path("data").path(0);
        assertThat(trace.path("z")).hasSize(250);
        assertThat(trace.path("z").path(249).path(249).asDouble()).isEqualTo(1);
        assertThat(trace.path("x").path(0).asDouble()).isEqualTo(3.5);
    }

    @TestFactory
    Stream<DynamicTest> aBundleHasAtMostAMegabyte() {
        Map<String, Figure> large =
                Map.of(
                        "line", lines(),
                        "cloud", new Figure(ScatterTrace.builder(NORMAL, INDEX).build()),
                        "heat map", heat(),
                        "image", Plots.image("noise", noise(1500, 1)),
                        "images", images(20),
                        "pie", pie(),
                        "attention of many tokens", attention(200, 12),
                        "attention of many heads", attention(60, 64),
                        "histogram", Histogram.create("values", NORMAL),
                        "histogram 2D",
                                new Figure(Histogram2DTrace.builder(NORMAL, INDEX).build()));
        return large.entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> isSmall(entry.getValue())));
    }

    private static void isSmall(Figure figure) throws JsonProcessingException {
        String bundle = new ObjectMapper().writeValueAsString(Bundle.of(figure));
        assertThat(bundle).hasSizeLessThan(1_000_000);
        assertThat(Svg.of(figure)).containsPattern(" drawn|counted before");
    }

    @Test
    void theHighestPointOfALongLineIsKept() {
        assertThat(Svg.of(lines())).contains(">50</text>");
    }

    @Test
    void thePointsOfATraceStayTogether() {
        JsonNode trace = PlotlyJson.tree(lines()).path("data").path(0);
        assertThat(trace.path("x").size()).isEqualTo(trace.path("y").size()).isLessThan(9000);
        for (int i = 0; i < trace.path("x").size(); i++) {
            int index = trace.path("x").path(i).asInt();
            double y = index == 77_777 ? 50 : NORMAL[index];
            assertThat(trace.path("y").path(i).asDouble())
                    .isCloseTo(y, offset(1e-4 * Math.abs(y) + 1e-9));
        }
    }

    @Test
    void theCaptionSaysWhatAllNumbersSay() {
        Figure line =
                new Figure(
                        ScatterTrace.builder(INDEX, NORMAL).mode(ScatterTrace.Mode.LINE).build());
        assertThat((String) Bundle.of(line).get(Bundle.TEXT)).contains("100,000 points, ");
        Figure cloud = new Figure(ScatterTrace.builder(INDEX, NORMAL).build());
        assertThat((String) Bundle.of(cloud).get(Bundle.TEXT)).contains("100,000 points, ");
        Object[] same = Collections.nCopies(MANY, "a").toArray();
        Figure box = new Figure(BoxTrace.builder(same, NORMAL).build());
        assertThat(Svg.of(box)).containsPattern("<title>[^<]*100,000 values, ");
        assertThat(Plots.panels(1, Histogram.create("h", NORMAL)).summary())
                .contains("100,000 values");
    }

    @Test
    void aTableHasAllNumbersNonetheless() {
        assertThat(Plots.table(lines()).rowCount()).isEqualTo(MANY);
    }

    @Test
    void countsOfALargeHistogramAreExact() {
        JsonNode bars = PlotlyJson.tree(Histogram.create("values", NORMAL)).path("data").path(0);
        assertThat(bars.path("type").asText()).isEqualTo("bar");
        double sum = 0;
        for (JsonNode count : bars.path("y")) {
            sum += count.asDouble();
        }
        assertThat(sum).isEqualTo(MANY);
    }

    @Test
    void lonelyPointsOfACloudStay() {
        double[] x = new double[10_000];
        double[] y = new double[10_000];
        x[5000] = 100;
        y[5000] = 100;
        assertThat(Thin.scatter(x, y, 100)).contains(5000).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void smallFiguresStayAsTheyAre() {
        Samples.figures("a title")
                .forEach(
                        (name, figure) ->
                                assertThat(PlotlyJson.tree(figure))
                                        .as(name)
                                        .isEqualTo(PlotlyJson.whole(figure)));
    }
}
