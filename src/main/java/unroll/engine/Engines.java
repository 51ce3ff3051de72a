package unroll.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Locale;
import unroll.UnrollException;
import unroll.trace.EngineReport;

/**
 * Chooses and prepares the engine, once per process.
 *
 * <p>PyTorch computes unless {@code UNROLL_ENGINE=MXNet} stands in the environment or the system
 * properties. Arrays live on the GPU when the engine reaches one, unless {@code UNROLL_DEVICE=cpu}.
 *
 * <p>Threads: {@code OMP_NUM_THREADS} when set, else the free cores, at most 4. Measured with an
 * LSTM (H 256, B 32, T 100) on two cores: two threads train 1.5 to 1.9 times faster than one on both
 * engines when the cores are free, and up to 30 times slower when they are not.
 */
public final class Engines {
    private static LoadedEngine loaded;
    private static String failure;
    private static long seed;

    private Engines() {}

    /**
     * Chooses, checks, loads and tunes the engine on the first call; later calls only report.
     *
     * @throws UnrollException when it cannot be loaded; a second try in the same process would kill
     *     it, so the same message is thrown again
     */
    public static synchronized EngineReport prepare() {
        return ready().report(seed);
    }

    /** Returns {@code PyTorch} or {@code MXNet}, without loading it. */
    public static String name() {
        String name = setting("UNROLL_ENGINE", "PyTorch");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "pytorch" -> "PyTorch";
            case "mxnet" -> "MXNet";
            default ->
                    throw new UnrollException(
                            String.format(
                                    Locale.ROOT,
                                    "UNROLL_ENGINE is '%s'; it can be PyTorch or MXNet",
                                    name));
        };
    }

    public static boolean isPyTorch() {
        return name().equals("PyTorch");
    }

    /** Returns where arrays live. */
    public static Device device() {
        return ready().device();
    }

    /** Returns how many threads share one operation. */
    public static int threads() {
        return ready().threads();
    }

    /** Returns a manager on {@link #device()}; closing it frees everything made in it. */
    public static NDManager newManager() {
        return ready().engine().newBaseManager(device());
    }

    /** Seeds the engine's own random numbers, which only dropout uses. */
    public static synchronized void seed(long seed) {
        Engines.seed = seed;
        ready().seed(seed);
    }

    /**
     * Seeds the engine's own random numbers for one step of a training; the report keeps the seed that
     * the reader chose.
     */
    public static synchronized void seedStep(long seed) {
        ready().seed(seed);
    }

    /** Switches the recording of gradients off on this thread until the result is closed. */
    public static Inference quiet() {
        ready();
        return new Inference();
    }

    private static synchronized LoadedEngine ready() {
        if (failure != null) {
            throw new UnrollException(failure);
        }
        if (loaded == null) {
            try {
                loaded = LoadedEngine.load(name());
                loaded.seed(seed);
            } catch (UnrollException e) {
                failure = e.getMessage();
                throw e;
            }
        }
        return loaded;
    }

    /** Returns a setting from the system properties or the environment. */
    static String setting(String name, String otherwise) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? otherwise : value;
    }
}
