package unroll.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory this machine, or the container on it, still has. */
public final class HostMemory {
    private HostMemory() {}

    /** Returns the bytes that can still be taken; {@code Long.MAX_VALUE} where nobody can say. */
    public static long available() {
        return Math.min(ofMachine(), ofContainer());
    }

    private static long ofMachine() {
        for (String line : read(Path.of("/proc/meminfo")).lines().toList()) {
            if (line.startsWith("MemAvailable:")) {
                return number(line.replaceAll("\\D", "")).orElse(Long.MAX_VALUE / 1024) * 1024;
            }
        }
        return Long.MAX_VALUE;
    }

    private static long ofContainer() {
        OptionalLong limit = number(read(Path.of("/sys/fs/cgroup/memory.max")));
        OptionalLong used = number(read(Path.of("/sys/fs/cgroup/memory.current")));
        return limit.isPresent() && used.isPresent()
                ? limit.getAsLong() - used.getAsLong()
                : Long.MAX_VALUE;
    }

    private static OptionalLong number(String text) {
        String digits = text.strip();
        boolean whole = digits.matches("\\d{1,18}"); // a limit may also read "max"
        return whole ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return ""; // another system, or no container
        }
    }
}
