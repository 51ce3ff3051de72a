package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import unroll.model.LanguageModel;
import unroll.model.Lstm;

/** Memory outside the Java heap stays flat, however long one trains and however often one builds. */
@Tag("engine")
@Tag("long")
@EnabledOnOs(OS.LINUX)
class SoakTest {
    private static final int MOST_GROWTH = 30;

    /** Returns the resident memory that is not Java's heap, in MB. */
    private static double nativeMegabytes() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        try {
            String status = Files.readString(Path.of("/proc/self/status"));
            String resident = status.replaceAll("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1");
            return (Long.parseLong(resident) * 1024.0 - heap) / 1e6;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tenThousandStepsLeaveNothingBehind() {
        Map<Integer, Double> measured = new TreeMap<>();
        Progress gauge =
                event -> {
                    int step = event.history().steps().size();
                    if (step % 2000 == 0) {
                        measured.put(step, nativeMegabytes());
                    }
                };
        try (var model = Tiny.model(Lstm.of(64))) {
            var plan = Tiny.plan(10_000).learningRate(1e-3).validateEvery(500);
            Training.run(model, Tiny.windows(), plan, gauge);
        }
        System.out.println("MB beside the heap, by step: " + measured);
        assertThat(measured.get(10_000) - measured.get(2000)).isLessThan(MOST_GROWTH);
    }

    @Test
    void aHundredBuildsLeaveNothingBehind() throws InterruptedException {
        Map<Integer, Double> measured = new TreeMap<>();
        for (int run = 1; run <= 100; run++) {
            LanguageModel model = Tiny.model(Lstm.of(512)); // 4 MB, never closed
            Training.run(model, Tiny.windows(), Tiny.plan(2));
            if (run % 25 == 0) {
                System.gc(); // as happens in a notebook sooner or later
                Thread.sleep(500);
                measured.put(run, nativeMegabytes());
            }
        }
        System.out.println("MB beside the heap, by build: " + measured);
        assertThat(measured.get(100) - measured.get(50)).isLessThan(MOST_GROWTH);
    }
}
