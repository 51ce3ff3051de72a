package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import unroll.plot.Figures.Drawn;

/** Labels of small figures are shortened, not cut by the border. */
class LabelRoomTest {
    private static final Pattern PLACE = Pattern.compile("translate\\((\\S+) (\\S+)\\)");
    private static final Object[] NAMES =
            IntStream.range(0, 20)
                    .mapToObj(i -> "a category with a name that is long " + i)
                    .toArray();
    private static final double[] HEIGHTS = IntStream.range(0, 20).asDoubleStream().toArray();

    private static Figure bars(int width, int height, BarTrace.Orientation orientation) {
        Layout layout =
                Layout.builder("bars", "words", "how many").width(width).height(height).build();
        return new Figure(
                layout, BarTrace.builder(NAMES, HEIGHTS).orientation(orientation).build());
    }

    @ParameterizedTest
    @CsvSource({"640, 200", "300, 250", "200, 200", "800, 600"})
    void everyLabelIsInsideTheFigure(int width, int height) throws Exception {
        for (BarTrace.Orientation orientation : BarTrace.Orientation.values()) {
            inside(Svg.of(bars(width, height, orientation)), width, height);
        }
        List<String> words = Arrays.stream(NAMES).map(String::valueOf).toList();
        double[][] cells = Collections.nCopies(20, HEIGHTS).toArray(double[][]::new);
        Chart map = Plots.heatMap(cells).labels(words, words).size(width, height);
        inside(Svg.of(map), width, height);
    }

    private static void inside(String svg, int width, int height) throws Exception {
        NodeList texts = Drawn.parse(svg).getElementsByTagName("text");
        assertThat(texts.getLength()).isGreaterThan(5);
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double size = Double.parseDouble(text.getAttribute("font-size"));
            double length = TextWidth.of(text.getTextContent(), size);
            Matcher place = PLACE.matcher(text.getAttribute("transform"));
            if (place.find()) {
                double y = Double.parseDouble(place.group(2));
                assertThat(y + length * before(text))
                        .as(text.getTextContent())
                        .isBetween(0.0, (double) height);
            } else {
                double x = Double.parseDouble(text.getAttribute("x"));
                assertThat(x - length * before(text))
                        .as(text.getTextContent())
                        .isBetween(0.0, (double) width);
            }
        }
    }

    /** Returns which part of a text lies before its point. */
    private static double before(Element text) {
        return switch (text.getAttribute("text-anchor")) {
            case "middle" -> 0.5;
            case "end" -> 1;
            default -> 0;
        };
    }
}
