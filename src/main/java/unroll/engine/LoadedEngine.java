package unroll.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import unroll.UnrollException;
import unroll.trace.EngineReport;

/** An engine whose native code is loaded and tuned. */
record LoadedEngine(Engine engine, Device device, int threads, int interOp, List<String> notes) {
    private static final List<String> MALLOC =
            List.of(
                    "MALLOC_ARENA_MAX=1",
                    "MALLOC_MMAP_THRESHOLD_=1073741824",
                    "MALLOC_TRIM_THRESHOLD_=2147483647",
                    "MALLOC_TOP_PAD_=67108864");

    static LoadedEngine load(String name) {
        List<String> notes = new ArrayList<>();
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.default_engine", name);
        QuietLogs.install();
        notes.addAll(NativeLibraries.check(name));
        int threads = Threads.wanted();
        notes.addAll(NativeEnvironment.tune(name, threads));
        try {
            Engine engine = Engine.getEngine(name);
            int interOp = 1;
            if (name.equals("PyTorch")) {
                threads = asked("getNumThreads");
                interOp = asked("getNumInteropThreads");
            }
            Threads.note(Threads.setting(), threads, Threads.cores()).ifPresent(notes::add);
            return new LoadedEngine(engine, choose(engine, notes), threads, interOp, notes);
        } catch (RuntimeException | LinkageError e) {
            throw new UnrollException(
                    String.format(
                            Locale.ROOT,
                            "the %s engine cannot be loaded: %s; run environment/doctor, then restart",
                            name,
                            rootMessage(e)),
                    e);
        }
    }

    /** Chooses the device by trying it: DJL's own choice misses a GPU of Python's torch. */
    private static Device choose(Engine engine, List<String> notes) {
        if (!engine.hasCapability("CUDA")
                || Engines.setting("UNROLL_DEVICE", "").equalsIgnoreCase("cpu")) {
            return Device.cpu();
        }
        try (NDManager manager = engine.newBaseManager(Device.gpu());
                NDArray two = manager.create(1f).add(1)) {
            two.getFloat();
            return Device.gpu();
        } catch (EngineException e) {
            notes.add("the GPU cannot be used, the CPU computes: " + rootMessage(e));
            return Device.cpu();
        }
    }

    private static int asked(String method) {
        Method getter = GradMode.find(method);
        return (int) GradMode.call(getter);
    }

    void seed(long seed) {
        engine.setRandomSeed(Long.hashCode(seed));
    }

    EngineReport report(long seed) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(QuietLogs.warnings());
        boolean tuned = MALLOC.stream().allMatch(LoadedEngine::isSet);
        if (!tuned && System.getProperty("os.name").startsWith("Linux") && !device.isGpu()) {
            all.add(
                    "memory settings are missing, LSTM training is 1.3 to 1.7 times slower;"
                            + " start with environment/lab, or put into the environment before Java"
                            + " starts: "
                            + String.join(" ", MALLOC));
        }
        return new EngineReport(
                engine.getEngineName(),
                engine.getVersion(),
                device.isGpu() ? device.toString() : "cpu",
                threads,
                interOp,
                seed,
                tuned,
                all);
    }

    private static boolean isSet(String assignment) {
        return System.getenv(assignment.substring(0, assignment.indexOf('='))) != null;
    }

    private static String rootMessage(Throwable fault) {
        Throwable root =
                Stream.iterate(fault, t -> t != null, Throwable::getCause)
                        .reduce((outer, inner) -> inner)
                        .orElse(fault);
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        return message.lines().findFirst().orElse(root.toString());
    }
}
