package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HostMemoryTest {
    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere nobody can say
    void someMemoryIsLeft() {
        assertThat(HostMemory.available()).isBetween(100_000_000L, 1L << 46);
    }
}
