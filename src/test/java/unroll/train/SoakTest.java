package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.Engines;

/**
 * Resident memory stays flat, however long one trains or writes and however often one builds.
 *
 * <p>In a process of its own, whose heap is as large as it can become and in memory from the start:
 * what is resident then changes only with memory outside the heap.
 */
@Tag("engine")
@Tag("long")
@EnabledOnOs(OS.LINUX)
class SoakTest {
    private static final int MOST_GROWTH = 30;

    /** Compares what is resident at the end with what is after a fifth of the way. */
    @ParameterizedTest
    @CsvSource({"steps, 2000", "tokens, 20000", "builds, 20"})
    void memoryIsFlat(String work, int warm) throws IOException, InterruptedException {
        NavigableMap<Integer, Double> megabytes = new TreeMap<>();
        // the JVM's second compiler takes 40 MB at a time of its own
        List<String> options =
                List.of("-Xms320m", "-Xmx320m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1");
        for (String line : ChildJvm.of(Soak.class, options, work).output().lines().toList()) {
            String[] pair = line.split(" ", -1);
            megabytes.put(Integer.parseInt(pair[0]), Double.parseDouble(pair[1]));
        }
        System.out.printf("%s, resident MB by %s: %s%n", Engines.name(), work, megabytes);
        assertThat(megabytes.lastEntry().getValue() - megabytes.get(warm)).isLessThan(MOST_GROWTH);
    }
}
