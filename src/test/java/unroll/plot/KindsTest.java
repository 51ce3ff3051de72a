package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
import unroll.plot.Figures.Drawn;

/** Every kind of trace has a still picture that shows what it should. */
class KindsTest {
    @TestFactory
    Stream<DynamicTest> everyClassOfTablesawHasAPicture() {
        return Samples.figures("a title").entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () -> showsSomething(Svg.of(entry.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> everyOtherKindHasAPicture() {
        return Figures.ofEachKind().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(),
                                        () -> showsSomething(Figures.svg(entry.getValue()))));
    }

    /** Not the excuse, and more than a frame: at least two things with an extent. */
    private static void showsSomething(String svg) throws Exception {
        Document drawn = Drawn.parse(svg);
        assertThat(svg).doesNotContain("no still picture", "NaN", "Infinity", "href=\"http");
        int marks = 0;
        for (String element : List.of("path", "rect", "image")) {
            marks += drawn.getElementsByTagName(element).getLength();
        }
        assertThat(marks).isGreaterThanOrEqualTo(2);
        assertThat(Drawn.texts(drawn)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aKindThatHasNoPictureSaysSo() throws Exception {
        Document drawn =
                Figures.draw("{'data':[{'type':'sankey'}],'layout':{'title':{'text':'Flow'}}}");
        assertThat(Drawn.texts(drawn))
                .contains(
                        "Flow",
                        "Traces of type sankey have no still picture; they show where Plotly is.");
    }

    private static String space(String mode, String more) {
        return Figures.svg(
                "{'data':[{'type':'scatter3d','mode':'%s','x':[0,1,1],'y':[0,1,0],'z':[0,1,2],"
                                .formatted(mode)
                        + "'line':{'color':'#123456','dash':'dash'}}%s]}".formatted(more));
    }

    @Test
    void aLineInSpaceIsDrawn() {
        assertThat(space("lines", "")).containsOnlyOnce("stroke=\"#123456\"");
        assertThat(space("markers", "")).doesNotContain("stroke=\"#123456\"");
        assertThat(space("markers", "")).contains("fill=\"#123456\"");
        assertThat(space("lines+markers", "")).contains("fill=\"#123456\"", "stroke=\"#123456\"");
    }

    @Test
    void tracesInSpaceShareOneBoxAndItsScales() throws Exception {
        String other = ",{'type':'scatter3d','mode':'markers','x':[9],'y':[9],'z':[900]}";
        List<String> texts = Drawn.texts(Drawn.parse(space("lines", other)));
        assertThat(texts).containsExactly("5", "x", "5", "y", "0", "500", "z");
    }

    @Test
    void aPointInSpaceKeepsItsColorWhicheverIsNearer() {
        String json =
                "{'data':[{'type':'scatter3d','mode':'markers','x':[%s],'y':[%s],'z':[0,0],'marker':{'color':[%s]}}]}";
        String one = Figures.svg(json.formatted("0,1", "0,1", "'#ff0000','#0000ff'"));
        String turned = Figures.svg(json.formatted("1,0", "1,0", "'#0000ff','#ff0000'"));
        assertThat(turned).isEqualTo(one);
    }

    @Test
    void numbersInCellsStandOutFromTheirCells() throws Exception {
        Document drawn = Figures.draw(Figures.ofEachKind().get("attention"));
        assertThat(Drawn.texts(drawn)).contains("1.0", "0.4", "0.6", "weight", "query");
        assertThat(Drawn.text(drawn, "0.4").getAttribute("fill")).isEqualTo(Palette.INK);
        NodeList texts = drawn.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (text.getTextContent().equals("1.0") && !text.hasAttribute("stroke")) {
                assertThat(text.getAttribute("fill")).isEqualTo("#ffffff");
            }
        }
    }

    @Test
    void equalTokensKeepTheirOwnRows() throws Exception {
        Document drawn = Figures.draw(Figures.ofEachKind().get("attention"));
        assertThat(Drawn.texts(drawn).stream().filter("the"::equals)).hasSize(4);
    }

    @Test
    void aReversedAxisRunsDownward() throws Exception {
        String json = "{'data':[{'x':[1,2],'y':[0,10]}],'layout':{'yaxis':{%s}}}";
        Document up = Figures.draw(json.formatted(""));
        Document down = Figures.draw(json.formatted("'autorange':'reversed'"));
        assertThat(height(up, "10")).isLessThan(height(up, "0"));
        assertThat(height(down, "10")).isGreaterThan(height(down, "0"));
    }

    private static double height(Document drawn, String label) {
        return Double.parseDouble(Drawn.text(drawn, label).getAttribute("y"));
    }

    @Test
    void labelsOfPanelsLieOnNoOtherPanel() throws Exception {
        Document drawn = Figures.draw(Figures.ofEachKind().get("panels"));
        double[] left = Drawn.span(Drawn.text(drawn, "1000"));
        double[] right = Drawn.span(Drawn.text(drawn, "4000"));
        double[] heading = Drawn.span(Drawn.text(drawn, "run 2"));
        double[] lastTick = Drawn.span(Drawn.text(drawn, "3"));
        assertThat(left[1]).isLessThan(right[0]);
        assertThat(lastTick[1]).isLessThan(right[0]);
        assertThat(heading[0]).isGreaterThan(right[1]);
    }

    @TestFactory
    Stream<DynamicTest> allTextLiesInsideThePicture() {
        Map<String, String> svgs = new LinkedHashMap<>();
        Samples.figures("a title").forEach((name, figure) -> svgs.put(name, Svg.of(figure)));
        Figures.ofEachKind().forEach((name, json) -> svgs.put(name, Figures.svg(json)));
        svgs.put("loss", Svg.of(Plots.loss(Samples.history(12_000))));
        return svgs.entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> isInside(entry.getValue())));
    }

    private static void isInside(String svg) throws Exception {
        Document drawn = Drawn.parse(svg);
        double width = Double.parseDouble(drawn.getDocumentElement().getAttribute("width"));
        NodeList texts = drawn.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (!text.hasAttribute("transform")) {
                double[] span = Drawn.span(text);
                assertThat(span[0]).as(text.getTextContent()).isGreaterThanOrEqualTo(0);
                assertThat(span[1]).as(text.getTextContent()).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void manyLongWordsStandUpright() {
        StringBuilder words = new StringBuilder("'category number 0'");
        StringBuilder values = new StringBuilder("0");
        for (int i = 1; i < 30; i++) {
            words.append(",'category number ").append(i).append('\'');
            values.append(',').append(i);
        }
        String svg =
                Figures.svg(
                        "{'data':[{'type':'bar','x':[%s],'y':[%s]}],'layout':{}}"
                                .formatted(words, values));
        assertThat(svg).contains("rotate(-90)", "category number 29");
    }

    @Test
    void datesHaveRoundTicks() throws Exception {
        String json = "{'data':[{'x':['2001-06-01','2020-06-01'],'y':[1,2]}],'layout':{}}";
        assertThat(Drawn.texts(Figures.draw(json))).contains("2005", "2010", "2015");
        String day =
                "{'data':[{'x':['2026-01-01T00:00','2026-01-01T06:00'],'y':[1,2]}],'layout':{}}";
        assertThat(Drawn.texts(Figures.draw(day))).contains("02:00", "04:00");
    }

    @Test
    void aHistogramCountsWholeNumbersAroundThemselves() throws Exception {
        Binning bins = Binning.of(new double[] {1, 2, 2, 3}, Figures.read("{'nbinsx':3}"), "x");
        assertThat(bins.start()).isEqualTo(0.5);
        assertThat(bins.fill(new double[] {1, 2, 2, 3}, new double[0], Figures.read("{}")))
                .startsWith(1, 2, 1);
        assertThat(
                        bins.fill(
                                new double[] {1, 2, 2, 3},
                                new double[0],
                                Figures.read(
                                        "{'histnorm':'probability','cumulative':{'enabled':true}}")))
                .startsWith(0.25, 0.75, 1);
    }

    @Test
    void quartilesAreThoseOfPlotly() {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(BoxMark.quantile(sorted, 0.5)).isEqualTo(4.5);
        assertThat(BoxMark.quantile(sorted, 0.25)).isEqualTo(2.5);
    }

    @Test
    void pixelsComeBackAsTheyWere() throws Exception {
        int[] few = {0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0, 0xffffff};
        int[] many = new int[400];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 4001;
        }
        for (int[] rgb : new int[][] {few, many}) {
            int width = rgb.length / 2;
            String data = PixelImage.uri(width, 2, rgb);
            byte[] file = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            for (int i = 0; i < rgb.length; i++) {
                assertThat(image.getRGB(i % width, i / width) & 0xffffff).isEqualTo(rgb[i]);
            }
        }
    }

    @Test
    void onlyImagesThatCarryThemselvesAreDrawn() {
        String json =
                "{'data':[],'layout':{'images':[{'source':'%s','x':0,'y':1,'sizex':1,'sizey':1}]}}";
        String own = PixelImage.uri(1, 1, new int[] {0xff0000});
        assertThat(Figures.svg(json.formatted(own))).contains("<image");
        for (String address :
                List.of("http://example.org/a.png", "data:image/svg+xml;base64,AA==")) {
            assertThat(Figures.svg(json.formatted(address))).doesNotContain("<image");
        }
    }

    @Test
    void tracesOfOneFigureDifferByMoreThanColour() {
        Figure lines = Samples.figures("a title").get("lines");
        Set<String> dashes = new HashSet<>();
        PlotlyJson.tree(lines)
                .path("data")
                .forEach(trace -> dashes.add(trace.path("line").path("dash").asText()));
        assertThat(dashes).hasSize(3);
    }

    @Test
    void readersOfColoursTakeNoOtherText() {
        assertThat(Rgb.parse("rgba(1, 2, 3, 0.5)").css()).isEqualTo("rgba(1,2,3,0.5)");
        assertThat(Rgb.parse("#abc").hex()).isEqualTo("#aabbcc");
        assertThat(Rgb.parse("url(http://example.org)").hex()).isEqualTo(Palette.INK);
    }

    @Test
    void anAxisWithAnEndThatIsNoNumberFindsItsOwn() {
        Axis broken = Axis.builder().range(Double.NaN, 3).build();
        Figure figure =
                new Figure(
                        Layout.builder("t").xAxis(broken).build(),
                        ScatterTrace.builder(new double[] {1, 2}, new double[] {1, 2}).build());
        assertThat(PlotlyJson.tree(figure).path("layout").path("xaxis").has("range")).isFalse();
        Figure rates =
                new Figure(
                        ScatterTrace.builder(new double[] {1, 2}, new double[] {0, 0.0094})
                                .mode(ScatterTrace.Mode.LINE)
                                .build());
        assertThat(
                        Svg.of(
                                new PlainChart(new Content(PlotlyJson.whole(rates), "", () -> null))
                                        .size(720, 250)))
                .contains(">0.002<", ">0.008<");
    }
}
