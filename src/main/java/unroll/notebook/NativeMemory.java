package unroll.notebook;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much memory this process holds outside Java's heap: arrays of the engine, its libraries, and the
 * JVM itself. It stays flat in a healthy training.
 */
final class NativeMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private NativeMemory() {}

    /** Returns resident memory minus heap, in bytes; empty where the system does not say. */
    static OptionalLong bytes() {
        try {
            return bytes(
                    Files.readString(STATUS, StandardCharsets.ISO_8859_1),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted());
        } catch (IOException e) {
            return OptionalLong.empty(); // not Linux
        }
    }

    /** Reads the resident memory out of a process's status as Linux writes it. */
    static OptionalLong bytes(String status, long heap) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .map(
                        resident ->
                                Math.max(
                                        0, resident - heap)) // part of the heap may not be resident
                .findFirst();
    }
}
