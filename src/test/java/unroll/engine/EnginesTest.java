package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import unroll.trace.EngineReport;

@Tag("engine")
class EnginesTest {

    @Test
    void reportsTheEngineThatTheEnvironmentAsksFor() {
        EngineReport report = Engines.prepare();
        assertThat(report.engine()).isEqualTo(System.getenv("UNROLL_ENGINE"));
        assertThat(report.threads()).isEqualTo(Integer.parseInt(System.getenv("OMP_NUM_THREADS")));
        assertThat(report.device()).startsWith(Engines.device().isGpu() ? "gpu" : "cpu");
        assertThat(report.mallocTuned()).isTrue();
        assertThat(report.notes()).isEmpty();
        assertThat(Engines.prepare()).isEqualTo(report);
    }

    @Test
    void makesArraysOnItsDevice() {
        try (NDManager manager = Engines.newManager()) {
            assertThat(manager.zeros(new Shape(2)).getDevice()).isEqualTo(Engines.device());
        }
    }

    @Test
    void recordsNothingInAQuietScopeOnAnyThread() throws InterruptedException {
        boolean[] recorded = new boolean[3];
        Thread thread =
                new Thread(
                        () -> {
                            recorded[0] = GradMode.isOn();
                            try (Inference quiet = Engines.quiet()) {
                                try (Inference inner = Engines.quiet()) {
                                    recorded[1] = GradMode.isOn();
                                }
                                recorded[1] |= GradMode.isOn();
                            }
                            recorded[2] = GradMode.isOn();
                        });
        Engines.prepare();
        thread.start();
        thread.join();
        assertThat(recorded).containsExactly(Engines.isPyTorch(), false, Engines.isPyTorch());
    }

    @Test
    void changesAWeightInPlaceInAQuietScope() throws InterruptedException {
        try (NDManager manager = Engines.newManager()) {
            NDArray weight = manager.create(new float[] {1, 2});
            weight.setRequiresGradient(true);
            Thread thread =
                    new Thread(
                            () -> {
                                try (Inference quiet = Engines.quiet()) {
                                    weight.muli(2);
                                }
                            });
            thread.start();
            thread.join();
            assertThat(weight.toFloatArray()).containsExactly(2, 4);
        }
    }

    @Test
    void theSeedDecidesTheEnginesOwnNumbers() {
        assertThat(draw(5)).isEqualTo(draw(5)).isNotEqualTo(draw(6));
        assertThat(Engines.prepare().seed()).isEqualTo(6);
    }

    private static float[] draw(long seed) {
        Engines.seed(seed);
        try (NDManager manager = Engines.newManager()) {
            return manager.randomNormal(new Shape(4)).toFloatArray();
        }
    }

    @Test
    void theStepsOfATrainingLeaveTheReadersSeedInTheReport() {
        float[] expected = draw(7);
        Engines.seed(42);
        Engines.seedStep(7);
        assertThat(Engines.prepare().seed()).isEqualTo(42);
        try (NDManager manager = Engines.newManager()) {
            assertThat(manager.randomNormal(new Shape(4)).toFloatArray()).isEqualTo(expected);
        }
    }
}
