package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.trace.TokenScores;

class ColouredTextTest {
    private static final TokenScores SCORES =
            new TokenScores("probability", List.of("<b>", "\n", "é"), new double[] {0, 0.5, 1});

    @Test
    void everyTokenIsShownInItsColour() {
        Picture picture = Plots.text(SCORES);
        assertThat(picture.html())
                .contains(
                        "<span style=\"background-color: #ffffff; color: #222222\">&lt;b&gt;</span>",
                        "↵</span>\n",
                        "<span style=\"background-color: #06294f; color: #ffffff\">é</span>",
                        "probability: 0 ");
        assertThat(picture.text())
                .isEqualTo(
                        "Text coloured by probability: 3 tokens, mean 0.5, lowest 0 at '<b>'"
                                + " (position 0), highest 1 at 'é' (position 2).");
        assertThat(picture.table().rowCount()).isEqualTo(3);
    }

    @Test
    void negativeNumbersAreBlueAndPositiveRed() {
        String html =
                Plots.text(TokenScores.ofCharacters("unit 3", "ab", new double[] {-1, 1})).html();
        assertThat(html).contains("#053a70; color: #ffffff\">a", "#701f06; color: #ffffff\">b");
        assertThatThrownBy(() -> Plots.text(SCORES, 1, 1))
                .hasMessage("colours from 1.0 to 1.0: the first must be less, and both finite");
    }

    @Test
    void aLongTextIsBrokenAndCutWithANote() {
        double[] values = new double[10_000];
        Arrays.fill(values, 0.5);
        String html = Plots.text(TokenScores.ofCharacters("p", "x".repeat(10_000), values)).html();
        assertThat(html).contains("the first 4,000 of 10,000 tokens").hasSizeLessThan(20_000);
        assertThat(html.lines()).allMatch(line -> line.replaceAll("<[^>]*>", "").length() < 200);
    }

    @Test
    void inkIsReadOnEveryShade() {
        for (ColorScale shades : List.of(ColorScale.SEQUENTIAL, ColorScale.DIVERGING)) {
            IntStream.rangeClosed(0, 200)
                    .mapToObj(i -> shades.at(i / 200.0))
                    .forEach(
                            shade ->
                                    assertThat(contrast(shade, Rgb.parse(shade.ink())))
                                            .as(shade.hex())
                                            .isGreaterThanOrEqualTo(4.5));
        }
    }

    private static double contrast(Rgb one, Rgb other) {
        double a = one.luminance() + 0.05;
        double b = other.luminance() + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    @Test
    void theLargestNumbersHaveDifferentColours() {
        TokenScores scores =
                new TokenScores("q", List.of("a", "b", "c"), new double[] {-1e308, 0, 1e308});
        assertThat(Plots.text(scores).html())
                .contains("#053a70; color: #ffffff\">a", "#ffffff; color: #222222\">b")
                .contains("#701f06; color: #ffffff\">c");
        assertThat(Plots.text(scores).text()).contains("mean 0,");
        assertThatThrownBy(() -> Plots.text(SCORES, 0, Double.POSITIVE_INFINITY))
                .hasMessage(
                        "colours from 0.0 to Infinity: the first must be less, and both finite");
    }

    @Test
    void longTokensAreCutAndThatIsSaid() {
        List<String> tokens = Collections.nCopies(300, "<".repeat(10_000));
        Picture picture = Plots.text(new TokenScores("q", tokens, new double[300]));
        assertThat(picture.html().length()).isLessThan(500_000);
        assertThat(picture.html()).contains("the first 4 of 300 tokens</div>");
        List<String> one = List.of("x".repeat(50_000));
        assertThat(Plots.text(new TokenScores("q", one, new double[1])).html())
                .contains("the first 1 of 1 tokens, cut after 40,000 letters</div>");
    }
}
