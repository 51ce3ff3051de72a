package unroll.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.List;
import unroll.trace.EngineReport;

/** Chooses and prepares the engine. */
public final class Engines {
    private static Engine engine;
    private static Device device;
    private static EngineReport report;

    private Engines() {}

    /** Chooses, loads and tunes the engine on the first call; later calls return the same report. */
    public static synchronized EngineReport prepare() {
        if (report == null) {
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("ai.djl.default_engine", name());
            engine = Engine.getEngine(name());
            device = engine.hasCapability("CUDA") ? Device.gpu() : Device.cpu();
            report =
                    new EngineReport(
                            name(),
                            engine.getVersion(),
                            device.toString(),
                            1,
                            1,
                            0,
                            true,
                            List.of());
        }
        return report;
    }

    /** Returns {@code PyTorch} or {@code MXNet}. */
    public static String name() {
        String name = System.getenv("UNROLL_ENGINE");
        return name == null ? "PyTorch" : name;
    }

    public static boolean isPyTorch() {
        return name().equals("PyTorch");
    }

    /** Returns where arrays live. */
    public static Device device() {
        prepare();
        return device;
    }

    /** Returns how many threads share one operation. */
    public static int threads() {
        return prepare().threads();
    }

    /** Returns a manager on {@link #device()}; close it to free everything made in it. */
    public static NDManager newManager() {
        prepare();
        return engine.newBaseManager(device);
    }

    /** Seeds the engine's own random numbers, which only dropout uses. */
    public static void seed(long seed) {
        prepare();
        engine.setRandomSeed((int) seed);
    }

    /** Switches the recording of gradients off on this thread until the result is closed. */
    public static Inference quiet() {
        prepare();
        return new Inference();
    }
}
