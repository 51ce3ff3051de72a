package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import unroll.plot.Bundle;
import unroll.trace.Summary;

class RenderingsTest {
    @TestFactory
    Stream<DynamicTest> everyValueShowsWordsAndCleanHtml() {
        return Values.all().entrySet().stream()
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.getKey(), () -> isClean(entry.getValue())));
    }

    private static void isClean(Object value) {
        Map<String, Object> bundle = Renderings.of(value);
        assertThat((String) bundle.get(Bundle.TEXT)).isNotBlank().doesNotContain("no picture");
        if (bundle.containsKey(Bundle.HTML)) {
            String html = (String) bundle.get(Bundle.HTML);
            assertThat(html)
                    .doesNotContain("<script", "<svg", "<img src=x", "http:", "https:", "href");
        }
    }

    @Test
    void aHistoryShowsItsCurveAndItsOwnWords() {
        Map<String, Object> bundle = Renderings.of(Values.history(60));
        assertThat(bundle).containsOnlyKeys(Bundle.PLOTLY, Bundle.HTML, Bundle.TEXT);
        assertThat(bundle.get(Bundle.TEXT)).isEqualTo(Values.history(60).toString());
    }

    @Test
    void arraysShowShapeAndFirstNumbers() {
        assertThat(text(new float[] {0.5f, 1e-9f})).isEqualTo("float[2] [0.5, 1e-9]");
        assertThat(text(new double[][] {{1, 2, 3}, {4, 5, 6}}))
                .isEqualTo("double[2][3] [[1, 2, 3], [4, 5, 6]]");
        assertThat(text(new int[100]))
                .isEqualTo("int[100] [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, …], range 0 to 0");
        assertThat(text(new double[0])).isEqualTo("double[0] []");
        assertThat(text(new float[2][])).isEqualTo("float[2][] [null, null]");
    }

    @Test
    void aSummaryEndsWithItsSum() {
        Summary.Row row = new Summary.Row("head", "(B, T, 4)", "(B, T, 9)", 1_234_567, "…");
        assertThat((String) Renderings.of(new Summary(List.of(row))).get(Bundle.HTML))
                .contains("text-align: right\">1,234,567</td>", ">all</td>", "4.9 MB as float32");
    }

    @Test
    void whatHasNoKindShowsItsText() {
        assertThat(Renderings.of(42)).isEqualTo(Map.of(Bundle.TEXT, "42"));
        assertThat(Renderings.of(null)).isEqualTo(Map.of(Bundle.TEXT, "null"));
    }

    @Test
    void aValueThatCannotBeDrawnShowsItsTextAndWhy() {
        var broken =
                new Renderings.Rendering<>(
                        String.class,
                        value -> {
                            throw new IllegalStateException("because");
                        },
                        Bundle.HTML);
        assertThat(broken.bundle("value"))
                .isEqualTo(Map.of(Bundle.TEXT, "value\n(no picture: because)"));
    }

    /** A value whose text a reader's code makes. */
    private record Worded(Supplier<String> words) {
        @Override
        public String toString() {
            return words.get();
        }
    }

    private static Object text(Object value) {
        return Renderings.of(value).get(Bundle.TEXT);
    }

    @Test
    void aValueWithoutATextDoesNotBreakTheDisplay() {
        Object[] own = new Object[1];
        own[0] = own;
        assertThat((String) text(own)).contains("(no picture: ");
        Object failing = new Worded(() -> List.<String>of().get(0));
        Object silent = new Worded(() -> null);
        assertThat(text(failing)).isEqualTo("(no text: ArrayIndexOutOfBoundsException)");
        assertThat(text(silent)).isEqualTo("(no text: toString() returned null)");
        assertThat(text(new Object[] {failing, 1}))
                .isEqualTo("Object[2] [(no text: ArrayIndexOutOfBoundsException), 1]");
    }
}
