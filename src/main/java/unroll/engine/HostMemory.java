package unroll.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The memory of this machine, or of the container on it. */
public final class HostMemory {
    /** An engine that takes the last byte is ended by the system, without a word. */
    public static final double SAFE_SHARE = 0.7;

    private HostMemory() {}

    /** What glibc has beyond the standard: pages of freed memory go back to the system. */
    interface Glibc extends Library {
        int malloc_trim(long kept);
    }

    /**
     * Gives memory that was freed back to the system, where the C library can.
     *
     * <p>With the malloc variables of a kernel the library keeps all of it, in pieces that large arrays
     * of another size do not fit into.
     */
    public static void giveBack() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            Native.load("c", Glibc.class).malloc_trim(0);
        } catch (LinkageError e) {
            return; // another C library, which has its own ways
        }
    }

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
