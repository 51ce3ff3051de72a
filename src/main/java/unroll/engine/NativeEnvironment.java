package unroll.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets what the native libraries read from the environment while they are loaded.
 *
 * <p>MXNET_ENGINE_TYPE stays MXNet's own choice: its NaiveEngine took the same processor time per
 * training step of a fused LSTM and 10 to 20 % more for the readable one.
 */
final class NativeEnvironment {

    private NativeEnvironment() {}

    /** The C library's own environment; Java's System.getenv is a copy made at the start. */
    interface C extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** Sets the threads, and MXNet's matrix kernels; returns notes about what could not be set. */
    static List<String> tune(String engine, int threads) {
        List<String> notes = new ArrayList<>();
        if (Platform.isWindows()) {
            return notes;
        }
        try {
            C c = Native.load("c", C.class);
            c.setenv("OMP_NUM_THREADS", Integer.toString(threads), 1);
            if (engine.equals("MXNet") && hasAvx2()) {
                // its OpenBLAS does not know newer CPUs and would fall back to kernels of 2004,
                // 2.0 to 2.7 times slower in matrix products; a value of the user's stays
                c.setenv("OPENBLAS_CORETYPE", "HASWELL", 0);
            }
        } catch (LinkageError e) {
            notes.add(
                    String.format(
                            Locale.ROOT,
                            "threads could not be set (%s); put OMP_NUM_THREADS into the environment"
                                    + " before Java starts",
                            e.getMessage()));
        }
        return notes;
    }

    private static boolean hasAvx2() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo")).contains(" avx2 ");
        } catch (IOException e) {
            return false; // not Linux: the default kernels compute
        }
    }
}
