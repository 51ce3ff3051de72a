package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.model.Rnn;
import unroll.trace.History.Stop.Reason;

/** Weights that exploded in the very last update, which no later step could notice. */
@Tag("engine")
class ExplosionTest {

    @ParameterizedTest
    @ValueSource(doubles = {100, 1e38})
    void anExplosionInTheLastStepIsFoundToo(double rate) {
        try (var model = Tiny.model(Rnn.of(4))) {
            var before = model.weights();
            var plan = Tiny.plan(1).learningRate(rate).clipNorm(Double.POSITIVE_INFINITY);
            var stop = Training.run(model, Tiny.windows(), plan).stop();
            assertThat(stop.reason()).isEqualTo(Reason.NOT_A_NUMBER);
            assertThat(stop.message())
                    .contains("by step 1, the last", "the weights of step 0 are back");
            assertThat(model.weights()).isEqualTo(before);
        }
    }

    @Test
    void anExplosionBeforeAnInterruptOrAnErrorIsFoundToo() {
        try (var model = Tiny.model(Rnn.of(4))) {
            var before = model.weights();
            var plan = Tiny.plan(9).learningRate(1e38);
            Progress interrupts =
                    event -> {
                        if (event.step() == 1) {
                            Thread.currentThread().interrupt();
                        }
                    };
            var stop = Training.run(model, Tiny.windows(), plan, interrupts).stop();
            assertThat(stop.reason()).isEqualTo(Reason.NOT_A_NUMBER);
            Thread.interrupted();
            Progress throwing =
                    event -> {
                        if (event.kind() == Event.Kind.STEPPED) {
                            throw new UnsupportedOperationException("a listener's own");
                        }
                    };
            assertThatThrownBy(() -> Training.run(model, Tiny.windows(), plan, throwing))
                    .hasMessage("a listener's own");
            assertThat(model.history().stop().reason()).isEqualTo(Reason.NOT_A_NUMBER);
            assertThat(model.weights()).isEqualTo(before);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void anInfiniteValidationLossIsAnExplosion() {
        try (var model = Tiny.model(Rnn.of(4))) {
            var plan =
                    Tiny.plan(5)
                            .learningRate(1e38)
                            .clipNorm(1e30)
                            .optimizer(Optimizer.sgd(0))
                            .validateEvery(1)
                            .patience(1);
            assertThat(Training.run(model, Tiny.windows(), plan).stop().reason())
                    .isEqualTo(Reason.NOT_A_NUMBER);
        }
    }
}
