package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostMemoryTest {
    @Test
    void someMemoryIsLeft() {
        assertThat(HostMemory.available()).isGreaterThan(100_000_000L);
    }
}
