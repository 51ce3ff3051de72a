package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import unroll.plot.Figures.Drawn;
import unroll.trace.TokenVectors;

class ComponentsTest {
    @Test
    void pointsOnALineNeedOneDirection() {
        double[][] line = {{0, 0}, {3, 4}, {6, 8}, {-3, -4}};
        Components plane = Components.of(line);
        assertThat(plane.shares()).containsExactly(new double[] {1, 0}, offset(1e-9));
        double apart = plane.points()[2][0] - plane.points()[3][0];
        assertThat(Math.abs(apart)).isCloseTo(15, within(1e-9));
    }

    @Test
    void theTwoWidestDirectionsAreFoundAmongMany() {
        Random random = new Random(7);
        double[] widths = {0.1, 5, 0.2, 3, 0.1, 0.3, 0.1};
        double[][] cloud = new double[400][widths.length];
        double[] squares = new double[widths.length];
        for (double[] point : cloud) {
            for (int i = 0; i < widths.length; i++) {
                point[i] = widths[i] * random.nextGaussian();
                squares[i] += point[i] * point[i];
            }
        }
        Components plane = Components.of(cloud);
        assertThat(plane.shares()[0]).isCloseTo(25 / 34.16, within(0.05));
        assertThat(plane.shares()[0] + plane.shares()[1]).isCloseTo(34 / 34.16, within(0.01));
        double aligned = 0;
        for (int i = 0; i < cloud.length; i++) {
            aligned += plane.points()[i][0] * cloud[i][1];
        }
        assertThat(Math.abs(aligned) / squares[1]).isCloseTo(1, within(0.02));
    }

    @Test
    void vectorsThatDoNotDifferAreOnePoint() {
        Components plane = Components.of(new double[][] {{1}, {1}, {1}});
        assertThat(plane.points()).isDeepEqualTo(new double[3][2]);
        assertThat(plane.shares()).containsExactly(0, 0);
    }

    @Test
    void labelsOfAPlaneLieApartAsTheyAreDrawn() throws Exception {
        Random random = new Random(5);
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "name" + i).toList();
        double[][] vectors = new double[300][2];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, i -> random.nextGaussian());
        }
        NodeList texts =
                Drawn.parse(Svg.of(Plots.embedding(new TokenVectors(names, vectors))))
                        .getElementsByTagName("text");
        List<Rectangle2D> boxes = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            if (text.getTextContent().startsWith("name")) {
                double[] span = Drawn.span(text);
                double line = Double.parseDouble(text.getAttribute("y"));
                boxes.add(new Rectangle2D.Double(span[0], line - 8, span[1] - span[0], 8));
            }
        }
        assertThat(boxes).hasSizeGreaterThan(40);
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.subList(0, i)).noneMatch(boxes.get(i)::intersects);
        }
    }

    @Test
    void aLabelMayStandAtACorner() {
        double[][] cross = {{0, 0}, {0, 0.04}, {0, -0.04}, {0.06, 0}, {-0.06, 0}, {1, 1}, {-1, -1}};
        assertThat(new Labels(cross, 600, 400).place(0, "w"))
                .hasValueSatisfying(
                        side -> assertThat(side).containsAnyOf("top right", "top left"));
    }
}
