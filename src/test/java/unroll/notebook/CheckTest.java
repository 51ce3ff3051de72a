package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.engine.Engines;

class CheckTest {
    @Test
    void aRightAnswerSaysNothing() {
        assertThatCode(
                        () -> {
                            Check.near("loss", 4.4188, Math.log(83), 1e-3);
                            Check.near("states", new float[] {1, 2}, new double[] {1, 2.01}, 0.1);
                            Check.near("rows", new float[][] {{1}, {2}}, new int[][] {{1}, {2}}, 0);
                            Check.equal("ids", new int[] {1, 2}, new int[] {1, 2});
                            Check.equal("name", "LSTM", "LSTM");
                            Check.shape("states", new float[2][3][4], 2, 3, 4);
                            Check.shape("nothing", new float[0], 0);
                            Check.decreasing("losses", 3, 2, 1);
                            Check.between("accuracy", 0.9, 0.9, 1);
                            Check.that("the tune has 8 bars", true);
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void aNumberTooFarOff() {
        fails(
                () -> Check.near("loss", 4.5, 4.419, 1e-3),
                "loss: expected 4.419 within 0.001, found 4.5, off by 0.081");
        fails(
                () -> Check.near("loss", Double.NaN, 1, 1),
                "loss: expected 1 within 1, found NaN, off by NaN");
    }

    @Test
    void aNearMissIsToldWithTheDigitsThatDiffer() {
        fails(
                () -> Check.near("perplexity", 2.893, 2.8930712, 1e-9),
                "perplexity: expected 2.8931 within 1e-9, found 2.893, off by -7.12e-5");
        fails(
                () -> Check.near("next", Math.nextUp(1.0), 1, 0),
                "next: expected 1.0 within 0, found 1.0000000000000002, off by 2.22e-16");
        fails(
                () -> Check.near("sum", 83210.4, 83210.1, 0.1),
                "sum: expected 83210.1 within 0.1, found 83210.4, off by 0.3");
    }

    @Test
    void aZeroLeftInAFillInIsAskedFor() {
        fails(
                () -> Check.near("perplexity", 0, 2.893, 1e-9),
                "perplexity: expected 2.893 within 1e-9, found 0, off by -2.893"
                        + " (is the cell above filled in?)");
    }

    @Test
    void theFirstWrongNumberOfAnArrayIsNamed() {
        fails(
                () ->
                        Check.near(
                                "h",
                                new float[][] {{1, 2}, {3, 5}},
                                new float[][] {{1, 2}, {3, 4}},
                                0.1),
                "h, number [1, 1]: expected 4 within 0.1, found 5, off by 1");
        fails(
                () -> Check.near("h", new float[2], new float[3], 1),
                "h: expected shape [3], found shape [2]");
    }

    @Test
    void anAnswerNotFilledInYet() {
        String message = "h: expected a value, found null: fill in the cell above, or run it again";
        fails(() -> Check.near("h", null, new float[3], 1), message);
        fails(() -> Check.shape("h", null, 3), message);
        fails(() -> Check.decreasing("h", (double[]) null), message);
    }

    @Test
    void somethingElse() {
        fails(
                () -> Check.equal("ids", new int[] {1}, new int[] {2}),
                "ids: expected int[1] [2], found int[1] [1]");
        fails(() -> Check.equal("list", List.of(1), null), "list: expected null, found [1]");
    }

    @Test
    void anotherShape() {
        fails(
                () -> Check.shape("h", new float[2][3], 2, 4),
                "h: expected shape [2, 4], found shape [2, 3]");
        assertThatThrownBy(() -> Check.shape("h", new float[][] {{1}, {2, 3}}, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows of one array need one shape: row 0 has [1], row 1 has [2]");
        assertThatThrownBy(() -> Check.shape("h", "text", 2))
                .hasMessage("expected an array of numbers, found text");
    }

    @Test
    void numbersThatDoNotFallOrAreOutside() {
        fails(
                () -> Check.decreasing("losses", 3, 2, 2),
                "losses, number [2]: expected less than 2, found 2");
        fails(() -> Check.between("accuracy", 1.5, 0, 1), "accuracy: expected 0 to 1, found 1.5");
        fails(
                () -> Check.between("accuracy", Double.NaN, 0, 1),
                "accuracy: expected 0 to 1, found NaN");
        fails(() -> Check.that("the tune has 8 bars", false), "not so: the tune has 8 bars");
    }

    @Test
    @Tag("engine")
    void tensorsAreJudgedLikeArrays() {
        try (NDManager manager = Engines.newManager()) {
            var found = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
            Check.shape("x", found, 2, 3);
            Check.near("x", found, new float[][] {{1, 2, 3}, {4, 5, 6}}, 0);
            Check.near("x", found, found.add(0.01), 0.1);
            Check.near("ids", manager.create(new long[] {1, 2}), new int[] {1, 2}, 0);
            fails(
                    () -> Check.near("x", found, found.add(1), 0.5),
                    "x, number [0, 0]: expected 2 within 0.5, found 1, off by -1");
            fails(
                    () -> Check.shape("x", found, 3, 2),
                    "x: expected shape [3, 2], found shape [2, 3]");
        }
    }

    private static void fails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessage(message);
    }
}
