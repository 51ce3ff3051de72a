package unroll.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
    @Test
    void itIsTheResidentMemoryWithoutTheHeap() {
        String status = "Name:\tjava\nVmPeak:\t 900 kB\nVmRSS:\t    2000 kB\nThreads:\t4\n";
        assertThat(NativeMemory.bytes(status, 48_000)).hasValue(2000 * 1024 - 48_000);
    }

    @Test
    void aHeapThatIsNotResidentMakesItNotNegative() {
        assertThat(NativeMemory.bytes("VmRSS: 10 kB", 20_000)).hasValue(0);
    }

    @Test
    void whereTheSystemDoesNotSayThereIsNone() {
        assertThat(NativeMemory.bytes("", 0)).isEmpty();
        assertThat(NativeMemory.bytes().isPresent())
                .isEqualTo(Files.exists(Path.of("/proc/self/status")));
    }
}
