package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.HeatmapTrace;
import tech.tablesaw.plotly.traces.Histogram2DTrace;
import tech.tablesaw.plotly.traces.PieTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;
import tech.tablesaw.plotly.traces.ViolinTrace;
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
        assertThat(trace.path("z")).hasSize(200);
        assertThat(trace.path("z").path(199).path(199).asDouble()).isEqualTo(0.64);
        assertThat(trace.path("x").path(0).asDouble()).isEqualTo(4.5);
    }

    @Test
    void theTableOfAHugeHeatMapHasMeansOfBlocksAndSaysSo() {
        double[][] values = new double[2001][2500];
        values[2000][2499] = 8;
        Table table = Plots.heatMap(values).table();
        assertThat(table.name()).endsWith("means of 2 x 2 cells, 2001 x 2500 given");
        assertThat(table.rowCount()).isEqualTo(1001 * 1250);
        assertThat(table.row(table.rowCount() - 1).getString("row")).isEqualTo("2000");
        assertThat(table.row(table.rowCount() - 1).getString("column")).isEqualTo("2498 to 2499");
        assertThat(table.row(table.rowCount() - 1).getDouble("value")).isEqualTo(4);
    }

    @Test
    void aFigureOfManyTracesKeepsTheFirst() {
        double[] two = {1, 2};
        Figure many = repeated(2000, i -> ScatterTrace.builder(two, two).name("n" + i).build());
        JsonNode data = PlotlyJson.tree(many).path("data");
        assertThat(data).hasSize(300);
        assertThat(data.path(299).path("name").asText()).isEqualTo("n299");
        assertThat(Svg.of(many)).contains("first 300 of 2,000 traces drawn");
        assertThat(Plots.table(many).rowCount()).isEqualTo(4000);
    }

    @Test
    void labelsOfBarsThatAreLeftOutGoWithThem() {
        Object[] words = words(20_000);
        words[0] = "long ".repeat(50);
        Figure bars = new Figure(BarTrace.builder(words, first(20_000)).build());
        JsonNode figure = PlotlyJson.tree(bars);
        JsonNode labels = figure.path("layout").path("xaxis").path("tickvals");
        assertThat(labels).hasSameSizeAs(figure.path("data").path(0).path("x"));
        assertThat(labels.path(0).asText()).isEqualTo(words[0]);
    }

    @TestFactory
    Stream<DynamicTest> aBundleHasAtMostAMegabyte() {
        Map<String, Figure> large =
                new LinkedHashMap<>(
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
                                        new Figure(
                                                Histogram2DTrace.builder(NORMAL, INDEX).build())));
        Figure map = Plots.heatMap(new double[60][60]);
        double[] three = {1, 2, 3};
        large.put("traces", repeated(2000, i -> ScatterTrace.builder(three, three).build()));
        large.put(
                "bars of many traces",
                repeated(300, i -> BarTrace.builder(words(300), first(300)).build()));
        large.put("boxes", new Figure(BoxTrace.builder(words(3000), first(3000)).build()));
        large.put("violins", new Figure(ViolinTrace.builder(words(3000), first(3000)).build()));
        large.put("maps", Plots.panels(10, Collections.nCopies(100, map).toArray(Figure[]::new)));
        return large.entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> isSmall(entry.getValue())));
    }

    private static Figure repeated(int count, IntFunction<Trace> trace) {
        return new Figure(IntStream.range(0, count).mapToObj(trace).toArray(Trace[]::new));
    }

    private static Object[] words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word " + i).toArray();
    }

    private static double[] first(int count) {
        return Arrays.copyOf(NORMAL, count);
    }

    /** Returns the figure as a notebook's file holds it: each item of a list on its own line. */
    private static byte[] notebook(Figure figure) throws JsonProcessingException {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines);
        Object output = Map.of("data", Bundle.of(figure), "output_type", "execute_result");
        Object cells = Map.of("cells", List.of(Map.of("outputs", List.of(output))));
        return new ObjectMapper()
                .writer(printer)
                .writeValueAsString(cells)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void isSmall(Figure figure) throws JsonProcessingException {
        assertThat(notebook(figure)).hasSizeLessThan(1_000_000);
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

    @Test
    void meansOfMeansAreCalledWhatTheyAre() {
        Chart large = Plots.heatMap(new double[512][512]);
        String json = PlotlyJson.text(large);
        assertThat(json).containsOnlyOnce("means of ");
        assertThat(json).contains("means of 6 x 6 cells drawn, 512 x 512 given");
        assertThat(Svg.of(large)).contains("means of 6 x 6 cells drawn, 512 x 512 given");
    }
}
