package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;
import unroll.music.Abc;
import unroll.plot.Figures.Drawn;
import unroll.trace.History;

/** What is drawn; to renew the golden pictures after a wanted change, set UNROLL_GOLDEN=write. */
class SvgTest {
    private static final Path GOLDEN = Path.of("src/test/resources/unroll/plot");
    private static final String TUNE =
            "X:1\nT:Up & <down>\nM:6/8\nL:1/8\nK:G\n|:GAB cde|[GB]3 d3:|\n";

    /** A circle as a path. */
    private static final String DOT = "M[\\d. ]+a[\\d. ]+a[\\d. -]+z";

    @TestFactory
    Stream<DynamicTest> goldenPicturesKeepTheirBytes() {
        Map<String, String> pictures = new LinkedHashMap<>();
        Map<String, History> runs =
                Map.of("RNN", Samples.history(100), "LSTM <1>", Samples.history(150));
        pictures.put("loss.svg", Svg.of(Plots.loss(Samples.history(200))));
        pictures.put("losses.svg", Svg.of(Plots.loss(runs)));
        pictures.put("line.svg", Svg.of(Samples.figures("a title").get("lines")));
        pictures.put("log.svg", Svg.of(logarithmic(1e-3, 0.5, 80, 2e4)));
        pictures.put("words.svg", Svg.of(Samples.figures("a title").get("time series")));
        pictures.put("piano-roll.svg", Plots.pianoRoll(Abc.parse(TUNE)).svg().orElseThrow());
        Figures.ofEachKind()
                .forEach((name, json) -> pictures.put(name + ".svg", Figures.svg(json)));
        return pictures.entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () -> isGolden(entry.getKey(), entry.getValue())));
    }

    private static void isGolden(String name, String svg) throws IOException {
        Path file = GOLDEN.resolve(name);
        if ("write".equals(System.getenv("UNROLL_GOLDEN"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(file));
    }

    @Test
    void theLocaleOfTheMachineDoesNotMatter() {
        String here = Svg.of(Plots.loss(Samples.history(200)));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Svg.of(Plots.loss(Samples.history(200)))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyPictureBeginsWithAWhiteRectangleOfItsSize() throws Exception {
        Element first =
                (Element)
                        Drawn.parse(Svg.of(Plots.loss(Samples.history(10))))
                                .getElementsByTagName("rect")
                                .item(0);
        assertThat(first.getAttribute("fill")).isEqualTo("#ffffff");
        assertThat(first.getAttribute("width")).isEqualTo("720");
        assertThat(first.getAttribute("height")).isEqualTo("400");
    }

    @Test
    void hostileTextIsWellFormedAndRunsNothing() throws Exception {
        for (String text : Samples.HOSTILE) {
            for (Map.Entry<String, Figure> entry : Samples.figures(text).entrySet()) {
                Document drawn = Drawn.parse(Svg.of(entry.getValue()));
                assertThat(drawn.getElementsByTagName("script").getLength()).isZero();
                assertThat(drawn.getElementsByTagName("img").getLength()).isZero();
                assertThat(Drawn.texts(drawn)).as(entry.getKey()).isNotEmpty();
            }
        }
    }

    @Test
    void aTitleIsWrittenAsItIsAndCutWhereItDoesNotFit() throws Exception {
        String hostile = "it's \"quoted\" & <b>bold</b> \\n";
        assertThat(Drawn.texts(Drawn.parse(Svg.of(Samples.figures(hostile).get("line")))))
                .contains(hostile);
        String title =
                Drawn.texts(Drawn.parse(Svg.of(Samples.figures("x".repeat(10_000)).get("line"))))
                        .get(0);
        assertThat(title).hasSizeLessThan(120).endsWith("…");
    }

    @Test
    void aGapBreaksTheLine() {
        ScatterTrace trace =
                ScatterTrace.builder(
                                new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, Double.NaN, 2, 1})
                        .mode(ScatterTrace.Mode.LINE)
                        .build();
        assertThat(Svg.of(new Figure(trace))).containsPattern("M[\\d. ]+L[\\d. ]+M[\\d. ]+L");
    }

    @Test
    void aPointWithoutNeighboursIsADot() {
        double[] y = {1, Double.NaN, 2, 3, Double.NaN, 4};
        ScatterTrace trace =
                ScatterTrace.builder(new double[] {1, 2, 3, 4, 5, 6}, y)
                        .mode(ScatterTrace.Mode.LINE)
                        .build();
        assertThat(Svg.of(new Figure(trace))).containsPattern(DOT + DOT + "\"");
        ScatterTrace one =
                ScatterTrace.builder(new double[] {1}, new double[] {1})
                        .mode(ScatterTrace.Mode.LINE)
                        .build();
        assertThat(Svg.of(new Figure(one))).containsPattern(DOT + "\"");
        assertThat(Svg.of(new Figure(one))).doesNotContain("no data");
    }

    @Test
    void aPictureOfNothingSaysSo() {
        for (double[] y : new double[][] {{}, {Double.NaN, Double.NaN}}) {
            ScatterTrace trace = ScatterTrace.builder(new double[y.length], y).build();
            assertThat(Svg.of(new Figure(trace))).contains(">no data</text>");
        }
        assertThat(Svg.of(Plots.loss(Samples.history(0)))).contains(">no data</text>");
        assertThat(Svg.of(Plots.image("c", new double[][] {{1}}))).doesNotContain("no data");
    }

    @Test
    void zeroAndNegativeNumbersHaveNoPlaceOnALogarithmicAxis() throws Exception {
        Document drawn = Drawn.parse(Svg.of(logarithmic(0, -3, 10, 100)));
        assertThat(Drawn.texts(drawn)).contains("10", "100").doesNotContain("-3");
    }

    @Test
    void equalNumbersAndNoNumbersAreDrawn() throws Exception {
        for (double[] y : new double[][] {{3, 3, 3}, {0}, {}, {Double.NaN}, {1e300, -1e300}}) {
            double[] x = new double[y.length];
            Figure figure = new Figure(ScatterTrace.builder(x, y).build());
            assertThat(Drawn.parse(Svg.of(figure)).getElementsByTagName("rect").getLength())
                    .isOne();
            assertThat(Svg.of(figure)).doesNotContain("NaN", "Infinity");
        }
    }

    @Test
    void aHundredThousandPointsStaySmall() {
        double[] x = new double[100_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i == 77_777 ? 50 : Math.sin(i * 0.7);
        }
        ScatterTrace trace = ScatterTrace.builder(x, y).mode(ScatterTrace.Mode.LINE).build();
        String svg = Svg.of(new Figure(Layout.builder("long").build(), trace));
        assertThat(svg).hasSizeLessThan(80_000);
        assertThat(svg).contains(">50</text>"); // the one high point is kept, so the axis shows it
    }

    @Test
    void coloursStandOutFromWhite() {
        List<String> colors = new ArrayList<>(Palette.COLORS);
        colors.addAll(List.of(Palette.INK, Palette.SOFT_INK));
        for (String color : colors) {
            assertThat(1.05 / (luminance(color) + 0.05)).as(color).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void linesDifferByDashAndNotByColourAlone() throws Exception {
        NodeList paths =
                Drawn.parse(
                                Svg.of(
                                        Plots.loss(
                                                Samples.history(100),
                                                Samples.history(100),
                                                Samples.history(100))))
                        .getElementsByTagName("path");
        List<String> dashes = new ArrayList<>();
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            if (path.getAttribute("stroke-width").equals("2.4")) {
                dashes.add(path.getAttribute("stroke-dasharray"));
            }
        }
        assertThat(dashes.stream().distinct()).hasSize(3);
    }

    /** Relative luminance as WCAG 2.1 defines it. */
    private static double luminance(String color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            double linear = part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
            sum += weights[i] * linear;
        }
        return sum;
    }

    private static Figure logarithmic(double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            x[i] = i;
        }
        Axis axis = Axis.builder().title("loss").type(Axis.Type.LOG).build();
        return new Figure(
                Layout.builder("Log", "step").yAxis(axis).width(640).height(400).build(),
                ScatterTrace.builder(x, y).mode(ScatterTrace.Mode.LINE_AND_MARKERS).build());
    }
}
