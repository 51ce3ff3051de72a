package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final Plan PLAN = Plan.ofSteps(500);

    @Test
    void everyDeriverChangesItsOwnOptionOnly() {
        Plan all =
                PLAN.batch(8)
                        .learningRate(0.1)
                        .clipNorm(1)
                        .optimizer(Optimizer.sgd(0.9))
                        .schedule(Schedule.cosine())
                        .validateEvery(7)
                        .patience(2)
                        .seed(5);
        assertThat(all)
                .isEqualTo(
                        new Plan(
                                PLAN.length(),
                                8,
                                0.1,
                                1,
                                Optimizer.sgd(0.9),
                                Schedule.cosine(),
                                7,
                                2,
                                5));
        assertThat(PLAN).isEqualTo(Plan.ofSteps(500));
    }

    @Test
    void minutesStopEarlyUnlessToldOtherwise() {
        assertThat(Plan.ofMinutes(2).patience()).isEqualTo(5);
        assertThat(Plan.ofMinutes(2).validateEvery(0).patience()).isZero();
        assertThat(PLAN.patience()).isZero();
    }

    @Test
    void lengthsReadAsWords() {
        assertThat(PLAN.length()).hasToString("500 steps");
        assertThat(Plan.ofEpochs(1).length()).hasToString("1 epoch");
        assertThat(Plan.ofMinutes(1.5).length()).hasToString("1.5 minutes");
    }

    @Test
    void aTrainingOfNoLengthIsRefused() {
        assertThatThrownBy(() -> Plan.ofSteps(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a training needs more than 0 and finitely many steps, got 0.0; try ofSteps(500)");
        assertThatThrownBy(() -> Plan.ofMinutes(Double.NaN)).hasMessageContaining("minutes");
        assertThatThrownBy(() -> Plan.ofMinutes(Double.POSITIVE_INFINITY))
                .hasMessageContaining("finitely many minutes, got Infinity");
        assertThatThrownBy(() -> Plan.ofEpochs(Double.POSITIVE_INFINITY))
                .hasMessageContaining("finitely many epochs, got Infinity");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void anOptimizerThatCannotStepIsRefused(double value) {
        assertThatThrownBy(() -> Optimizer.adamW(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "weightDecay must be 0 or more and finite, got %s; try 0.01"
                                .formatted(value));
        assertThatThrownBy(() -> Optimizer.adam().epsilon(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "epsilon must be above 0 and finite, got %s; try 1e-8".formatted(value));
    }

    @Test
    void batchZeroIsRefused() {
        assertThatThrownBy(() -> PLAN.batch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch must be 1 or more, got 0; try 32");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLearningRateThatIsNoRateIsRefused(double rate) {
        assertThatThrownBy(() -> PLAN.learningRate(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("learningRate must be above 0 and finite, got " + rate);
    }

    @Test
    void aClipNormOfZeroSaysHowNotToClip() {
        assertThatThrownBy(() -> PLAN.clipNorm(0))
                .hasMessage(
                        "clipNorm must be above 0, got 0.0; clipNorm(Double.POSITIVE_INFINITY) never"
                                + " clips");
        assertThat(PLAN.clipNorm(Double.POSITIVE_INFINITY).clipNorm()).isInfinite();
    }

    @Test
    void patienceWithoutValidationIsRefused() {
        assertThatThrownBy(() -> PLAN.validateEvery(0).patience(3))
                .hasMessage("patience(3) needs validation on the way; add validateEvery(50)");
        assertThatThrownBy(() -> PLAN.patience(-1)).hasMessageContaining("patience must be 0");
        assertThatThrownBy(() -> PLAN.validateEvery(-1)).hasMessageContaining("validateEvery");
    }
}
