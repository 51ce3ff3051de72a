package unroll.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.trace.History.Step;
import unroll.trace.History.Stop;
import unroll.trace.History.Validation;

class HistoryTest {
    private static final Stop FINISHED = new Stop(Stop.Reason.FINISHED, "all steps were taken");

    private static Step step(int number, double loss) {
        return new Step(number, loss, 0.5, 1e-3, 1000, 0.25 * number);
    }

    private static History history(List<Step> steps, Validation... validations) {
        return new History(steps, List.of(validations), Math.log(4), 1.2, FINISHED);
    }

    private static final History RUN =
            history(
                    List.of(step(1, 1.4), step(2, 1.3), step(3, 1.2), step(4, 1.1)),
                    new Validation(0, 1.39),
                    new Validation(2, 1.25),
                    new Validation(4, 1.3));

    @Test
    void theBestValidationIsTheLowest() {
        assertThat(RUN.best()).isEqualTo(new Validation(2, 1.25));
        assertThat(history(List.of(), new Validation(1, Double.NaN), new Validation(2, 9)).best())
                .isEqualTo(new Validation(2, 9));
        assertThatThrownBy(() -> history(List.of()).best())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this training never validated; plan it with validateEvery(steps)");
    }

    @Test
    void bitsAndPerplexityAreThoseOfTheNewestValidation() {
        assertThat(RUN.last()).isEqualTo(step(4, 1.1));
        assertThat(RUN.loss()).isEqualTo(1.3);
        assertThat(RUN.bits()).isCloseTo(1.3 / Math.log(2), within(1e-12));
        assertThat(RUN.perplexity()).isCloseTo(Math.exp(1.3), within(1e-12));
        assertThat(history(List.of(step(1, 2))).loss()).isEqualTo(2);
        assertThatThrownBy(() -> history(List.of()).last())
                .hasMessage("no step was taken: all steps were taken");
    }

    @Test
    void theLossIsThatOfTheWeightsThatCameBack() {
        Stop early = new Stop(Stop.Reason.EARLY, "the weights of step 2 are back", 2);
        History run = new History(RUN.steps(), RUN.validations(), 1, 1, early);
        assertThat(run.loss()).isEqualTo(1.25);
        assertThat(run).asString().contains("loss 1.100, best validation 1.250 at step 2; 1.80");
    }

    @Test
    void aTrainingThatGoesOnAddsItsStepsAndItsTime() {
        var next = history(List.of(step(5, 1), step(6, 0.9)), new Validation(6, 1.2));
        var whole = RUN.then(next);
        assertThat(whole.steps()).extracting(Step::step).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(whole.last().seconds()).isEqualTo(1 + 1.5);
        assertThat(whole.best().step()).isEqualTo(6);
        assertThat(history(List.of()).then(RUN)).isEqualTo(RUN);
        assertThatThrownBy(() -> RUN.then(RUN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a training that goes on from step 4 cannot begin with step 1");
    }

    @Test
    void theTableHasARowPerStepAndGapsWhereNothingWasValidated() {
        var table = RUN.table();
        assertThat(table.columnNames())
                .containsExactly(
                        "step",
                        "loss",
                        "validation loss",
                        "gradient norm",
                        "learning rate",
                        "tokens per second",
                        "seconds");
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.doubleColumn("validation loss").asDoubleArray())
                .containsExactly(Double.NaN, 1.25, Double.NaN, 1.3);
        assertThat(table.doubleColumn("validation loss").countMissing()).isEqualTo(2);
        assertThat(history(List.of()).table().rowCount()).isZero();
    }

    @Test
    void itPrintsItselfInOneLine() {
        assertThat(RUN)
                .hasToString(
                        "4 steps in 1.0 s: loss 1.100, validation 1.300, best validation 1.250 at step 2; 1.88 bits,"
                                + " perplexity 3.67 (blind guess 1.386, letter guess 1.200); all"
                                + " steps were taken");
        assertThat(history(List.of())).hasToString("no step taken; all steps were taken");
    }

    @Test
    void laterChangesOfAListDoNotReachIt() {
        var steps = new ArrayList<>(List.of(step(1, 1)));
        var history = history(steps);
        steps.clear();
        assertThat(history.steps()).hasSize(1);
    }

    @Test
    void theEngineReportIsASmallCard() {
        var report =
                new EngineReport("PyTorch", "2.7.1", "cpu", 2, 1, 42, true, List.of("no MXNet"));
        assertThat(report.toString().lines())
                .containsExactly(
                        "engine   PyTorch 2.7.1",
                        "device   cpu",
                        "threads  2 (1 between operations)",
                        "memory   tuned for training",
                        "seed     42",
                        "note     no MXNet");
    }

    @Test
    void aTrainingWhoseValidationsAreNoNumbersSaysSo() {
        assertThatThrownBy(() -> history(List.of(), new Validation(1, Double.NaN)).best())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("every validation loss is NaN");
    }
}
