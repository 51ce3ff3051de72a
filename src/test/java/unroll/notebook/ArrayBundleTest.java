package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.engine.Engines;
import unroll.plot.Bundle;

class ArrayBundleTest {
    private static String text(Object value) {
        return (String) Renderings.of(value).get(Bundle.TEXT);
    }

    private static String html(Object value) {
        return (String) Renderings.of(value).get(Bundle.HTML);
    }

    @Test
    void aMatrixIsATableWithItsRange() {
        float[][] matrix = {{0.5f, -1, 2}, {Float.NaN, 4, 5}};
        assertThat(text(matrix)).isEqualTo("float[2][3] [[0.5, -1, 2], [NaN, 4, 5]]");
        assertThat(html(matrix))
                .contains("float[2][3], range -1 to 5, 1 NaN", ">0.5</td>", ">NaN</td>");
    }

    @Test
    void aLargeMatrixIsCutAndSaysSo() {
        double[][] matrix = new double[512][512];
        matrix[511][511] = 7;
        assertThat(text(matrix))
                .startsWith("double[512][512] [[0, 0")
                .endsWith("range 0 to 7, no NaN");
        assertThat(html(matrix)).hasSizeLessThan(15_000).contains(">…</td>");
    }

    @Test
    void manyNumbersAreSummedUp() {
        float[] row = new float[1000];
        row[999] = Float.POSITIVE_INFINITY;
        assertThat(text(row)).endsWith("0, …], range 0 to ∞, no NaN");
        assertThat(Renderings.of(row)).containsOnlyKeys(Bundle.TEXT);
        assertThat(text(new int[] {83_210_123})).isEqualTo("int[1] [83210123]");
    }

    @Test
    void moreAxesShowTheirFirstMatrix() {
        assertThat(html(new float[2][3][4]))
                .contains("float[2][3][4]", "the first matrix of the last");
    }

    @Test
    void raggedRowsShowTheirText() {
        assertThat(Renderings.of(new double[][] {{1}, {2, 3}}))
                .isEqualTo(Map.of(Bundle.TEXT, "double[2][1] [[1], [2, 3]]"));
    }

    @Test
    @Tag("engine")
    void aTensorShowsShapeTypeRangeAndFirstNumbers() {
        try (NDManager manager = Engines.newManager()) {
            NDArray array = manager.create(new float[] {1, 2, Float.NaN, 4, 5, 6}, new Shape(2, 3));
            assertThat(text(array))
                    .isEqualTo(
                            "NDArray (2, 3) float32 on cpu(), range 1 to 6, 1 NaN: 1, 2, NaN, 4, 5, 6");
            assertThat(html(array)).contains("<table>", ">NaN</td>");
            assertThat(text(manager.create(3.5f))).endsWith("no NaN: 3.5");
            assertThat(text(manager.create(new long[] {7, 9})))
                    .isEqualTo("NDArray (2) int64 on cpu(), range 7 to 9: 7, 9");
            assertThat(text(manager.create(new Shape(0, 4)))).startsWith("NDArray (0, 4) float32");
        }
    }

    @Test
    @Tag("engine")
    void aLargeTensorIsLookedAtInPart() {
        try (NDManager manager = Engines.newManager()) {
            NDArray array = manager.zeros(new Shape(3, 2_000_000), DataType.FLOAT32);
            assertThat(text(array)).contains("in the first 4,000,000 numbers: 0, 0,");
            assertThat(html(array)).contains("<table>");
        }
    }

    @Test
    @Tag("engine")
    void aClosedTensorIsNoError() {
        NDArray array;
        try (NDManager manager = Engines.newManager()) {
            array = manager.ones(new Shape(2, 2));
        }
        assertThat(text(array)).isNotBlank();
    }

    @Test
    void wholeNumbersKeepAllTheirDigits() {
        long odd = (1L << 53) + 1;
        assertThat(html(new long[][] {{odd, 1}}))
                .contains("range 1 to 9007199254740993", ">9,007,199,254,740,993</td>");
        assertThat(text(LongStream.range(0, 20).map(i -> odd + i).toArray()))
                .endsWith("range 9007199254740993 to 9007199254741012");
    }

    @Test
    void arraysOfEveryKindShowTheirItems() {
        assertThat(text(new long[][] {{1, 2}})).isEqualTo("long[1][2] [[1, 2]]");
        assertThat(text(new byte[] {1, -2})).isEqualTo("byte[2] [1, -2]");
        assertThat(text(new short[] {3})).isEqualTo("short[1] [3]");
        assertThat(text(new boolean[] {true, false})).isEqualTo("boolean[2] [true, false]");
        assertThat(text(new char[] {'a', 'b'})).isEqualTo("char[2] [a, b]");
        assertThat(text(new Object[] {1, "b", null})).isEqualTo("Object[3] [1, b, null]");
    }

    @Test
    @Tag("engine")
    void wholeNumbersOfATensorKeepAllTheirDigits() {
        try (NDManager manager = Engines.newManager()) {
            assertThat(text(manager.create(new long[] {(1L << 53) + 1})))
                    .isEqualTo(
                            "NDArray (1) int64 on cpu(), range 9007199254740993 to"
                                    + " 9007199254740993: 9007199254740993");
        }
    }
}
