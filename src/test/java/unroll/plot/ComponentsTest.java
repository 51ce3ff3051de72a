package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
