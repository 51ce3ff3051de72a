package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HostMemoryTest {
    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere nobody can say
    void someMemoryIsLeft() {
        assertThat(HostMemory.available()).isBetween(100_000_000L, 1L << 46);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void freedMemoryGoesBackToTheSystem() throws IOException {
        List<Memory> pieces = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Memory piece = new Memory(100_000);
            piece.setMemory(0, piece.size(), (byte) 1);
            pieces.add(piece);
        }
        Memory last = pieces.remove(999); // above the rest, which are holes then
        pieces.forEach(Memory::close);
        long before = resident();
        HostMemory.giveBack();
        assertThat(before - resident()).isGreaterThan(80_000_000);
        last.close();
    }

    private static long resident() throws IOException {
        String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
        return Long.parseLong(pages) * 4096;
    }
}
